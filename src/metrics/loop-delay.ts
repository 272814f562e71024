const EVERY_MS = 20;

/** Tells how late a timer ran, again and again. Returns what stops it. */
export function watchLoop(late: (milliseconds: number) => void): () => void {
  let due = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    late(Math.max(0, now - due));
    due = now + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
