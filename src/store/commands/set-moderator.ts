import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const setModerator: Command<"setModerator"> = {
  by: "admin",
  destroysTexts: false,
  audit: ({ userId, moderator }) => ({
    act: moderator ? "moderator_made" : "moderator_unmade",
    target: { kind: "account", id: userId },
  }),
  async run({ sql, row }, { userId, moderator }) {
    const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    const result = user.username;
    if (user.isModerator === moderator) return { events: [], result };
    if (moderator && !user.isActive) {
      throw new Refusal("banned", "Lift the ban on this account first.");
    }
    const ended = moderator ? 0 : 1;
    await sql`UPDATE users SET is_moderator = ${moderator},
      token_version = token_version + ${ended} WHERE id = ${userId}`;
    if (moderator) return { events: [], result };
    return { events: await record(sql, row, { type: "sign_ins_ended", userId }), result };
  },
};
