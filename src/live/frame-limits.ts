import type { Limit } from "../room/act-limits.ts";
import type { ClientFrame } from "../wire/frames.ts";

/**
 * What each frame may cost in a minute; a frame without a limit does not compile. Nobody who
 * uses the page meets one. `say` has its own limit in the log; this one bounds what is refused.
 */
export const FRAME_LIMITS: Record<ClientFrame["type"], Limit> = {
  // A thousand people behind one address come back at once when a node restarts.
  hello: { sender: 120, range: 3_000 },
  say: { sender: 120, range: 1_000 },
  erase: { sender: 30, range: 300 },
  forget: { sender: 6, range: 60 },
  undo: { sender: 30, range: 300 },
  felt: { sender: 60, range: 600 },
  roll: { sender: 30, range: 300 },
};

/** In plain mode a frame is always something said. */
export const PLAIN_FRAME_LIMIT: Limit = FRAME_LIMITS.say;
