import { z } from "zod";
import { Kind, seq, timestamp } from "./values.ts";

/** `id` is its `seq`. */
export const MessageEvent = z.object({
  type: z.literal("message"),
  seq,
  id: seq,
  user: z.string(),
  text: z.string(),
  timestamp,
  kind: Kind,
  /** The message that it replies to: it stood when this was said, and may be gone by now. */
  re: seq.optional(),
  /** How many felt it, in a snapshot; absent for nobody. */
  felt: z.int().positive().optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;
