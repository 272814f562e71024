import type { RoomEvent } from "../events/kinds.ts";
import type { Topic } from "./commands.ts";
import type { Clock, Log, Logger } from "./ports.ts";

export interface DayTurnParts {
  log: Pick<Log, "turnDay">;
  clock: Clock;
  logger: Logger;
  /** The topic of a day that nobody set one for. */
  topic: Topic;
}

/**
 * The one way in which a day ends: at a start, at midnight by the timer, or before a message that
 * comes after it. Returns the events of the turn; none, and no line in the log, where `day` has
 * begun already.
 */
export async function turnDay(
  { log, clock, logger, topic }: DayTurnParts,
  day: string,
): Promise<RoomEvent[]> {
  const { events, result: turned } = await log.turnDay(day, topic, clock.now());
  if (turned) logger.info({ day }, "A new day; the room is empty.");
  return events;
}
