/** Destroys an old day's rows where they lie, without holding up who writes. */
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

/** What a slice may take of the writers' time, in milliseconds. */
const SLICE_MS = 8;
const FIRST_PLACES = 200;

export interface Swept {
  messages: number;
  people: number;
}

/**
 * Removes every place up to `last`, a slice a transaction; between slices others write. Stopped in
 * the middle it may be called again, and counts what was left. What was deleted before midnight
 * counts as said.
 */
export async function deleteInSlices(db: Database, last: number): Promise<Swept> {
  const people = new Set<string>();
  let messages = 0;
  let places = FIRST_PLACES;
  let from = await firstPlace(db.read);
  await checkpointAfter(db, 100);
  while (from <= last) {
    const to = Math.min(last, from + places - 1);
    const start = performance.now();
    const slice = await db.transaction((sql) => deleteSlice(sql, from, to));
    const spent = performance.now() - start;
    messages += slice.messages;
    for (const sender of slice.senders) people.add(sender);
    places = Math.max(1, Math.round(places * Math.min(2, SLICE_MS / Math.max(spent, 0.1))));
    from = to + 1;
    await setImmediate();
  }
  await checkpointAfter(db, 1_000);
  return { messages, people: people.size };
}

/** A checkpoint holds up the writer who causes it for as long as it has pages. SQLite's own number is 1,000. */
async function checkpointAfter(db: Database, pages: number): Promise<void> {
  if (db.dialect !== "sqlite") return;
  await db.transaction((sql) => sql.unsafe(`PRAGMA wal_autocheckpoint = ${pages}`));
}

const Sender = z.array(z.object({ sender: z.string() }));

async function deleteSlice(sql: Sql, from: number, to: number) {
  const [row] =
    await sql`SELECT COUNT(*) AS count FROM (SELECT id FROM messages WHERE id BETWEEN ${from} AND ${to}
      UNION SELECT seq FROM sends WHERE seq BETWEEN ${from} AND ${to}) AS said`;
  const senders = await sql`SELECT DISTINCT sender FROM sends WHERE seq BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM messages WHERE id BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM sends WHERE seq BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM felts WHERE message BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM events WHERE seq BETWEEN ${from} AND ${to}`;
  return {
    messages: integer.parse(row?.["count"]),
    senders: Sender.parse(senders).map(({ sender }) => sender),
  };
}

async function firstPlace(sql: Sql): Promise<number> {
  const [row] = await sql`SELECT MIN(first) AS first FROM (
    SELECT MIN(id) AS first FROM messages
    UNION ALL SELECT MIN(seq) FROM sends
    UNION ALL SELECT MIN(seq) FROM events
  ) AS firsts`;
  return integer.parse(row?.["first"] ?? Number.MAX_SAFE_INTEGER);
}
