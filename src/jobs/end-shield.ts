import { every } from "../process/every.ts";
import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { shieldAt } from "../room/shield.ts";

const EVERY_MS = 1_000;

/** Ends the shield when its time is over, on whichever node looks first. */
export function endShield(room: Room, clock: Clock, logger: Logger): () => void {
  return every(
    clock,
    () => EVERY_MS,
    () => {
      const { state } = room;
      if (state.shield === null || shieldAt(state, clock.now())) return;
      room.do("endShield", {}, ROOM).catch((error: unknown) => {
        logger.error({ err: error }, "The shield could not be ended; trying again.");
      });
    },
  );
}
