import type { User } from "../../room/account-ports.ts";
import { accountKey } from "../../room/keys.ts";
import { Refusal } from "../../room/refusal.ts";
import { userRows } from "../database/rows.ts";
import { forgetActor } from "../log/audit.ts";
import { rememberDeleted } from "../log/deleted-accounts.ts";
import { record, recordRemoved } from "../log/record.ts";
import { destroy, destroyMessages } from "../log/withdrawals.ts";
import { removeSecondStep } from "../second-steps.ts";
import { assertMayAct } from "./act-on.ts";
import { type Command, isAdmin, type Transaction } from "./command.ts";
import { liftAll } from "./sanction.ts";

export const deleteAccount: Command<"deleteAccount"> = {
  by: "anyone",
  destroysTexts: true,
  audit: ({ userId }) => ({ act: "account_deleted", target: { kind: "account", id: userId } }),
  async run(transaction, { userId }) {
    const { sql, row, actor, at } = transaction;
    const isOwn = actor.userId === userId;
    const user = isOwn ? await leaving(transaction) : await another(transaction, userId);
    const lifted = await liftAll(transaction, userId);
    const theirs = sql`id > ${row.since} AND id IN
      (SELECT seq FROM sends WHERE sender = ${accountKey(userId)} AND sends.seq > ${row.since})`;
    await destroy(sql, theirs);
    const ids = await destroyMessages(sql, theirs);
    const afterLifted = { ...row, seq: row.seq + lifted.length };
    const removed = await recordRemoved(sql, afterLifted, ids, isOwn ? "author" : "staff");
    const last = { ...row, seq: afterLifted.seq + removed.length };
    const ended = await record(sql, last, { type: "sign_ins_ended", userId });
    await rememberDeleted(sql, userId, last.seq + 1, at);
    await forgetActor(sql, userId);
    await sql`DELETE FROM sign_ins WHERE user_id = ${userId}`;
    await sql`DELETE FROM resets WHERE user_id = ${userId}`;
    await removeSecondStep(sql, userId);
    await sql`DELETE FROM users WHERE id = ${userId}`;
    const result = { name: user.username, count: ids.length };
    return { events: [...lifted, ...removed, ...ended], result };
  },
};

async function leaving({ sql, actor }: Transaction): Promise<User> {
  const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${actor.userId}`);
  if (!user) throw new Refusal("not_found", "This account is gone already.");
  const others = await sql`SELECT 1 FROM users
    WHERE is_admin AND is_active AND id <> ${user.id} LIMIT 1`;
  if (user.isAdmin && others.length === 0) {
    throw new Refusal("last_admin", "A room needs an admin.");
  }
  return user;
}

async function another(transaction: Transaction, userId: number): Promise<User> {
  const { sql, actor } = transaction;
  if (actor.kind !== "room" && !(await isAdmin(sql, actor))) {
    throw new Refusal("not_admin", "Only an admin may do this.");
  }
  const user = await assertMayAct(transaction, userId);
  if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
  return user;
}
