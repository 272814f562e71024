import { z } from "zod";
import { Refusal } from "../../room/refusal.ts";
import { MOOD_WITHIN_MS, type Mood } from "../../wire/limits.ts";
import type { Sql } from "../database/sql.ts";
import type { Command } from "./command.ts";

const Days = z.array(z.object({ day: z.string() }));

export const countMood: Command<"countMood"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run({ sql, row, actor, at }, { mood }) {
    const [last] = Days.parse([
      ...(await sql`SELECT day FROM receipts
        WHERE day < ${row.day} AND turned_at > ${at - MOOD_WITHIN_MS} ORDER BY day DESC LIMIT 1`),
    ]);
    if (!last) throw new Refusal("not_found", "No day ended a moment ago.");
    // That somebody answered, and not what, is a row of the day that is on, and is destroyed with it:
    // at the place of its first event nothing else can be felt.
    const first = await sql`INSERT INTO felts (message, sender) VALUES (${row.since}, ${actor.key})
      ON CONFLICT DO NOTHING RETURNING message`;
    if (first.length > 0) await COUNTS[mood](sql, last.day);
    return { events: [], result: last.day };
  },
};

const COUNTS: Record<Mood, (sql: Sql, day: string) => PromiseLike<unknown>> = {
  angrier: (sql, day) => sql`UPDATE receipts SET angrier = angrier + 1 WHERE day = ${day}`,
  same: (sql, day) => sql`UPDATE receipts SET same = same + 1 WHERE day = ${day}`,
  calmer: (sql, day) => sql`UPDATE receipts SET calmer = calmer + 1 WHERE day = ${day}`,
};
