import { every } from "../process/every.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

const EVERY_MS = 250;

/** Follows other nodes where a doorbell was lost. */
export function poll(room: Room, clock: Clock): () => void {
  return every(
    clock,
    () => EVERY_MS,
    () => room.follow(),
  );
}
