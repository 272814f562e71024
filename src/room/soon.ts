import type { Clock } from "./ports.ts";

/** What runs `ms` after the first of the calls that came since it last ran. */
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
