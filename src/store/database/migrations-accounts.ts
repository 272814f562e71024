/** Migrations for accounts: signing in, getting back in, and going. */
import type { Dialect } from "./database.ts";
import type { Sql } from "./sql.ts";

/**
 * For lists of accounts: by how a name or an address begins, and in order of the names. PostgreSQL
 * is told to compare bytes: in the order of a language an index finds no beginnings.
 */
export async function accountLists(sql: Sql, dialect: Dialect): Promise<void> {
  if (dialect === "postgres") {
    await sql`CREATE INDEX users_by_name_shown ON users (lower(username) text_pattern_ops, id)`;
    await sql`CREATE INDEX users_by_email_begun ON users (email_key text_pattern_ops)`;
  } else {
    await sql`CREATE INDEX users_by_name_shown ON users (lower(username), id)`;
  }
}

/**
 * Second steps: the sealed secret, and the last period whose code was taken, 0 before the first; and
 * what is left of the recovery codes, of which only hashes are kept.
 */
export async function secondSteps(sql: Sql): Promise<void> {
  await sql`CREATE TABLE second_steps (
    user_id INTEGER PRIMARY KEY,
    secret TEXT NOT NULL,
    last_period BIGINT NOT NULL DEFAULT 0
  )`;
  await sql`CREATE TABLE recovery_codes (
    user_id INTEGER NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
  )`;
}

/** From when the secret that the room keeps a check of signs, in milliseconds; 0 for ever. */
export async function secretFrom(sql: Sql): Promise<void> {
  await sql`ALTER TABLE room ADD COLUMN secret_from BIGINT NOT NULL DEFAULT 0`;
}

/**
 * Sign-ins with when they began and were last renewed, to the hour; open resets with a hash of their
 * secret; and accounts that are gone, for as long as a message of theirs may still be on its way.
 */
export async function accountLife(sql: Sql): Promise<void> {
  await sql`CREATE TABLE sign_ins (
    id TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    since BIGINT NOT NULL,
    used BIGINT NOT NULL,
    expires BIGINT NOT NULL
  )`;
  await sql`CREATE INDEX sign_ins_by_user ON sign_ins (user_id)`;
  await sql`CREATE TABLE resets (
    user_id INTEGER PRIMARY KEY,
    secret_hash TEXT NOT NULL,
    expires BIGINT NOT NULL
  )`;
  await sql`CREATE TABLE deleted_accounts (id INTEGER PRIMARY KEY, at BIGINT NOT NULL)`;
}
