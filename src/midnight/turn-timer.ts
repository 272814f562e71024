import { every } from "../process/every.ts";
import { nextMidnight } from "../room/day.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

/** After a sleep of the machine a long timer fires late, so the clock is read at least this often. */
const LOOK_EVERY_MS = 1_000;

/**
 * Turns the day at midnight of the room's zone, or as soon as it notices that one was missed. It
 * compares with the room's day, because midnight may pass before this timer is started.
 */
export function turnAtMidnight(room: Room, clock: Clock, logger: Logger): () => void {
  let turning = false;
  let hasFailed = false;
  const turn = async () => {
    turning = true;
    try {
      await room.turnDay();
      hasFailed = false;
    } catch (error) {
      // Said once, however often it is tried.
      if (!hasFailed) logger.error({ err: error }, "The day could not be turned; trying again.");
      hasFailed = true;
    } finally {
      turning = false;
    }
  };
  return every(
    clock,
    () => Math.min(LOOK_EVERY_MS, nextMidnight(clock.now(), room.timezone) - clock.now()),
    () => {
      if (!turning && room.isOver(room.state.day)) void turn();
    },
  );
}
