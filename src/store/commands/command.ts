import type {
  Actor,
  CommandInput,
  CommandName,
  CommandResult,
  Withdrawn,
} from "../../room/commands.ts";
import type { Change } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import type { Audited } from "../log/audit.ts";
import type { Standings } from "../log/standings.ts";
import type { Act } from "../log/withdrawals.ts";

/** An open transaction that holds the room's lock. */
export interface Transaction {
  sql: Sql;
  dialect: Dialect;
  /** The room as it is when the lock is taken: the first new event gets `row.seq + 1`. */
  row: RoomRow;
  actor: Actor;
  standings: Standings;
  /** Now, in milliseconds since the epoch. */
  at: number;
}

export interface Command<Name extends CommandName> {
  by: "anyone" | "staff" | "admin" | "room";
  /** Whether it destroys texts. Then it is answered only when they are gone from the write-ahead log too. */
  destroysTexts: boolean;
  /** What the audit log keeps where staff run it; null where it is nothing that staff do. */
  audit: ((input: CommandInput<Name>, result: CommandResult<Name>) => Audited) | null;
  /** Runs under the room's lock. An error rolls everything back. */
  run(transaction: Transaction, input: CommandInput<Name>): Promise<Change<CommandResult<Name>>>;
}

/**
 * Runs under the lock, so that an admin who was just banned can change nothing. Throws Refusal
 * `not_admin` or `not_staff`.
 */
export async function checkRight(sql: Sql, by: Command<CommandName>["by"], actor: Actor) {
  if (by === "anyone" || actor.kind === "room") return;
  if (by === "admin" && (await isAdmin(sql, actor))) return;
  if (by === "staff") {
    const staff = await sql`SELECT 1 FROM users
      WHERE id = ${actor.userId} AND (is_admin OR is_moderator) AND is_active`;
    if (staff.length > 0) return;
    throw new Refusal("not_staff", "Only admins and moderators may do this.");
  }
  throw new Refusal("not_admin", "Only an admin may do this.");
}

export async function isAdmin(sql: Sql, actor: Actor): Promise<boolean> {
  const admins = await sql`SELECT 1 FROM users
    WHERE id = ${actor.userId} AND is_admin AND is_active`;
  return admins.length > 0;
}

/** This command as an act; its `seq` is that of the command's first event. */
export function actOf({ sql, row, actor }: Transaction): Act {
  return { sql, seq: row.seq + 1, actor: actor.key };
}

export function withdrawn({ seq }: Act, ids: readonly number[]): Withdrawn {
  return { act: ids.length > 0 ? seq : null, count: ids.length };
}
