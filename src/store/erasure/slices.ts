import { setImmediate } from "node:timers/promises";

/** How long a slice may block writers, in milliseconds. */
const SLICE_MS = 8;
const FIRST_POSITIONS = 200;

/**
 * Runs `body` for slices of the positions from `first` to `last`, each of about 8 ms, so that
 * others can write between them.
 */
export async function inSlices(
  first: number,
  last: number,
  body: (from: number, to: number) => Promise<void>,
): Promise<void> {
  let positions = FIRST_POSITIONS;
  let from = first;
  while (from <= last) {
    const to = Math.min(last, from + positions - 1);
    const start = performance.now();
    await body(from, to);
    const spent = performance.now() - start;
    positions = Math.max(1, Math.round(positions * Math.min(2, SLICE_MS / Math.max(spent, 0.1))));
    from = to + 1;
    await setImmediate();
  }
}
