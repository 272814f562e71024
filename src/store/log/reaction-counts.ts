/** Stores and counts reactions to messages. */
import { z } from "zod";
import type { Reaction } from "../../room/commands.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const Ids = z.array(z.object({ id: integer }));
const Counts = z.array(z.object({ message: integer, count: integer }));

/**
 * Stores each reaction once, if its message exists and is another person's. Returns the new counts
 * of messages that changed.
 */
export async function countReactions(
  sql: Sql,
  dialect: Dialect,
  row: RoomRow,
  reactions: readonly Reaction[],
): Promise<[id: number, count: number][]> {
  const batch =
    dialect === "postgres"
      ? sql`jsonb_to_recordset(${reactions}::jsonb) AS tap(id bigint, sender text)`
      : sql`(SELECT value->>'id' AS id, value->>'sender' AS sender
          FROM json_each(${JSON.stringify(reactions)})) AS tap`;
  const added = await sql`INSERT INTO felts (message, sender)
    SELECT tap.id, tap.sender FROM ${batch}
    JOIN messages ON messages.id = tap.id AND messages.id > ${row.since}
    JOIN sends ON sends.seq = tap.id AND sends.sender <> tap.sender
    WHERE TRUE ON CONFLICT (message, sender) DO NOTHING RETURNING message AS id`;
  const changed = new Set(Ids.parse(added).map(({ id }) => id));
  if (changed.size === 0) return [];
  const rows = await sql`SELECT message, COUNT(*) AS count FROM felts
    WHERE message IN (SELECT id FROM ${batch}) GROUP BY message ORDER BY message`;
  return Counts.parse(rows)
    .filter(({ message }) => changed.has(message))
    .map(({ message, count }) => [message, count]);
}
