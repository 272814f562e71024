/** The receipts of the days that ended, as rows and back. */
import { z } from "zod";
import type { KeptReceipt, Receipt } from "../../midnight/receipt.ts";
import { CHECKS, METHODS } from "../../wire/limits.ts";
import { integer, truth } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { Counted } from "./count-day.ts";

const KEPT = 366;

const Checks = z.array(z.object({ what: z.enum(CHECKS), found: z.int(), ok: z.boolean() }));
const Methods = z.array(z.enum(METHODS));
const ReceiptRow = z
  .object({
    day: z.string(),
    timezone: z.string(),
    turned_at: integer,
    checked_at: integer,
    took_ms: integer,
    messages: integer,
    people: integer,
    methods: z.string(),
    checks: z.string(),
    angrier: integer.default(0),
    same: integer.default(0),
    calmer: integer.default(0),
  })
  .transform(
    (row): KeptReceipt => ({
      day: row.day,
      timezone: row.timezone,
      turnedAt: row.turned_at,
      checkedAt: row.checked_at,
      tookMs: row.took_ms,
      messages: row.messages,
      people: row.people,
      methods: Methods.parse(JSON.parse(row.methods)),
      checks: Checks.parse(JSON.parse(row.checks)),
      moods: { angrier: row.angrier, same: row.same, calmer: row.calmer },
    }),
  );

/** A day that ended, whose destruction was not seen through yet: its places end at `last`. */
const OpenRow = z.object({
  day: z.string(),
  last: integer,
  turned_at: integer,
  messages: integer,
  people: integer,
  /** Whether the two figures are all: set before the first row is destroyed. */
  counted: truth,
  methods: z.string().transform((text) => Methods.parse(JSON.parse(text))),
});
export type OpenReceipt = z.infer<typeof OpenRow>;

/** Under the lock, in the turn itself: a day has one receipt, however many nodes turn it. */
export async function openReceipt(sql: Sql, receipt: OpenReceipt): Promise<void> {
  const { day, last, turned_at, messages, people, counted, methods } = receipt;
  await sql`INSERT INTO receipts (day, last, turned_at, messages, people, counted, methods)
    VALUES (${day}, ${last}, ${turned_at}, ${messages}, ${people}, ${counted}, ${JSON.stringify(methods)})
    ON CONFLICT (day) DO NOTHING`;
}

export async function oldestOpen(sql: Sql): Promise<OpenReceipt | null> {
  const [row] = await sql`SELECT * FROM receipts
    WHERE checked_at IS NULL ORDER BY last LIMIT 1`;
  return row ? OpenRow.parse(row) : null;
}

/** Adds to what a version that counted while it destroyed had counted of the day; of several callers one is heard. */
export async function addCount(
  sql: Sql,
  day: string,
  { messages, people }: Counted,
): Promise<void> {
  await sql`UPDATE receipts SET messages = messages + ${messages}, people = people + ${people},
    counted = ${true} WHERE day = ${day} AND NOT counted`;
}

/** Of several nodes that checked one day, the first is kept. */
export async function closeReceipt(sql: Sql, receipt: Receipt): Promise<void> {
  const { day, timezone, checkedAt, tookMs, messages, people, checks } = receipt;
  await sql`UPDATE receipts SET timezone = ${timezone}, checked_at = ${checkedAt},
      took_ms = ${Math.round(tookMs)}, messages = ${messages}, people = ${people}, checks = ${JSON.stringify(checks)}
    WHERE day = ${day} AND checked_at IS NULL`;
  await sql`DELETE FROM receipts WHERE day NOT IN
    (SELECT day FROM receipts ORDER BY day DESC LIMIT ${KEPT})`;
}

/** Newest first. */
export async function readReceipts(sql: Sql, limit: number): Promise<KeptReceipt[]> {
  const rows = await sql`SELECT * FROM receipts WHERE checked_at IS NOT NULL
    ORDER BY day DESC LIMIT ${limit}`;
  return z.array(ReceiptRow).parse(rows);
}
