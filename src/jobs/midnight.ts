import { nextMidnight } from "../room/day.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { every } from "./every.ts";

/** A machine that slept wakes with its timers late, so the clock itself is looked at this often. */
const LOOK_EVERY_MS = 1_000;

/** Turns the day at the zone's midnight, and as soon as it is noticed that one was missed. */
export function turnAtMidnight(room: Room, clock: Clock, logger: Logger): () => void {
  let due = nextMidnight(clock.now(), room.timezone);
  const turn = async () => {
    due = nextMidnight(clock.now(), room.timezone);
    try {
      await room.turnDay();
    } catch (error) {
      logger.error({ err: error }, "The day could not be turned; trying again.");
      due = clock.now();
    }
  };
  return every(
    clock,
    () => Math.min(LOOK_EVERY_MS, Math.max(1, due - clock.now())),
    () => {
      if (clock.now() >= due) void turn();
    },
  );
}
