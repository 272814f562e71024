import type { Withdrawn } from "../../room/commands.ts";
import type { Change } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import { record, recordReportCount, recordRestored } from "../log/record.ts";
import { markKept, openReports } from "../log/reports.ts";
import { hiddenBy, keep, withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, type Transaction, withdrawn } from "./command.ts";

export const settleReport: Command<"settleReport"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ id, keep: keeps }) => ({
    act: keeps ? "report_kept" : "report_removed",
    target: { kind: "message", id },
  }),
  async run(transaction, { id, keep: keeps }) {
    const { sql, row } = transaction;
    const hidden = await hiddenBy(sql, id, row);
    const [open] = await openReports(sql, row.since, sql`message = ${id}`, 1);
    if (hidden === null && !open) throw new Refusal("not_found", `Message ${id} is not reported.`);
    const { events, result } = keeps
      ? await stand(transaction, id, hidden)
      : await remove(transaction, id);
    const next = { ...row, seq: row.seq + events.length };
    const settled = { message: id, count: 0, hidden: false };
    return { events: [...events, ...(await recordReportCount(sql, next, settled))], result };
  },
};

/** `hidden`: the event that hid it, or null. */
async function stand(
  { sql, row }: Transaction,
  id: number,
  hidden: number | null,
): Promise<Change<Withdrawn>> {
  await markKept(sql, sql`message = ${id}`);
  const result = { act: null, count: 0 };
  if (hidden === null) return { events: [], result };
  const ids = await keep(sql, sql`id = ${id}`);
  return { events: await recordRestored(sql, row, hidden, "removed", ids), result };
}

async function remove(transaction: Transaction, id: number): Promise<Change<Withdrawn>> {
  const { sql, row } = transaction;
  const act = actOf(transaction);
  const ids = await withdraw(act, sql`id = ${id} AND id > ${row.since}`);
  return {
    events: await record(sql, row, { type: "deleted", id }),
    result: withdrawn(act, ids),
  };
}
