/** Destroys an old day's rows where they lie, without holding up who writes. */
import type { Database } from "../database/database.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { inSlices } from "./slices.ts";

/** Removes every position from `first` to `last`, a slice a transaction. Stopped in the middle it may be called again. */
export async function deleteInSlices(db: Database, first: number, last: number): Promise<void> {
  await checkpointAfter(db, 100);
  await inSlices(first, last, (from, to) => db.transaction((sql) => deleteBetween(sql, from, to)));
  await checkpointAfter(db, 1_000);
}

/** The first position that still has a row. */
export async function firstPosition(sql: Sql): Promise<number> {
  const [row] = await sql`SELECT MIN(first) AS first FROM (
    SELECT MIN(id) AS first FROM messages
    UNION ALL SELECT MIN(seq) FROM sends
    UNION ALL SELECT MIN(seq) FROM events
    UNION ALL SELECT MIN(seq) FROM tombstones
  ) AS firsts`;
  return integer.parse(row?.["first"] ?? Number.MAX_SAFE_INTEGER);
}

/** A checkpoint holds up the writer who causes it for as long as it has pages. SQLite's own number is 1,000. */
async function checkpointAfter(db: Database, pages: number): Promise<void> {
  if (db.dialect !== "sqlite") return;
  await db.transaction((sql) => sql.unsafe(`PRAGMA wal_autocheckpoint = ${pages}`));
}

async function deleteBetween(sql: Sql, from: number, to: number): Promise<void> {
  await sql`DELETE FROM messages WHERE id BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM withdrawn WHERE id BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM tombstones WHERE seq BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM sends WHERE seq BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM felts WHERE message BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM reports WHERE message BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM guest_sanctions WHERE id BETWEEN ${from} AND ${to}`;
  await sql`DELETE FROM events WHERE seq BETWEEN ${from} AND ${to}`;
}
