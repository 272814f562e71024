/** Two short, quiet tones; made here, so that nothing is loaded for them. */
const TONES = [660, 880];
const TONE_S = 0.12;
const LOUDNESS = 0.06;

let context: AudioContext | undefined;

/**
 * Silent until its reader has touched the page, as browsers want it. What was asked of them before that
 * they would play at the first touch, when there is nothing left to be told of.
 */
export function ring(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  const start = context.currentTime;
  const loudness = context.createGain();
  loudness.gain.value = LOUDNESS;
  loudness.connect(context.destination);
  for (const [index, tone] of TONES.entries()) {
    const source = context.createOscillator();
    source.frequency.value = tone;
    source.connect(loudness);
    source.start(start + index * TONE_S);
    source.stop(start + (index + 1) * TONE_S);
  }
  void context.resume();
}
