import type { Clock } from "../room/ports.ts";

/** Runs again and again, each time after the wait that holds then. Returns what stops it. */
export function every(clock: Clock, wait: () => number, run: () => void): () => void {
  let cancel = next();
  function next(): () => void {
    return clock.after(wait(), () => {
      run();
      cancel = next();
    });
  }
  return () => cancel();
}
