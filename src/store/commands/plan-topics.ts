import { Refusal } from "../../room/refusal.ts";
import { nextAfterChange } from "../../room/topics.ts";
import { PLANNED_DAYS } from "../../wire/limits.ts";
import { readTopicPlan, writeRotation } from "../log/topics.ts";
import type { Command } from "./command.ts";

export const planTopic: Command<"planTopic"> = {
  by: "admin",
  destroysTexts: false,
  audit: ({ date }) => ({ act: "topic_planned", target: dayTarget(date) }),
  async run({ sql, row }, planned) {
    const { date, topic, rules } = planned;
    const last = Temporal.PlainDate.from(row.day).add({ days: PLANNED_DAYS }).toString();
    // Decided here, where the day is certain: it may end while a call waits for the lock.
    if (date <= row.day || date > last) {
      throw new Refusal(
        "not_plannable",
        `A topic can be planned for a day after ${row.day}, up to ${last}.`,
      );
    }
    await sql`INSERT INTO planned_topics (day, topic, rules) VALUES (${date}, ${topic}, ${rules})
      ON CONFLICT (day) DO UPDATE SET topic = excluded.topic, rules = excluded.rules`;
    return { events: [], result: planned };
  },
};

export const unplanTopic: Command<"unplanTopic"> = {
  by: "admin",
  destroysTexts: false,
  audit: ({ date }) => ({ act: "topic_unplanned", target: dayTarget(date) }),
  async run({ sql }, { date }) {
    const deleted = await sql`DELETE FROM planned_topics WHERE day = ${date} RETURNING day`;
    if (deleted.length === 0) throw new Refusal("not_found", `Nothing is planned for ${date}.`);
    return { events: [], result: null };
  },
};

export const setRotation: Command<"setRotation"> = {
  by: "admin",
  destroysTexts: false,
  audit: () => ({ act: "rotation_set", target: { kind: "room", id: null } }),
  async run({ sql }, { topics }) {
    const next = nextAfterChange(await readTopicPlan(sql), topics);
    await writeRotation(sql, { rotation: topics, next });
    return { events: [], result: { next } };
  },
};

/** The audit log names what an act is about by a number: that of 24 December 2026 is 20261224. */
function dayTarget(date: string) {
  return { kind: "day", id: Number(date.replaceAll("-", "")) } as const;
}
