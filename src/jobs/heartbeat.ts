import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { every } from "./every.ts";

const EVERY_MS = 5 * 60_000;

/** Logs how many messages and how many clients there are, every five minutes. */
export function beat(room: Room, online: () => number, clock: Clock, logger: Logger): () => void {
  const once = async () => {
    const { today } = await room.counts();
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
