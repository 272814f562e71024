/** What newcomers said just before the shield went up: out of sight until staff decide. */
import type { RoomEvent } from "../../events/kinds.ts";
import { Refusal } from "../../room/refusal.ts";
import { placeBefore } from "../log/place-before.ts";
import { recordRemoved, recordReportCounts, recordRestored } from "../log/record.ts";
import { markKept, type OpenReport, openReports } from "../log/reports.ts";
import { saidByArrivals } from "../log/senders.ts";
import { hide, keep, withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, type Transaction, withdrawn } from "./command.ts";

const LATELY_MS = 60_000;

/** In the transaction that raises the shield: it happens once, whoever else raises it at that moment. */
export async function hideNewcomers(transaction: Transaction): Promise<RoomEvent[]> {
  const { sql, row, at } = transaction;
  const act = actOf(transaction);
  const since = at - LATELY_MS;
  const place = await placeBefore(sql, since, row.since);
  const ids = await hide(act, saidByArrivals(sql, since, place));
  const removed = await recordRemoved(sql, row, ids, "hidden");
  return withReports(transaction, removed, await reportsOf(transaction, act.seq));
}

export const keepHidden: Command<"keepHidden"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "hidden_kept", target: { kind: "event", id: act } }),
  async run(transaction, { act }) {
    const { sql, row } = transaction;
    const reported = await reportsOf(transaction, act);
    await markKept(sql, hiddenBy(transaction, act));
    const ids = await keep(sql, sql`hidden = ${act} AND hidden > ${row.since}`);
    if (ids.length === 0) throw nothingHidden(act);
    const restored = await recordRestored(sql, row, act, "removed", ids);
    return {
      events: await withReports(transaction, restored, reported.map(settled)),
      result: ids.length,
    };
  },
};

export const removeHidden: Command<"removeHidden"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "hidden_removed", target: { kind: "event", id: act } }),
  async run(transaction, { act: hidden }) {
    const { sql, row } = transaction;
    const reported = await reportsOf(transaction, hidden);
    const act = actOf(transaction);
    const ids = await withdraw(
      act,
      sql`id IN (SELECT id FROM withdrawn WHERE hidden = ${hidden} AND hidden > ${row.since})`,
    );
    if (ids.length === 0) throw nothingHidden(hidden);
    const removed = await recordRemoved(sql, row, ids, "staff");
    return {
      events: await withReports(transaction, removed, reported.map(settled)),
      result: withdrawn(act, ids),
    };
  },
};

/** A condition on the table `reports`: those of what an event hid and nobody decided on. */
const hiddenBy = ({ sql, row }: Transaction, act: number) =>
  sql`message IN (SELECT id FROM withdrawn WHERE act = ${act} AND hidden = act AND act > ${row.since})`;

const reportsOf = (transaction: Transaction, act: number) =>
  openReports(
    transaction.sql,
    transaction.row.since,
    hiddenBy(transaction, act),
    Number.MAX_SAFE_INTEGER,
  );

const settled = ({ message }: OpenReport): OpenReport => ({ message, count: 0, hidden: false });

async function withReports(
  { sql, row }: Transaction,
  events: readonly RoomEvent[],
  reports: readonly OpenReport[],
): Promise<RoomEvent[]> {
  const next = { ...row, seq: row.seq + events.length };
  return [...events, ...(await recordReportCounts(sql, next, reports))];
}

function nothingHidden(act: number): Refusal {
  return new Refusal("not_found", `Nothing is hidden any more of what the event ${act} hid.`);
}
