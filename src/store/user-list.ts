import type { User, UserList } from "../room/account-ports.ts";
import type { Database } from "./database/database.ts";
import { emailKey, userRows } from "./database/rows.ts";
import type { Sql } from "./database/sql.ts";

/** After every text that goes on from a beginning. */
const LAST = "\u{10ffff}";

/**
 * A page of the accounts. What is looked for is compared as it stands, never as a pattern, and by
 * an index: so a search reads no more than what it finds, and a page no more than is before it.
 */
export async function listUsers(
  { read: sql, dialect }: Database,
  skip: number,
  limit: number,
  { search, sort }: UserList,
): Promise<User[]> {
  const isPostgres = dialect === "postgres";
  const where =
    search === null ? sql`WHERE TRUE` : sql`WHERE ${begins(sql, isPostgres, emailKey(search))}`;
  // By its bytes, as the index has it, in whatever language the database sorts.
  const byName = isPostgres
    ? sql`ORDER BY lower(username) USING ~<~, id`
    : sql`ORDER BY lower(username), id`;
  const order = {
    oldest: sql`ORDER BY id`,
    newest: sql`ORDER BY id DESC`,
    name: byName,
  }[sort];
  return userRows(await sql`SELECT * FROM users ${where} ${order} LIMIT ${limit} OFFSET ${skip}`);
}

function begins(sql: Sql, isPostgres: boolean, key: string) {
  const end = key + LAST;
  return isPostgres
    ? sql`(lower(username) ~>=~ ${key} AND lower(username) ~<~ ${end})
        OR (email_key ~>=~ ${key} AND email_key ~<~ ${end})`
    : sql`(lower(username) >= ${key} AND lower(username) < ${end})
        OR (email_key >= ${key} AND email_key < ${end})`;
}
