/** Migrations for accounts: signing in, getting back in, and going. */
import type { Sql } from "./sql.ts";

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
