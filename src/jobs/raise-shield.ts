import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import { RaidWatch } from "../room/raid-watch.ts";
import type { Room } from "../room/room.ts";
import { SHIELD_MINUTES } from "../wire/limits.ts";

/** Raises the shield by itself, and renews it, while a raid goes on. Returns what counts a new pass. */
export function raiseShield(room: Room, clock: Clock, logger: Logger): () => void {
  const watch = new RaidWatch(clock.now());
  room.listenToTries((submissions, standings) => {
    const at = clock.now();
    watch.tried(submissions, standings, at);
    if (!watch.isRaid(at)) return;
    room.do("setShield", { minutes: SHIELD_MINUTES }, ROOM).catch((error: unknown) => {
      logger.error({ err: error }, "The shield could not be raised against a raid.");
    });
  });
  return () => watch.issuedPass(clock.now());
}
