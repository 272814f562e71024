import { every } from "../process/every.ts";
import type { Clock } from "../room/ports.ts";
import type { DayDestruction } from "./destruction.ts";

const EVERY_MS = 10_000;

/** Takes up what a crash or a failed check left open, and what a node that died at midnight did not see through. */
export function forget(destruction: DayDestruction, clock: Clock): () => void {
  void destruction.look();
  return every(
    clock,
    () => EVERY_MS,
    () => void destruction.look(),
  );
}
