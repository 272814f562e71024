import type { RoomEvent } from "../../events/kinds.ts";
import type { Sanction } from "../../events/sanction.ts";
import { Refusal } from "../../room/refusal.ts";
import { record, recordRemoved } from "../log/record.ts";
import { deleteSanctions, insertSanction, readSanctions } from "../log/sanctions.ts";
import { senderOf } from "../log/senders.ts";
import { destroy, withdraw } from "../log/withdrawals.ts";
import { assertMayAct } from "./act-on.ts";
import { actOf, type Command, type Transaction, withdrawn } from "./command.ts";

export const sanction: Command<"sanction"> = {
  by: "staff",
  destroysTexts: true,
  audit: ({ kind, message, userId, reason }, { until }) => ({
    act: kind === "ban" ? "banned" : "muted",
    target: message === null ? { kind: "account", id: userId } : { kind: "message", id: message },
    until,
    reason,
  }),
  async run(transaction, { kind, message, userId, minutes, midnight, reason }) {
    const { at } = transaction;
    const subject = await subjectOf(transaction, message, userId);
    const end = minutes === null ? null : at + minutes * 60_000;
    // A guest is nobody after midnight.
    const until = subject.userId === null ? Math.min(end ?? midnight, midnight) : end;
    return place(transaction, { ...subject, kind, until, reason });
  },
};

export const liftSanction: Command<"liftSanction"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ id }) => ({ act: "lifted", target: { kind: "event", id } }),
  async run(transaction, { id }) {
    const { sql, row } = transaction;
    const found = (await readSanctions(sql, row.since)).find((one) => one.id === id);
    if (!found) throw new Refusal("not_found", `There is no sanction ${id}.`);
    await assertMayAct(transaction, found.userId);
    // It was a mistake, or is forgiven: it does not count against the account.
    await sql`UPDATE users SET sanctioned_at = NULL WHERE id = ${found.userId}`;
    return { events: await lift(transaction, [found]), result: null };
  },
};

export const endSanctions: Command<"endSanctions"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run(transaction) {
    const { sql, row, at } = transaction;
    const over = (await readSanctions(sql, row.since)).filter(
      ({ until }) => until !== null && until <= at,
    );
    return { events: await lift(transaction, over), result: null };
  },
};

/** A message of today names its sender; an account is named by its id. */
async function subjectOf(transaction: Transaction, message: number | null, id: number | null) {
  const { sql, row } = transaction;
  const sender =
    message === null
      ? { key: `u:${id}`, userId: id, range: null, name: "" }
      : await senderOf(sql, row, message);
  const user = await assertMayAct(transaction, sender.userId);
  const range = user ? null : sender.range;
  return { subject: sender.key, userId: sender.userId, range, name: user?.username ?? sender.name };
}

/** A ban removes what its subject said today; of an account it ends every sign-in too. */
export async function place(transaction: Transaction, fields: Omit<Sanction, "id" | "at">) {
  const { sql, row, at } = transaction;
  const { kind, subject, userId, name, until } = fields;
  const id = row.seq + 1;
  const sanction = { ...fields, id, at };
  await insertSanction(sql, sanction);
  if (userId !== null) await sql`UPDATE users SET sanctioned_at = ${at} WHERE id = ${userId}`;
  const events = await record(sql, row, { type: "sanctioned", sanction });
  const result = { id, kind, name, until };
  if (kind === "mute") return { events, result: { ...result, act: null, count: 0 } };
  if (userId !== null) {
    await sql`UPDATE users SET is_active = ${false}, token_version = token_version + 1
      WHERE id = ${userId}`;
  }
  const theirs = sql`id > ${row.since} AND id IN
    (SELECT seq FROM sends WHERE sender = ${subject} AND sends.seq > ${row.since})`;
  // Messages that the sender deleted itself must not return when the ban is undone.
  await destroy(sql, theirs);
  const act = actOf(transaction);
  const ids = await withdraw(act, theirs);
  const gone = await recordRemoved(sql, { ...row, seq: id }, ids, "ban");
  return { events: [...events, ...gone], result: { ...result, ...withdrawn(act, ids) } };
}

/** Ends sanctions that are in force. Returns an event for each. */
export async function lift({ sql, row, at }: Transaction, sanctions: readonly Sanction[]) {
  const events: RoomEvent[] = [];
  for (const sanction of sanctions) {
    const next = { ...row, seq: row.seq + events.length };
    await deleteSanctions(sql, next.seq + 1, sql`id = ${sanction.id}`);
    if (sanction.kind === "ban" && sanction.userId !== null) {
      await sql`UPDATE users SET is_active = ${true} WHERE id = ${sanction.userId}`;
    }
    events.push(...(await record(sql, next, { type: "lifted", sanction, at })));
  }
  return events;
}

/** An admin is never subject to a sanction: whoever becomes one is rid of theirs. */
export async function liftAll(transaction: Transaction, userId: number) {
  const all = await readSanctions(transaction.sql, transaction.row.since);
  return lift(
    transaction,
    all.filter((one) => one.userId === userId),
  );
}
