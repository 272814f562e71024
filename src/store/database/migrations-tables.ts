/** Migrations that add to our own tables. */
import type { Dialect } from "./database.ts";
import type { Sql } from "./sql.ts";

/** Only PostgreSQL has several nodes. What they last said of themselves is not worth a log. */
export async function severalNodes(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect !== "postgres") return;
  await sql`CREATE UNLOGGED TABLE nodes (
    id TEXT PRIMARY KEY,
    present INTEGER NOT NULL,
    at BIGINT NOT NULL
  )`;
}

/** Tells the nodes whether they hold the same key, and nobody what it is. Empty until the day's first message. */
export async function keyOfTheDay(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN key_check TEXT NOT NULL DEFAULT ''`;
}

/** A day that ended, from its turn on; `checked_at` once what it left was destroyed and looked for. */
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

/** Who felt which message, by the same keys as `sends`. */
export async function felts(sql: Sql): Promise<void> {
  await sql`CREATE TABLE felts (
    message BIGINT NOT NULL,
    sender TEXT NOT NULL,
    PRIMARY KEY (message, sender)
  )`;
}

/** How a day was destroyed; of days before, nobody wrote it down. */
export async function methods(sql: Sql): Promise<void> {
  await sql`ALTER TABLE receipts ADD COLUMN methods TEXT NOT NULL DEFAULT '[]'`;
}

/** What all nodes must agree on: the zone of midnight, and a check of the secret. Empty until the first start. */
export async function agreement(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN timezone TEXT NOT NULL DEFAULT ''`;
  await sql`ALTER TABLE room ADD COLUMN secret_check TEXT NOT NULL DEFAULT ''`;
}

/** A token tells the version it was issued at, and works while that is the account's. */
export async function tokenVersion(sql: Sql): Promise<void> {
  await sql`ALTER TABLE users ADD COLUMN token_version INTEGER NOT NULL DEFAULT 0`;
}

/** Messages out of sight, until they are brought back or destroyed; `act` is the event that took them away. */
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
