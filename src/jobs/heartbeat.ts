import { every } from "../process/every.ts";
import { dayAt } from "../room/day.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

const EVERY_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const AHEAD =
  "The room is in a day to come, and forgets nothing until then. If this clock is right, stop every node and run: rage-room forget-today";

/** Logs how many messages and how many clients there are, every five minutes, and whether the room's day can be right. */
export function beat(room: Room, online: () => number, clock: Clock, logger: Logger): () => void {
  const once = async () => {
    const { today } = await room.counts();
    const { day } = room.state;
    // Another node, or this one, may have had a wrong clock. One day is a clock that runs ahead.
    if (day > dayAt(clock.now() + DAY_MS, room.timezone)) logger.error({ day }, AHEAD);
    logger.info({ message_count: today, connected_clients: online() }, "The room is alive.");
  };
  return every(
    clock,
    () => EVERY_MS,
    () => {
      once().catch((error: unknown) => logger.error({ err: error }, "The store does not answer."));
    },
  );
}
