/** Migrations that change our own tables. */
import type { Dialect } from "./database.ts";
import type { Sql } from "./sql.ts";

/** Only for PostgreSQL, which can have several nodes. Unlogged: their reports need not survive a crash. */
export async function severalNodes(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect !== "postgres") return;
  await sql`CREATE UNLOGGED TABLE nodes (
    id TEXT PRIMARY KEY,
    present INTEGER NOT NULL,
    at BIGINT NOT NULL
  )`;
}

/** Shows the nodes whether they hold the same key, without showing the key. Empty until the key is made. */
export async function keyOfTheDay(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN key_check TEXT NOT NULL DEFAULT ''`;
}

/**
 * One row for each day that ended, made in its turn. `checked_at` is set when the day is destroyed
 * and checked.
 */
export async function receipts(sql: Sql): Promise<void> {
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

/** Who reacted to which message; `sender` as in `sends`. */
export async function felts(sql: Sql): Promise<void> {
  await sql`CREATE TABLE felts (
    message BIGINT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (message, sender)
  )`;
}

/** How a day was destroyed. Unknown for days before this migration. */
export async function methods(sql: Sql): Promise<void> {
  await sql`ALTER TABLE receipts ADD COLUMN methods TEXT NOT NULL DEFAULT '[]'`;
}

/**
 * What all nodes must agree on: the zone of midnight, and a check of the secret. Empty until the
 * first start.
 */
export async function agreement(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN timezone TEXT NOT NULL DEFAULT ''`;
  await sql`ALTER TABLE room ADD COLUMN secret_check TEXT NOT NULL DEFAULT ''`;
}

/** A token contains the version of its account, and is valid while the account has that version. */
export async function tokenVersion(sql: Sql): Promise<void> {
  await sql`ALTER TABLE users ADD COLUMN token_version INTEGER NOT NULL DEFAULT 0`;
}

/**
 * Messages that were removed and can still be brought back. `act`: the `seq` of the event that
 * removed them.
 */
export async function withdrawals(sql: Sql): Promise<void> {
  await sql`CREATE TABLE withdrawn (
    id BIGINT PRIMARY KEY,
    "user" VARCHAR(50) NOT NULL,
    text TEXT NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    date_created VARCHAR(10) NOT NULL,
    user_id INTEGER,
    kind VARCHAR(10) NOT NULL,
    act BIGINT NOT NULL,
    actor TEXT NOT NULL
  )`;
  await sql`CREATE INDEX withdrawn_by_act ON withdrawn (act)`;
}
