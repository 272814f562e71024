/** The topics of days to come. What changes them runs under the room's lock. */
import { z } from "zod";
import type { Topic } from "../../room/commands.ts";
import { openingOf, type TopicPlan } from "../../room/topics.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const Entry = z.object({ topic: z.string(), rules: z.string().nullable() });
const PlannedRows = z.array(Entry.extend({ date: z.string() }));
const RotationRow = z.object({
  topics: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(z.array(Entry)),
  next: integer,
});

/** Throws where a row cannot be read. */
export const rotationRow = (row: unknown) => RotationRow.parse(row);

export async function readTopicPlan(sql: Sql): Promise<TopicPlan> {
  const planned = PlannedRows.parse([
    ...(await sql`SELECT day AS date, topic, rules FROM planned_topics ORDER BY day`),
  ]);
  const [row] = await sql`SELECT topics, next FROM rotation`;
  // There is no row until the first rotation is made.
  const { topics: rotation, next } = row ? rotationRow(row) : { topics: [], next: 0 };
  return { planned, rotation, next };
}

/**
 * The topic of `day`, which begins now; `last` is the day before it that began. Moves the rotation
 * on, and deletes what was planned up to `day`.
 */
export async function takeTopic(sql: Sql, last: string, day: string, usual: Topic): Promise<Topic> {
  const { topic, rules, next } = openingOf(await readTopicPlan(sql), last, day, usual);
  await sql`DELETE FROM planned_topics WHERE day <= ${day}`;
  await sql`UPDATE rotation SET next = ${next}`;
  return { topic, rules };
}

export async function writeRotation(sql: Sql, { rotation, next }: Omit<TopicPlan, "planned">) {
  await sql`INSERT INTO rotation (one, topics, next)
    VALUES (1, ${JSON.stringify(rotation)}, ${next})
    ON CONFLICT (one) DO UPDATE SET topics = excluded.topics, next = excluded.next`;
}
