import type { Actor, CommandInput, CommandName, CommandResult } from "../../room/commands.ts";
import type { Change } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";

/** An open transaction that holds the room's lock. */
export interface Transaction {
  sql: Sql;
  dialect: Dialect;
  /** The room as it is when the lock is taken: the first new event gets `row.seq + 1`. */
  row: RoomRow;
  actor: Actor;
}

export interface Command<Name extends CommandName> {
  by: "anyone" | "admin" | "room";
  /** Whether it deletes texts: it is answered once they are out of the write-ahead log too. */
  deletesTexts: boolean;
  /** Runs under the room's lock. What it throws rolls everything back. */
  run(transaction: Transaction, input: CommandInput<Name>): Promise<Change<CommandResult<Name>>>;
}

/** Asked under the lock: an admin who was banned meanwhile changes nothing. Throws Refusal `not_admin`. */
export async function checkRight(sql: Sql, by: Command<CommandName>["by"], actor: Actor) {
  if (by === "anyone" || actor.kind === "room") return;
  if (by === "admin") {
    const admins = await sql`SELECT 1 FROM users
      WHERE id = ${actor.userId} AND is_admin AND is_active`;
    if (admins.length > 0) return;
  }
  throw new Refusal("not_admin", "Only an admin may do this.");
}
