/** Which topic a day opens with. Pure: the plan is always given. */
import type { PlannedTopic, Topic, TopicEntry } from "./commands.ts";

/** What admins prepared for the days to come. */
export interface TopicPlan {
  /** In order of their dates. */
  planned: readonly PlannedTopic[];
  /** A day without a planned topic takes the next of these; after the last comes the first. */
  rotation: readonly TopicEntry[];
  /** The index in the rotation of the entry that comes next. */
  next: number;
}

export interface Opening extends Topic {
  from: "planned" | "rotation" | "default";
  /** The place in the rotation of what comes next after this day. */
  next: number;
}

/**
 * What `day` opens with, where `last` is the day that began last. A day in between that was missed
 * takes its turn in the rotation too, so that what was foreseen holds whether the room ran or not.
 * `usual`: the topic and the rules of the configuration.
 */
export function openingOf(plan: TopicPlan, last: string, day: string, usual: Topic): Opening {
  const { planned, rotation, next } = plan;
  const missed = daysBetween(last, day) - 1;
  const plannedMissed = planned.filter(({ date }) => last < date && date < day).length;
  const place = rotation.length === 0 ? 0 : (next + missed - plannedMissed) % rotation.length;
  const own = planned.find(({ date }) => date === day);
  if (own) return { from: "planned", ...withRules(own, usual), next: place };
  const entry = rotation[place];
  if (!entry) return { from: "default", ...usual, next: place };
  const after = (place + 1) % rotation.length;
  return { from: "rotation", ...withRules(entry, usual), next: after };
}

/** The `count` days after `day`, each with what it would open with as things are. */
export function openingsAfter(day: string, count: number, plan: TopicPlan, usual: Topic) {
  const first = Temporal.PlainDate.from(day);
  return Array.from({ length: count }, (_, index) => {
    const date = first.add({ days: index + 1 }).toString();
    const { topic, rules, from } = openingOf(plan, day, date, usual);
    return { date, topic, rules, from };
  });
}

/**
 * The place of what comes next in a rotation that is changed: it is the same entry, wherever that
 * stands now; where it is gone, what stands in its place.
 */
export function nextAfterChange(plan: TopicPlan, rotation: readonly TopicEntry[]): number {
  const upcoming = plan.rotation[plan.next];
  const isUpcoming = (entry: TopicEntry | undefined) =>
    entry?.topic === upcoming?.topic && entry?.rules === upcoming?.rules;
  const stays = isUpcoming(rotation[plan.next]);
  const moved = stays ? plan.next : rotation.findIndex(isUpcoming);
  if (moved >= 0) return moved;
  return plan.next < rotation.length ? plan.next : 0;
}

function daysBetween(earlier: string, later: string): number {
  return Temporal.PlainDate.from(earlier).until(later).days;
}

function withRules({ topic, rules }: TopicEntry, usual: Topic): Topic {
  return { topic, rules: rules ?? usual.rules };
}
