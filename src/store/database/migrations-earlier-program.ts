/** Migrations that convert a database of the earlier program. */
import { z } from "zod";
import { nameKey } from "../../room/names.ts";
import { isReserved } from "../../room/reserved-names.ts";
import type { Dialect } from "./database.ts";
import { emailKey, integer, sqlTime, userRows } from "./rows.ts";
import type { Sql } from "./sql.ts";

const Named = z.object({ id: integer, username: z.string() });
const LocalTime = z.object({ id: integer, local: z.string() });

/** The tables as the earlier program created them, so that its databases can be opened. */
export async function firstTables(sql: Sql, dialect: Dialect): Promise<void> {
  const postgres = dialect === "postgres";
  await sql.unsafe(`CREATE TABLE IF NOT EXISTS users (
    id ${postgres ? "SERIAL PRIMARY KEY" : "INTEGER PRIMARY KEY AUTOINCREMENT"},
    email VARCHAR(255) UNIQUE NOT NULL,
    username VARCHAR(50) UNIQUE NOT NULL,
    hashed_password VARCHAR(255) NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    is_admin BOOLEAN DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL
  )`);
  await sql.unsafe(`CREATE TABLE IF NOT EXISTS messages (
    id ${postgres ? "BIGINT" : "INTEGER"} PRIMARY KEY,
    "user" VARCHAR(50) NOT NULL,
    text VARCHAR(500) NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    date_created VARCHAR(10) NOT NULL,
    user_id INTEGER REFERENCES users(id)
  )`);
}

export async function theLog(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect === "postgres") {
    // 500 characters, as people count them, may be more code points than VARCHAR(500) allows.
    await sql`ALTER TABLE messages ALTER COLUMN text TYPE TEXT, ALTER COLUMN id TYPE BIGINT`;
  }
  await sql`ALTER TABLE messages ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'guest'`;
  await sql`UPDATE messages SET kind = 'user' WHERE user_id IS NOT NULL`;
  await sql`CREATE INDEX messages_by_day ON messages (date_created, id)`;

  // Events of the log that are not messages. `id`: the deleted message, or the banned user.
  await sql`CREATE TABLE events (
    seq BIGINT PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    id BIGINT,
    data TEXT
  )`;
  // Who sent which message when, without the text. For idempotency and limits; kept after a deletion.
  await sql`CREATE TABLE sends (
    seq BIGINT PRIMARY KEY,
    sender TEXT NOT NULL,
    ref TEXT,
    at BIGINT NOT NULL
  )`;
  await sql`CREATE UNIQUE INDEX sends_once ON sends (sender, ref)`;
  await sql`CREATE INDEX sends_by_time ON sends (at)`;
  await sql`CREATE TABLE signed_out (token_id TEXT PRIMARY KEY, expires BIGINT NOT NULL)`;

  // The one row whose lock orders every change of every node.
  await sql`CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    day VARCHAR(10) NOT NULL,
    topic TEXT NOT NULL,
    rules TEXT NOT NULL,
    configured TEXT NOT NULL
  )`;
  await sql`INSERT INTO room (one, seq, day, topic, rules, configured)
    SELECT 1, COALESCE(MAX(id), 0), COALESCE(MAX(date_created), '1970-01-01'), '', '', ''
    FROM messages`;
  // The earlier program may not have run at midnight; then messages of an earlier day are still here.
  await sql`DELETE FROM messages WHERE date_created < (SELECT day FROM room)`;
  await asUtc(sql, "messages", "timestamp");
  await asUtc(sql, "users", "created_at");
}

/** The earlier program wrote the machine's local time, and no offset with it. */
async function asUtc(sql: Sql, table: "messages" | "users", column: string): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const rows = await sql.unsafe(`SELECT id, CAST(${column} AS TEXT) AS local FROM ${table}`);
  for (const { id, local } of z.array(LocalTime).parse(rows)) {
    const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
    await sql.unsafe(`UPDATE ${table} SET ${column} = '${sqlTime(instant.epochMilliseconds)}'
      WHERE id = ${id}`);
  }
}

export async function namesThatLookAlike(sql: Sql): Promise<void> {
  await sql`ALTER TABLE users ADD COLUMN email_key TEXT NOT NULL DEFAULT ''`;
  await sql`ALTER TABLE users ADD COLUMN name_key TEXT NOT NULL DEFAULT ''`;
  for (const user of userRows(await sql`SELECT * FROM users`)) {
    await sql`UPDATE users
      SET email_key = ${emailKey(user.email)}, name_key = ${nameKey(user.username)}
      WHERE id = ${user.id}`;
  }
  // Not unique: the earlier program allowed addresses and names that differ only in case.
  await sql`CREATE INDEX users_by_email ON users (email_key)`;
  await sql`CREATE INDEX users_by_name ON users (name_key)`;
}

/** The keys were made with the confusable letters of Unicode 13. Names outside ASCII are the earlier program's. */
export async function namesByUnicode17(sql: Sql): Promise<void> {
  const rows = await sql`SELECT id, username FROM users`;
  for (const { id, username } of z.array(Named).parse(rows)) {
    await sql`UPDATE users SET name_key = ${nameKey(username)} WHERE id = ${id}`;
  }
}

/**
 * The earlier program allowed names of the system and of staff. Accounts and messages with such a
 * name get another. People still sign in with their e-mail address.
 */
export async function namesThatPretend(sql: Sql): Promise<void> {
  const users = userRows(await sql`SELECT * FROM users WHERE is_admin IS NOT TRUE ORDER BY id`);
  for (const { id, username } of users) {
    if (!isReserved(username)) continue;
    const name = await freeName(sql, `user-${id}`);
    await sql`UPDATE users SET username = ${name}, name_key = ${nameKey(name)} WHERE id = ${id}`;
    await sql`UPDATE messages SET "user" = ${name} WHERE user_id = ${id}`;
  }
  const names = await sql`SELECT DISTINCT "user" FROM messages WHERE user_id IS NULL`;
  for (const { user } of z.array(z.object({ user: z.string() })).parse(names)) {
    if (!isReserved(user)) continue;
    await sql`UPDATE messages SET "user" = ${"Anonymous"} WHERE "user" = ${user} AND user_id IS NULL`;
  }
}

async function freeName(sql: Sql, name: string): Promise<string> {
  const taken = await sql`SELECT 1 FROM users WHERE name_key = ${nameKey(name)}`;
  return taken.length === 0 ? name : freeName(sql, `${name}-1`);
}

/**
 * The receipt counts rows of `sends`, so messages of the earlier program get a row there.
 * `counted`: whether a day was counted before its rows were destroyed.
 */
export async function countedOnce(sql: Sql): Promise<void> {
  await sql`INSERT INTO sends (seq, sender, ref, at)
    SELECT id, CASE WHEN user_id IS NULL THEN 'name:' || "user" ELSE 'u:' || user_id END, NULL, 0
    FROM messages WHERE id NOT IN (SELECT seq FROM sends)`;
  await sql`ALTER TABLE receipts ADD COLUMN counted BOOLEAN NOT NULL DEFAULT FALSE`;
}
