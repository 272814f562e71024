import { ROOM } from "../room/commands.ts";
import type { Clock, Logger } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { lastWithdrawing } from "../room/withdrawing.ts";
import { UNDO_MS } from "../wire/limits.ts";

const TRY_AGAIN_MS = 1_000;

/**
 * Destroys what was deleted, cleared or banned UNDO_MS after every node heard of it, and at once
 * what a program that ended in between has left. Stopped, it waits no longer: the room may stay off.
 */
export function destroyWithdrawn(room: Room, clock: Clock, logger: Logger): () => void {
  const waiting = new Map<number, () => void>();
  const destroy = async (upTo: number) => {
    waiting.delete(upTo);
    try {
      await room.do("destroyWithdrawn", { upTo }, ROOM);
    } catch (error) {
      // A room that cannot be stored has said so, once; this would be a line a second.
      if (!(error instanceof Refusal && error.code === "unavailable"))
        logger.error({ err: error }, "What was deleted could not be destroyed; trying again.");
      destroyAfter(TRY_AGAIN_MS, upTo);
    }
  };
  const destroyAfter = (ms: number, upTo: number) => {
    waiting.set(
      upTo,
      clock.after(ms, () => void destroy(upTo)),
    );
  };
  void destroy(room.state.seq);
  room.listen((events) => {
    const last = lastWithdrawing(events);
    if (last !== undefined) destroyAfter(UNDO_MS, last);
  });
  return () => {
    for (const cancel of waiting.values()) cancel();
    const upTo = Math.max(0, ...waiting.keys());
    if (upTo > 0) void destroy(upTo);
  };
}
