/** Two short, quiet tones; made here, so that nothing is loaded for them. */
const TONES = [660, 880];
const TONE_S = 0.12;
const LOUDNESS = 0.06;

let context: AudioContext | undefined;

/** A browser keeps silent until its reader has touched the page. */
export function ring(): void {
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
