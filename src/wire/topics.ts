/** The bodies of the calls that are about topics of days to come. */
import { z } from "zod";
import { TopicChange } from "./http.ts";
import { ROTATION_TOPICS } from "./limits.ts";

export const DateParam = z.object({ date: z.iso.date("A date looks like 2026-12-24.") });
/** `rules` null: a day opens with the rules of the configuration. */
export const TopicEntry = z.object({ topic: z.string(), rules: z.string().nullable() });
export type TopicEntry = z.infer<typeof TopicEntry>;
export const PlannedTopic = TopicEntry.extend({ date: z.iso.date() });
export type PlannedTopic = z.infer<typeof PlannedTopic>;
export const RotationChange = z.object({ topics: z.array(TopicChange).max(ROTATION_TOPICS) });
export const Rotation = z.object({
  topics: z.array(TopicEntry),
  /** The place of the entry that comes next; null where there is none. */
  next: z.int().nonnegative().nullable(),
});
export type Rotation = z.infer<typeof Rotation>;
const Configured = z.object({ topic: z.string(), rules: z.string() });
export const DayAhead = Configured.extend({
  date: z.iso.date(),
  from: z.enum(["planned", "rotation", "default"]),
});
export type DayAhead = z.infer<typeof DayAhead>;
export const TopicsAhead = z.object({
  /** By date. */
  planned: z.array(PlannedTopic),
  rotation: Rotation,
  /** What a day opens with that neither of them has anything for. */
  default: Configured,
  /** The next days, each with what it would open with as things are. */
  days: z.array(DayAhead),
});
export type TopicsAhead = z.infer<typeof TopicsAhead>;
