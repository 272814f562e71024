import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";
import { liftAll } from "./sanction.ts";

export const setAdmin: Command<"setAdmin"> = {
  by: "admin",
  destroysTexts: false,
  audit: ({ userId, admin }) => ({
    act: admin ? "admin_made" : "admin_unmade",
    target: { kind: "account", id: userId },
  }),
  async run(transaction, { userId, admin }) {
    const { sql, row } = transaction;
    const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    const result = user.username;
    if (user.isAdmin === admin) return { events: [], result };
    if (admin) {
      if (!user.isActive) throw new Refusal("banned", "Lift the ban on this account first.");
      await sql`UPDATE users SET is_admin = ${true} WHERE id = ${userId}`;
      return { events: await liftAll(transaction, userId), result };
    }
    const others = await sql`SELECT 1 FROM users
      WHERE is_admin AND is_active AND id <> ${userId} LIMIT 1`;
    if (others.length === 0) throw new Refusal("last_admin", "A room needs an admin.");
    await sql`UPDATE users SET is_admin = ${false}, token_version = token_version + 1
      WHERE id = ${userId}`;
    return { events: await record(sql, row, { type: "sign_ins_ended", userId }), result };
  },
};
