import type { RoomEvent } from "../events/kinds.ts";
import type { Topic } from "./commands.ts";
import type { Clock, Log, Logger } from "./ports.ts";

export interface DayTurnParts {
  log: Pick<Log, "turnDay">;
  clock: Clock;
  logger: Logger;
  /** The topic of a day that nobody planned one for, and that no rotation has one for. */
  topic: Topic;
}

/**
 * Ends every earlier day and begins `day`. All three callers come through here: the start, the
 * timer at midnight, and a message after midnight. Returns the events; none if `day` had begun.
 */
export async function turnDay(
  { log, clock, logger, topic }: DayTurnParts,
  day: string,
): Promise<RoomEvent[]> {
  const { events, result: turned } = await log.turnDay(day, topic, clock.now());
  if (turned) logger.info({ day }, "A new day; the room is empty.");
  return events;
}
