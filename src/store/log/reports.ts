/**
 * Who reported what today. The table is destroyed with the day. Everything here but `openReports`
 * and `hiddenActs` runs under the room's lock.
 */
import { z } from "zod";
import { integer, truth } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";

const Counted = z.array(
  z.object({ message: integer, count: integer, ranges: integer, at: integer, hidden: truth }),
);
/** The reports of a message that count. */
export type CountedReports = z.infer<typeof Counted>[number];
/** What staff are told of them. */
export type OpenReport = Pick<CountedReports, "message" | "count" | "hidden">;

const Authors = z.array(z.object({ sender: z.string(), standing: z.string() }));
const Said = z.tuple([z.object({ messages: integer, first: integer, asRegular: integer })]);
const HiddenActs = z.array(z.object({ act: integer, count: integer }));
const Hides = z.tuple([z.object({ count: integer })]);
const Acts = z.array(z.object({ at: integer }));

interface Report {
  message: number;
  sender: string;
  range: string | null;
  at: number;
}

/** Stores a report, unless it counts for nothing: its sender had reported that message, staff keep it, or staff brought back what its sender had reported. Returns whether it counts. */
export async function insertReport(sql: Sql, since: number, report: Report): Promise<boolean> {
  const { message, sender, range, at } = report;
  const stored = await sql`INSERT INTO reports (message, sender, "range", at)
    SELECT CAST(${message} AS BIGINT), CAST(${sender} AS TEXT), CAST(${range} AS TEXT), CAST(${at} AS BIGINT)
    WHERE NOT EXISTS (SELECT 1 FROM reports WHERE message = ${message} AND kept)
      AND ${sender} NOT IN (${mistaken(sql, since)})
    ON CONFLICT (message, sender) DO NOTHING RETURNING message`;
  return stored.length > 0;
}

/** Who reported what was hidden for reports, before or after it was, and what staff brought back. */
const mistaken = (sql: Sql, since: number) =>
  sql`SELECT sender FROM reports WHERE kept AND message > ${since}
    AND message IN (SELECT message FROM reports WHERE hidden_at IS NOT NULL)`;

const isHidden = (sql: Sql, id: PromiseLike<Rows>) =>
  sql`EXISTS (SELECT 1 FROM withdrawn WHERE withdrawn.id = ${id} AND withdrawn.hidden = withdrawn.act)`;
export const isThere = (sql: Sql, id: PromiseLike<Rows>) =>
  sql`EXISTS (SELECT 1 FROM messages WHERE messages.id = ${id}) OR ${isHidden(sql, id)}`;

/**
 * What staff have not decided on, of the messages that are in sight or hidden and match a condition
 * on the table `reports`; the last report first.
 */
export async function openReports(
  sql: Sql,
  since: number,
  condition: PromiseLike<Rows>,
  limit: number,
): Promise<CountedReports[]> {
  const message = sql`reports.message`;
  return Counted.parse([
    ...(await sql`SELECT message, COUNT(*) AS count, COUNT(DISTINCT "range") AS ranges,
      MAX(at) AS at, ${isHidden(sql, message)} AS hidden FROM reports
      WHERE message > ${since} AND NOT kept AND sender NOT IN (${mistaken(sql, since)})
        AND (${isThere(sql, message)})
        AND ${condition}
      GROUP BY message ORDER BY at DESC, message DESC LIMIT ${limit}`),
  ]);
}

/** The events that hid what is still hidden, the last first. What reports hid is among the reports. */
export async function hiddenActs(sql: Sql, since: number, limit: number) {
  return HiddenActs.parse([
    ...(await sql`SELECT act, COUNT(*) AS count FROM withdrawn
      WHERE hidden = act AND act > ${since} AND NOT EXISTS (SELECT 1 FROM reports
        WHERE reports.message = withdrawn.id AND hidden_at IS NOT NULL AND NOT kept)
      GROUP BY act ORDER BY act DESC LIMIT ${limit}`),
  ]);
}

/** Of a message of today that is in sight or hidden: the key and the standing of who said it. */
export async function authorOf(sql: Sql, since: number, message: number) {
  const [author] = Authors.parse([
    ...(await sql`SELECT sender, standing FROM sends WHERE seq = ${message} AND seq > ${since}
      AND (${isThere(sql, sql`sends.seq`)})`),
  ]);
  return author;
}

/** What an author said today that is in sight or hidden: how many messages, when the first, and how many as a regular. */
export async function saidBy(sql: Sql, since: number, sender: string) {
  const [said] = Said.parse([
    ...(await sql`SELECT COUNT(*) AS messages, MIN(at) AS first,
        COUNT(CASE WHEN standing = 'regular' THEN 1 END) AS "asRegular"
      FROM sends WHERE sender = ${sender} AND seq > ${since} AND (${isThere(sql, sql`sends.seq`)})`),
  ]);
  return said;
}

/** How many messages of a sender reports have hidden after a time. */
export async function hidesOf(sql: Sql, sender: string, after: number): Promise<number> {
  const [{ count }] = Hides.parse([
    ...(await sql`SELECT COUNT(DISTINCT message) AS count FROM reports
      JOIN sends ON sends.seq = reports.message
      WHERE sends.sender = ${sender} AND hidden_at > ${after}`),
  ]);
  return count;
}

export async function markHidden(sql: Sql, message: number, at: number): Promise<void> {
  await sql`UPDATE reports SET hidden_at = ${at} WHERE message = ${message} AND NOT kept`;
}

/** Staff have decided that the messages that match a condition on the table `reports` stand. */
export async function markKept(sql: Sql, condition: PromiseLike<Rows>): Promise<void> {
  await sql`UPDATE reports SET kept = ${true} WHERE ${condition}`;
}

/** When staff did something last, in milliseconds since the epoch. */
export async function lastActOfStaff(sql: Sql): Promise<number> {
  const [act] = Acts.parse([...(await sql`SELECT at FROM audit ORDER BY id DESC LIMIT 1`)]);
  return act?.at ?? Number.NEGATIVE_INFINITY;
}
