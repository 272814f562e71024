import { Refusal } from "../../room/refusal.ts";
import { record, recordRemoved } from "../log/record.ts";
import { destroy, withdraw } from "../log/withdrawals.ts";
import { assertMayAct } from "./act-on.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const ban: Command<"ban"> = {
  by: "admin",
  destroysTexts: true,
  audit: ({ userId, banned }) => ({
    act: banned ? "banned" : "unbanned",
    target: { kind: "account", id: userId },
  }),
  async run(transaction, { userId, banned }) {
    const { sql, row } = transaction;
    const user = await assertMayAct(transaction, userId);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    const name = user.username;
    const ended = banned ? 1 : 0;
    await sql`UPDATE users SET is_active = ${!banned}, token_version = token_version + ${ended}
      WHERE id = ${userId}`;
    if (!banned) return { events: [], result: { name, act: null, count: 0 } };
    const events = await record(sql, row, { type: "banned", userId });
    // Messages that the account deleted itself must not return when the ban is undone.
    await destroy(sql, sql`user_id = ${userId}`);
    const act = actOf(transaction);
    const ids = await withdraw(act, sql`id > ${row.since} AND user_id = ${userId}`);
    const gone = await recordRemoved(sql, { ...row, seq: row.seq + 1 }, ids, "ban");
    return { events: [...events, ...gone], result: { name, ...withdrawn(act, ids) } };
  },
};
