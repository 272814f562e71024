import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const makeAdmin: Command<"makeAdmin"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, { userId, passwordHash }) {
    await sql`UPDATE users SET is_admin = ${true}, is_active = ${true},
      hashed_password = ${passwordHash}, token_version = token_version + 1 WHERE id = ${userId}`;
    return { events: await record(sql, row, { type: "sign_ins_ended", userId }), result: null };
  },
};
