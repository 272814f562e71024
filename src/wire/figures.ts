/** The body of the call that tells the figures of the day. */
import { z } from "zod";
import { timestamp } from "./values.ts";

const counts = z.array(z.int().nonnegative());

/** One number a minute, from `from` on; the last minute is under way. */
export const Figures = z.object({
  /** When the first minute began: at midnight, or when this node was started. */
  from: timestamp,
  messages: counts,
  /** Null where nobody looked. */
  people: z.array(z.int().nonnegative().nullable()),
  /** By code, on this node. */
  refusals: z.record(z.string(), counts),
  /** Of the messages, those stored on this node, by the standing of who said them. */
  standings: z.object({ staff: counts, regular: counts, heard: counts, new: counts }),
  /** The nodes of the room: how many people each holds. */
  nodes: z.array(z.object({ here: z.boolean(), people: z.int().nonnegative() })),
});
export type Figures = z.infer<typeof Figures>;
