import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { within } from "../room/within.ts";
import type { Replay } from "./replay.ts";

/** How long a hello waits for this node to read the events that its client has already, in milliseconds. */
const CATCH_UP_MS = 2_000;

interface CatchUpParts {
  replay: Replay;
  room: Pick<Room, "caughtUp" | "state">;
  clock: Clock;
}

/**
 * A client that comes from a stopped node may have events that this node has not read yet. Resolves
 * to false if this node cannot tell in time whether the log has them: then nobody is told that
 * something was lost. `after` comes from the client: what the log does not have, it made up.
 */
export async function catchUp(
  { replay, room, clock }: CatchUpParts,
  after: number,
): Promise<boolean> {
  if (after <= replay.state.seq) return true;
  if (!(await within(clock, CATCH_UP_MS, room.caughtUp(), false))) return false;
  return room.state.seq < after || replay.reaches(after, CATCH_UP_MS, clock);
}
