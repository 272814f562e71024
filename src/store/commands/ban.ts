import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { deleteByUser } from "../log/author-actions.ts";
import { record, recordRemoved } from "../log/record.ts";
import type { Command } from "./command.ts";

export const ban: Command<"ban"> = {
  by: "admin",
  deletesTexts: true,
  async run({ sql, dialect, row }, { userId, banned }) {
    const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    if (user.isAdmin) throw new Refusal("admin_protected", "An admin cannot be banned.");
    const ended = banned ? 1 : 0;
    await sql`UPDATE users SET is_active = ${!banned}, token_version = token_version + ${ended}
      WHERE id = ${userId}`;
    if (!banned) return { events: [], result: user.username };
    const events = await record(sql, row, { type: "banned", userId });
    const ids = await deleteByUser(sql, dialect, row, userId);
    const gone = await recordRemoved(sql, { ...row, seq: row.seq + 1 }, ids, "ban");
    return { events: [...events, ...gone], result: user.username };
  },
};
