import type { Limit } from "../room/act-limits.ts";
import type { ClientFrame } from "../wire/frames.ts";

/**
 * How often each kind of frame may be sent in a minute. The page never reaches these limits. For
 * `say` the log has another, lower limit; this one is for frames that the log refuses.
 */
export const FRAME_LIMITS: Record<ClientFrame["type"], Limit> = {
  // A thousand people behind one address come back at once when a node restarts.
  hello: { sender: 120, range: 3_000 },
  say: { sender: 120, range: 1_000 },
  erase: { sender: 30, range: 300 },
  forget: { sender: 6, range: 60 },
  undo: { sender: 30, range: 300 },
  felt: { sender: 60, range: 600 },
  report: { sender: 20, range: 200 },
  mood: { sender: 6, range: 300 },
  roll: { sender: 30, range: 300 },
  keep: { sender: 30, range: 300 },
  // The page says it once a second at most.
  look: { sender: 120, range: 3_000 },
  proof: { sender: 12, range: 600 },
};

/** In plain mode every frame is a message. */
export const PLAIN_FRAME_LIMIT: Limit = FRAME_LIMITS.say;
