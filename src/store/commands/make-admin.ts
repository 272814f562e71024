import { record } from "../log/record.ts";
import type { Command } from "./command.ts";
import { liftAll } from "./sanction.ts";

export const makeAdmin: Command<"makeAdmin"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run(transaction, { userId, passwordHash }) {
    const { sql, row } = transaction;
    const lifted = await liftAll(transaction, userId);
    await sql`UPDATE users SET is_admin = ${true}, is_active = ${true},
      hashed_password = ${passwordHash}, token_version = token_version + 1 WHERE id = ${userId}`;
    const next = { ...row, seq: row.seq + lifted.length };
    const ended = await record(sql, next, { type: "sign_ins_ended", userId });
    return { events: [...lifted, ...ended], result: null };
  },
};
