/**
 * Messages that an act took out of sight. They stand in a table that no read of the room asks,
 * and come back only from there. Everything here runs under the room's lock.
 */
import { z } from "zod";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";

const Ids = z.array(z.object({ id: integer }));
const Acts = z.array(z.object({ kind: z.string(), id: integer.nullable(), actor: z.string() }));

/** An act that takes messages away. */
export interface Act {
  sql: Sql;
  /** The position of its event. */
  seq: number;
  /** The key of who does it. */
  actor: string;
}

/** Takes away the messages of a condition on the table `messages`; says which, in order. */
export async function withdraw(act: Act, condition: PromiseLike<Rows>): Promise<number[]> {
  const { sql, seq, actor } = act;
  await sql`INSERT INTO withdrawn
    (id, "user", text, timestamp, date_created, user_id, kind, act, actor)
    SELECT id, "user", text, timestamp, date_created, user_id, kind,
      CAST(${seq} AS BIGINT), CAST(${actor} AS TEXT) FROM messages WHERE ${condition}`;
  return ids(
    await sql`DELETE FROM messages WHERE id IN (SELECT id FROM withdrawn WHERE act = ${seq})
      RETURNING id`,
  );
}

/** Makes what an author took away the act's: the author cannot bring it back. Whether it was there. */
export async function takeOver({ sql, seq, actor }: Act, id: number, row: RoomRow) {
  const found = await sql`UPDATE withdrawn SET act = ${seq}, actor = ${actor}
    WHERE id = ${id} AND id > ${row.since}
      AND actor = (SELECT sender FROM sends WHERE sends.seq = withdrawn.id) RETURNING id`;
  return found.length > 0;
}

/** What event an act of today was, of what account or message, and who did it; null once it is destroyed. */
export async function findAct(sql: Sql, seq: number, row: RoomRow) {
  const [act] = Acts.parse(
    await sql`SELECT events.kind, events.id, withdrawn.actor FROM withdrawn
      JOIN events ON events.seq = withdrawn.act
      WHERE withdrawn.act = ${seq} AND withdrawn.act > ${row.since} LIMIT 1`,
  );
  return act ?? null;
}

/** Says which messages stand again, in order. */
export async function restore(sql: Sql, act: number): Promise<number[]> {
  await sql`INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind)
    SELECT id, "user", text, timestamp, date_created, user_id, kind
    FROM withdrawn WHERE act = ${act}`;
  return ids(await sql`DELETE FROM withdrawn WHERE act = ${act} RETURNING id`);
}

/** Destroys the withdrawn messages of a condition on the table `withdrawn`, with their reactions. */
export async function destroy(sql: Sql, condition: PromiseLike<Rows>): Promise<void> {
  await sql`DELETE FROM felts WHERE message IN (SELECT id FROM withdrawn WHERE ${condition})`;
  await sql`DELETE FROM withdrawn WHERE ${condition}`;
}

function ids(rows: unknown): number[] {
  return Ids.parse(rows)
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
}
