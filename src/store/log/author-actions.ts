/** What people do with what was said: take back their own, and say that they felt another's. */
import { z } from "zod";
import type { Reaction } from "../../room/commands.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const Ids = z.array(z.object({ id: integer }));
const Counts = z.array(z.object({ message: integer, count: integer }));

/** Removes today's messages of a sender, or that one of them; says which, in order. */
export async function deleteBySender(
  sql: Sql,
  dialect: Dialect,
  row: RoomRow,
  sender: string,
  id?: number,
): Promise<number[]> {
  const one = id === undefined ? sql`` : sql`AND sends.seq = ${id}`;
  const rows = await sql`DELETE FROM messages WHERE id > ${row.since}
    AND id IN (SELECT seq FROM sends WHERE sender = ${sender} AND sends.seq > ${row.since} ${one})
    RETURNING id`;
  return gone(sql, dialect, rows);
}

/** Removes today's messages of an account; says which, in order. */
export async function deleteByUser(
  sql: Sql,
  dialect: Dialect,
  row: RoomRow,
  userId: number,
): Promise<number[]> {
  const rows = await sql`DELETE FROM messages WHERE id > ${row.since} AND user_id = ${userId}
    RETURNING id`;
  return gone(sql, dialect, rows);
}

async function gone(sql: Sql, dialect: Dialect, rows: unknown): Promise<number[]> {
  const ids = Ids.parse(rows)
    .map((row) => row.id)
    .toSorted((a, b) => a - b);
  await deleteReactions(sql, dialect, ids);
  return ids;
}

/** In one statement: under the room's lock, a round trip for each of thousands holds everybody up. */
export async function deleteReactions(sql: Sql, dialect: Dialect, ids: readonly number[]) {
  const gone =
    dialect === "postgres"
      ? sql`SELECT jsonb_array_elements_text(${ids}::jsonb)::bigint`
      : sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
  await sql`DELETE FROM felts WHERE message IN (${gone})`;
}

/** Counts each tap of a message that stands and is not the tapper's own, once; the new counts of those that changed. */
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
