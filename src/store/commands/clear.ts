import { integer } from "../database/rows.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const clear: Command<"clear"> = {
  by: "admin",
  deletesTexts: true,
  async run({ sql, row }) {
    const [counted] = await sql`SELECT COUNT(*) AS count FROM messages WHERE id > ${row.since}`;
    await sql`DELETE FROM messages WHERE id > ${row.since}`;
    const events = await record(sql, row, { type: "cleared", day: row.day });
    return { events, result: integer.parse(counted?.["count"]) };
  },
};
