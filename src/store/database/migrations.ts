import { z } from "zod";
import { nameKey } from "../../room/names.ts";
import { isReserved } from "../../room/reserved-names.ts";
import { type Database, type Dialect, UnusableDatabase } from "./database.ts";
import { assertOurs } from "./other-programs.ts";
import { emailKey, integer, sqlTime, userRows } from "./rows.ts";
import type { Sql } from "./sql.ts";

/** Numbered by their place. Never edited once shipped: a change is a new one. */
const MIGRATIONS: ((sql: Sql, dialect: Dialect) => Promise<void>)[] = [
  firstTables,
  theLog,
  namesThatLookAlike,
  severalNodes,
  keyOfTheDay,
  receipts,
  felts,
  methods,
  namesThatPretend,
  agreement,
  tokenVersion,
  countedOnce,
];
/** The version of the tables. */
export const SCHEMA = MIGRATIONS.length;

const LocalTime = z.object({ id: integer, local: z.string() });

/**
 * Brings a database to this program's tables; each migration runs once, whichever node is first.
 * Says whether any did. Throws UnusableDatabase for one of a newer version or of another program.
 */
export async function migrate(db: Database): Promise<boolean> {
  return db.transaction(async (sql) => {
    // Any constant that only this program uses.
    if (db.dialect === "postgres") await sql`SELECT pg_advisory_xact_lock(8000)`;
    await assertOurs(sql, db.dialect);
    await sql`CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)`;
    const [done] = await sql`SELECT COALESCE(MAX(number), 0) AS number FROM migrations`;
    const first = Number(done?.["number"] ?? 0);
    if (first > MIGRATIONS.length) {
      throw new UnusableDatabase(
        `The database is of a newer version of this program (schema ${first}, this one knows ${MIGRATIONS.length}). Start that version, or restore a backup that this one made.`,
      );
    }
    for (const [offset, run] of MIGRATIONS.slice(first).entries()) {
      await run(sql, db.dialect);
      await sql`INSERT INTO migrations (number) VALUES (${first + offset + 1})`;
    }
    return first < MIGRATIONS.length;
  });
}

/** As the earlier program made them, so that its databases open. */
async function firstTables(sql: Sql, dialect: Dialect): Promise<void> {
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

async function theLog(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect === "postgres") {
    // 500 characters as a reader sees them may be more code points than VARCHAR(500) takes.
    await sql`ALTER TABLE messages ALTER COLUMN text TYPE TEXT, ALTER COLUMN id TYPE BIGINT`;
  }
  await sql`ALTER TABLE messages ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'guest'`;
  await sql`UPDATE messages SET kind = 'user' WHERE user_id IS NOT NULL`;
  await sql`CREATE INDEX messages_by_day ON messages (date_created, id)`;

  // Places in the log that are not messages. `id` is the message deleted or the user banned.
  await sql`CREATE TABLE events (
    seq BIGINT PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    id BIGINT,
    data TEXT
  )`;
  // Who sent what when, without the text: for idempotency and limits, outliving a deletion.
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
  // The earlier program may have been down at a midnight, and the day before is nobody's to keep.
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

async function namesThatLookAlike(sql: Sql): Promise<void> {
  await sql`ALTER TABLE users ADD COLUMN email_key TEXT NOT NULL DEFAULT ''`;
  await sql`ALTER TABLE users ADD COLUMN name_key TEXT NOT NULL DEFAULT ''`;
  for (const user of userRows(await sql`SELECT * FROM users`)) {
    await sql`UPDATE users
      SET email_key = ${emailKey(user.email)}, name_key = ${nameKey(user.username)}
      WHERE id = ${user.id}`;
  }
  // Not unique: the earlier program let addresses and names differ by case alone.
  await sql`CREATE INDEX users_by_email ON users (email_key)`;
  await sql`CREATE INDEX users_by_name ON users (name_key)`;
}

/** Only PostgreSQL has several nodes. What they last said of themselves is not worth a log. */
async function severalNodes(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect !== "postgres") return;
  await sql`CREATE UNLOGGED TABLE nodes (
    id TEXT PRIMARY KEY,
    present INTEGER NOT NULL,
    at BIGINT NOT NULL
  )`;
}

/** Tells the nodes whether they hold the same key, and nobody what it is. Empty until the day's first message. */
async function keyOfTheDay(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN key_check TEXT NOT NULL DEFAULT ''`;
}

/** A day that ended, from its turn on; `checked_at` once what it left was destroyed and looked for. */
async function receipts(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN since BIGINT NOT NULL DEFAULT 0`;
  await sql`CREATE TABLE receipts (
    day VARCHAR(10) PRIMARY KEY,
    last BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    people BIGINT NOT NULL,
    timezone TEXT NOT NULL DEFAULT '',
    turned_at BIGINT NOT NULL DEFAULT 0,
    checked_at BIGINT,
    took_ms BIGINT NOT NULL DEFAULT 0,
    checks TEXT NOT NULL DEFAULT '[]'
  )`;
}

/** Who felt which message, by the same keys as `sends`. */
async function felts(sql: Sql): Promise<void> {
  await sql`CREATE TABLE felts (
    message BIGINT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (message, sender)
  )`;
}

/** How a day was destroyed; of days before, nobody wrote it down. */
async function methods(sql: Sql): Promise<void> {
  await sql`ALTER TABLE receipts ADD COLUMN methods TEXT NOT NULL DEFAULT '[]'`;
}

/**
 * The earlier program let an account, and anyone who spoke, be called as the system is. They are
 * renamed, and sign in as before by their address.
 */
async function namesThatPretend(sql: Sql): Promise<void> {
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

/** What all nodes must agree on: the zone of midnight, and a check of the secret. Empty until the first start. */
async function agreement(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN timezone TEXT NOT NULL DEFAULT ''`;
  await sql`ALTER TABLE room ADD COLUMN secret_check TEXT NOT NULL DEFAULT ''`;
}

/** A token tells the version it was issued at, and works while that is the account's. */
async function tokenVersion(sql: Sql): Promise<void> {
  await sql`ALTER TABLE users ADD COLUMN token_version INTEGER NOT NULL DEFAULT 0`;
}

/**
 * The receipt counts what `sends` remembers: there the messages of the earlier program were missing.
 * `counted`: whether a day that ended was counted before its rows were destroyed.
 */
async function countedOnce(sql: Sql): Promise<void> {
  await sql`INSERT INTO sends (seq, sender, ref, at)
    SELECT id, CASE WHEN user_id IS NULL THEN 'name:' || "user" ELSE 'u:' || user_id END, NULL, 0
    FROM messages WHERE id NOT IN (SELECT seq FROM sends)`;
  await sql`ALTER TABLE receipts ADD COLUMN counted BOOLEAN NOT NULL DEFAULT FALSE`;
}
