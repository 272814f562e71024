/** Migrations that take away what every message paid for and no reading needs. */
import type { Dialect } from "./database.ts";
import type { Sql } from "./sql.ts";

/**
 * `sends` before `messages`, as an append takes them: of two that wait for each other PostgreSQL ends one.
 * On SQLite only a key that is called INTEGER is the place of its row; any other is one more index.
 */
export async function fewerIndexes(sql: Sql, dialect: Dialect): Promise<void> {
  await sql`DROP INDEX sends_by_time`;
  await sql`DROP INDEX messages_by_day`;
  if (dialect === "postgres") return;
  await sql`CREATE TABLE sends_by_place (
    seq INTEGER PRIMARY KEY,
    sender TEXT NOT NULL,
    ref TEXT,
    at BIGINT NOT NULL,
    "range" TEXT,
    standing TEXT NOT NULL DEFAULT 'new'
  )`;
  await sql`INSERT INTO sends_by_place (seq, sender, ref, at, "range", standing)
    SELECT seq, sender, ref, at, "range", standing FROM sends`;
  await sql`DROP TABLE sends`;
  await sql`ALTER TABLE sends_by_place RENAME TO sends`;
  await sql`CREATE UNIQUE INDEX sends_once ON sends (sender, ref)`;
}
