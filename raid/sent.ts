/** What somebody sent, and what became of it. As JSON it goes from one process to another. */
import { z } from "zod";
import { RefusalCode } from "../src/wire/frames.ts";
import { Side } from "./plan.ts";

export const Sent = z.object({
  side: Side,
  person: z.string(),
  /** By `performance.now()`, when it was first meant to leave. */
  atMs: z.number(),
  answer: z
    .union([z.object({ seq: z.number(), atMs: z.number() }), z.object({ refused: RefusalCode })])
    .nullable(),
  /** When its sender was shown it; null for raiders, who do not look. */
  seenMs: z.number().nullable(),
});
export type Sent = z.infer<typeof Sent>;

export const Turned = z.object({
  side: Side,
  /** A closing code of the server's, or what a hello was refused with. */
  as: z.string(),
  atMs: z.number(),
});
export type Turned = z.infer<typeof Turned>;
