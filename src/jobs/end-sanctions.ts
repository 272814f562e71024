import { every } from "../process/every.ts";
import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

const EVERY_MS = 1_000;

/** Ends the sanctions whose time is over, on whichever node looks first. */
export function endSanctions(room: Room, clock: Clock, logger: Logger): () => void {
  const isOver = ({ until }: { until: number | null }) => until !== null && until <= clock.now();
  return every(
    clock,
    () => EVERY_MS,
    () => {
      if (!room.state.sanctions.some(isOver)) return;
      room.do("endSanctions", {}, ROOM).catch((error: unknown) => {
        logger.error({ err: error }, "A sanction could not be ended; trying again.");
      });
    },
  );
}
