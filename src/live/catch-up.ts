import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import type { Replay } from "./replay.ts";

/** How long a hello waits for this node to read the events that its client has already, in milliseconds. */
const CATCH_UP_MS = 2_000;

/**
 * A client that comes from a stopped node may have events that this node has not read yet. `after`
 * comes from the client and may be wrong, so it decides only how long to wait.
 */
export async function catchUp(
  { replay, room, clock }: { replay: Replay; room: Pick<Room, "follow">; clock: Clock },
  after = 0,
): Promise<void> {
  if (after <= replay.state.seq) return;
  room.follow();
  await replay.reaches(after, CATCH_UP_MS, clock);
}
