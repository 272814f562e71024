import type { RoomState } from "../events/kind.ts";
import { ROOM } from "./commands.ts";
import { dayAt } from "./day.ts";
import type { Log } from "./ports.ts";
import { type DayTurnParts, turnDay } from "./turn-day.ts";

/**
 * Turns the day if one was missed, before anyone is served. The state is read last, so that it
 * includes what this and other nodes did until then.
 */
export async function openedState(
  parts: DayTurnParts & { log: Pick<Log, "apply" | "state">; timezone: string },
): Promise<RoomState> {
  const { log, clock, timezone, topic } = parts;
  await turnDay(parts, dayAt(clock.now(), timezone));
  await log.apply("configure", topic, ROOM, clock.now());
  return log.state();
}
