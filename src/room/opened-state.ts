import type { RoomState } from "../events/kind.ts";
import { ROOM } from "./commands.ts";
import { dayAt } from "./day.ts";
import { LogReplaced } from "./log-replaced.ts";
import type { Log } from "./ports.ts";
import { type DayTurnParts, turnDay } from "./turn-day.ts";

const MOST_TRIES = 3;

interface OpenedParts extends DayTurnParts {
  log: Pick<Log, "turnDay" | "apply" | "state">;
  timezone: string;
}

/**
 * The state of a log that another node, or a replica that takes over, may replace while this node starts: nobody was
 * given anything of the one before, so this node begins with the other. Throws LogReplaced if that goes on and on.
 */
export async function openedState(parts: OpenedParts): Promise<RoomState> {
  for (let tries = 1; ; tries++) {
    try {
      return await turnedState(parts);
    } catch (error) {
      if (!(error instanceof LogReplaced) || tries === MOST_TRIES) throw error;
      // Follows the other log.
      await parts.log.state();
    }
  }
}

/**
 * Turns the day if one was missed, before anyone is served. The state is read last, so that it
 * includes what this and other nodes did until then.
 */
async function turnedState(parts: OpenedParts): Promise<RoomState> {
  const { log, clock, timezone, topic } = parts;
  await turnDay(parts, dayAt(clock.now(), timezone));
  await log.apply("configure", topic, ROOM, clock.now());
  return log.state();
}
