import { dayAt } from "../../room/day.ts";
import { Refusal } from "../../room/refusal.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const chooseZone: Command<"chooseZone"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run({ sql, row, at }, { timezone }) {
    if (timezone === row.timezone) return { events: [], result: null };
    const said = await sql`SELECT id FROM messages WHERE id > ${row.since}
      UNION ALL SELECT id FROM withdrawn LIMIT 1`;
    if (said.length > 0) {
      throw new Refusal(
        "zone_fixed",
        "Something was said today, and another midnight would end or lengthen its day.",
      );
    }
    const today = dayAt(at, timezone);
    // A day that has its receipt is over: then today is longer.
    const over = await sql`SELECT 1 FROM receipts WHERE day >= ${today} LIMIT 1`;
    const day = over.length > 0 ? row.day : today;
    const check = day === row.day ? row.key_check : "";
    await sql`UPDATE room SET timezone = ${timezone}, day = ${day}, key_check = ${check}`;
    return { events: await record(sql, row, { type: "zone", timezone, day }), result: null };
  },
};
