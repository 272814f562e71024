import { Refusal } from "../../room/refusal.ts";
import { deleteReactions } from "../log/author-actions.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const erase: Command<"erase"> = {
  by: "admin",
  deletesTexts: true,
  async run({ sql, dialect, row }, { id }) {
    const found =
      await sql`DELETE FROM messages WHERE id = ${id} AND date_created = ${row.day} RETURNING id`;
    if (found.length === 0) throw new Refusal("not_found", `There is no message ${id} today.`);
    await deleteReactions(sql, dialect, [id]);
    return { events: await record(sql, row, { type: "deleted", id }), result: null };
  },
};
