import { Refusal } from "../../room/refusal.ts";
import { record } from "../log/record.ts";
import { removeSecondStep } from "../second-steps.ts";
import type { Command } from "./command.ts";

export const resetPassword: Command<"resetPassword"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, { userId, passwordHash, withoutSecondStep }) {
    await sql`DELETE FROM resets WHERE user_id = ${userId}`;
    const changed = await sql`UPDATE users
      SET hashed_password = ${passwordHash}, token_version = token_version + 1
      WHERE id = ${userId} RETURNING id`;
    if (changed.length === 0) throw new Refusal("not_found", `There is no user ${userId}.`);
    if (withoutSecondStep) await removeSecondStep(sql, userId);
    return { events: await record(sql, row, { type: "sign_ins_ended", userId }), result: null };
  },
};
