import type { Clock } from "./ports.ts";

/** Returns a function that runs `run` after `ms`, once for all calls that come until then. */
export function soon(clock: Clock, ms: number, run: () => void): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    clock.after(ms, () => {
      waits = false;
      run();
    });
  };
}
