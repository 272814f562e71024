import { every } from "../process/every.ts";
import type { Clock } from "../room/ports.ts";
import type { DayDestruction } from "./destruction.ts";

const EVERY_MS = 10_000;

/** Finishes days that a crash, a failed check or another node's end at midnight left unfinished. */
export function forget(destruction: DayDestruction, clock: Clock): () => void {
  void destruction.look();
  return every(
    clock,
    () => EVERY_MS,
    () => void destruction.look(),
  );
}
