import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { deleteByUser, deletedEvents } from "../log/author-actions.ts";
import { insertEvents } from "../log/event-rows.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const ban: Command<"ban"> = {
  by: "admin",
  deletesTexts: true,
  async run({ sql, dialect, row }, { userId, banned }) {
    const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    if (user.isAdmin) throw new Refusal("admin_protected", "An admin cannot be banned.");
    await sql`UPDATE users SET is_active = ${!banned} WHERE id = ${userId}`;
    if (!banned) return { events: [], result: user.username };
    const ended = await record(sql, row, { type: "banned", userId });
    const next = { ...row, seq: row.seq + 1 };
    const gone = deletedEvents(next, await deleteByUser(sql, row, userId), "ban");
    if (gone.length > 0) await insertEvents(sql, dialect, gone);
    return { events: [...ended, ...gone], result: user.username };
  },
};
