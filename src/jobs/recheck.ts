import { every } from "../process/every.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

const EVERY_MS = 1_000;

/** Where the room could not store something, looks whether it can again: nobody may say anything until then. */
export function recheck(room: Room, clock: Clock): () => void {
  return every(
    clock,
    () => EVERY_MS,
    () => void room.canStore(),
  );
}
