/**
 * Accounts that were deleted a moment ago. A message that was on its way then finds no account any
 * more, on whichever node, and is refused in the commit that would have stored it.
 */
import { z } from "zod";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const KEPT_MS = 86_400_000;
const Rows = z.array(z.object({ id: integer }));

/** `seq`: the event of this change. Nodes that see it in the room's row read the accounts again. */
export async function rememberDeleted(sql: Sql, id: number, seq: number, at: number) {
  await sql`INSERT INTO deleted_accounts (id, at) VALUES (${id}, ${at})`;
  await sql`UPDATE room SET sanctioned = ${seq}`;
}

export async function readDeleted(sql: Sql): Promise<Set<number>> {
  return new Set(Rows.parse(await sql`SELECT id FROM deleted_accounts`).map(({ id }) => id));
}

export async function forgetDeleted(sql: Sql, at: number): Promise<void> {
  await sql`DELETE FROM deleted_accounts WHERE at < ${at - KEPT_MS}`;
}
