import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import { RaidWatch } from "../room/raid-watch.ts";
import type { Room } from "../room/room.ts";
import { raisedBy } from "../room/shield.ts";
import { SHIELD_MINUTES } from "../wire/limits.ts";

const RESTED_MS = SHIELD_MINUTES * 60_000;

/**
 * Raises the shield by itself, and renews it, while a raid goes on. Where staff ended it, they know
 * better for as long as it would have been up. Returns what counts a new pass.
 */
export function raiseShield(room: Room, clock: Clock, logger: Logger): () => void {
  const watch = new RaidWatch(clock.now());
  let up = room.state.shield;
  let restsUntil = 0;
  let isAsking = false;
  room.listen(() => {
    const before = up;
    up = room.state.shield;
    const now = clock.now();
    if (before !== null && up === null && now < before.until) restsUntil = now + RESTED_MS;
  });
  room.listenToTries((submissions, { standings }) => {
    const at = clock.now();
    watch.tried(submissions, standings, at);
    if (isAsking || at < restsUntil || !isDue(room, at) || !watch.isRaid(at)) return;
    isAsking = true;
    room
      .do("setShield", { minutes: SHIELD_MINUTES }, ROOM)
      .catch((error: unknown) => {
        logger.error({ err: error }, "The shield could not be raised against a raid.");
      })
      .finally(() => {
        isAsking = false;
      });
  });
  return () => watch.issuedPass(clock.now());
}

/** Under a shield a raid is tried on with each batch: to ask the log each time would make all who speak wait for it. */
function isDue({ state: { shield } }: Room, at: number): boolean {
  return raisedBy("room", shield, SHIELD_MINUTES, at) !== shield;
}
