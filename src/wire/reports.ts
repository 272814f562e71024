/** Bodies of the calls about reports and sweeps. */
import { z } from "zod";
import { HistoryMessage } from "./http.ts";
import { Kind, timestamp } from "./values.ts";

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
/** Whether it stands; otherwise it is deleted. */
export const Settlement = z.object({ keep: z.boolean() });
/** Everything that newcomers said since then. */
export const Sweep = z.object({ since: timestamp });
