import type { Sql } from "../database/sql.ts";

/** For a clock of another node that is behind. */
const SPARE_MS = 86_400_000;

/** Sign-ins that no token can be of any more, and what kept them ended. */
export async function forgetOldSignIns(sql: Sql, at: number): Promise<void> {
  await sql`DELETE FROM signed_out WHERE expires < ${at - SPARE_MS}`;
  await sql`DELETE FROM resets WHERE expires < ${at}`;
  await sql`DELETE FROM sign_ins WHERE expires < ${at} OR NOT EXISTS
    (SELECT 1 FROM users WHERE users.id = user_id AND token_version = version)`;
}
