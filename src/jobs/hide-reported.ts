import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";

const LOOK_MS = 15_000;

/**
 * Reports may be enough while staff are about, who may be away later without another report. So
 * while any wait, it is looked again whether they hide their message now.
 */
export function hideReported(room: Room, clock: Clock, logger: Logger): () => void {
  let cancel: (() => void) | null = null;
  let isOver = false;
  const lookLater = () => {
    if (!isOver) cancel ??= clock.after(LOOK_MS, () => void look());
  };
  const look = async () => {
    cancel = null;
    try {
      const { waiting } = await room.do("hideReported", {}, ROOM);
      if (waiting > 0) lookLater();
    } catch (error) {
      logger.error({ err: error }, "What was reported could not be hidden; trying again.");
      lookLater();
    }
  };
  // What was reported before this node started.
  lookLater();
  room.listen((events) => {
    if (events.some((event) => event.type === "report_count" && !event.hidden && event.count > 0)) {
      lookLater();
    }
  });
  return () => {
    isOver = true;
    cancel?.();
  };
}
