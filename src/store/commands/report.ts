/** Reports by those who were heard, and what they do while staff are away. */
import type { RoomEvent } from "../../events/kinds.ts";
import { Refusal } from "../../room/refusal.ts";
import { isNewcomer } from "../../room/standing.ts";
import { recordRemoved, recordReportCount } from "../log/record.ts";
import {
  authorOf,
  type CountedReports,
  hidesOf,
  insertReport,
  lastActOfStaff,
  markHidden,
  openReports,
  saidBy,
} from "../log/reports.ts";
import { hide } from "../log/withdrawals.ts";
import { actOf, type Command, type Transaction } from "./command.ts";

/** Reports from so many ranges of addresses hide a message. */
const RANGES = 3;
/** Staff who did nothing for so long are away. */
const STAFF_AWAY_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
/** So many messages of a regular are hidden in an hour and no more, or those who lie could silence anybody. */
const HIDES_OF_A_REGULAR = 2;
const MOST_AT_ONCE = 1_000;

export const report: Command<"report"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run(transaction, { id, by }) {
    const { sql, dialect, row, at, standings } = transaction;
    await standings.sync(sql, dialect, row, [by], at);
    if (isNewcomer(standings.of(by))) {
      throw new Refusal("newcomer", "Who has said something here for a while can report.");
    }
    const author = await authorOf(sql, row.since, id);
    if (!author) throw new Refusal("not_found", `There is no message ${id} today.`);
    if (author.sender === by.key) throw new Refusal("invalid", "That is your own message.");
    const { key: sender, range } = by;
    const counts = await insertReport(sql, row.since, { message: id, sender, range, at });
    const [open] = counts ? await openReports(sql, row.since, sql`message = ${id}`, 1) : [];
    if (!open) return { events: [], result: null };
    const hiding = await hideIfEnough(transaction, open);
    if (hiding !== "no" && hiding !== "later") return { events: hiding, result: null };
    return { events: await recordReportCount(sql, row, open), result: null };
  },
};

export const hideReported: Command<"hideReported"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run(transaction) {
    const { sql, row } = transaction;
    const events: RoomEvent[] = [];
    let waiting = 0;
    for (const open of await openReports(sql, row.since, sql`TRUE`, MOST_AT_ONCE)) {
      const place = { ...row, seq: row.seq + events.length };
      const hiding = await hideIfEnough({ ...transaction, row: place }, open);
      if (hiding === "later") waiting++;
      else if (hiding !== "no") events.push(...hiding);
    }
    return { events, result: { waiting } };
  },
};

/** The events of a message that it hid; `later` where it may do so in a while. */
async function hideIfEnough(
  transaction: Transaction,
  open: CountedReports,
): Promise<RoomEvent[] | "no" | "later"> {
  const { sql, row, at, standings } = transaction;
  if (open.hidden || open.ranges < RANGES) return "no";
  const author = await authorOf(sql, row.since, open.message);
  if (!author || author.standing === "staff") return "no";
  if ((await lastActOfStaff(sql)) > at - STAFF_AWAY_MS) return "later";
  // What reports hid counts for who said it: two of five would make a regular less than that.
  const said = await saidBy(sql, row.since, author.sender);
  if (said.asRegular > 0 || standings.isRegularBy(said, at)) {
    const hides = await hidesOf(sql, author.sender, at - HOUR_MS);
    if (hides >= HIDES_OF_A_REGULAR) return "later";
  }
  const ids = await hide(actOf(transaction), sql`id = ${open.message}`);
  await markHidden(sql, open.message, at);
  const removed = await recordRemoved(sql, row, ids, "hidden");
  const next = { ...row, seq: row.seq + removed.length };
  return [...removed, ...(await recordReportCount(sql, next, { ...open, hidden: true }))];
}
