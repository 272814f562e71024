import { every } from "../process/every.ts";
import { nextMidnight } from "../room/day.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

/** A machine that slept wakes with its timers late, so the clock itself is looked at this often. */
const LOOK_EVERY_MS = 1_000;

/**
 * Turns the day at the zone's midnight, and as soon as it is noticed that one was missed. It asks
 * the room, not a date set earlier: a midnight may pass between the room's opening and this.
 */
export function turnAtMidnight(room: Room, clock: Clock, logger: Logger): () => void {
  let turning = false;
  const turn = async () => {
    turning = true;
    try {
      await room.turnDay();
    } catch (error) {
      logger.error({ err: error }, "The day could not be turned; trying again.");
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
