/** Bodies of the calls about reports and sweeps. */
import { z } from "zod";
import { HistoryMessage, wholeNumber } from "./http.ts";
import { Kind, seq, timestamp } from "./values.ts";

/** A message that staff have to decide on. `count`: how many people reported it, as far as that counts. */
export const ReportedMessage = HistoryMessage.extend({
  kind: Kind,
  count: z.int().positive(),
  /** Whether it is out of sight until they decide. */
  hidden: z.boolean(),
  /** When the last one reported it. */
  reported_at: timestamp,
});
export type ReportedMessage = z.infer<typeof ReportedMessage>;
/** What the shield hid when it was raised and staff have not decided on. */
export const HiddenMessages = z.object({
  /** The `seq` of the event that hid it. */
  act: seq,
  count: z.int().positive(),
  /** The last of them, oldest first. */
  messages: z.array(HistoryMessage.extend({ kind: Kind })),
});
export type HiddenMessages = z.infer<typeof HiddenMessages>;
export const HiddenParam = z.object({ act: wholeNumber(0, Number.MAX_SAFE_INTEGER) });
/** Whether it stands; otherwise it is deleted. */
export const Settlement = z.object({ keep: z.boolean() });
/** Everything that newcomers said since then. */
export const Sweep = z.object({ since: timestamp });
