/**
 * Messages that were deleted and can still be brought back. They are in a table that no read of the
 * room uses. Everything here runs under the room's lock.
 */
import { z } from "zod";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";

const Ids = z.array(z.object({ id: integer }));
const Acts = z.array(z.object({ kind: z.string(), id: integer.nullable(), actor: z.string() }));

/** A command that removes messages, while it runs. */
export interface Act {
  sql: Sql;
  /** The `seq` of its event. */
  seq: number;
  /** The key of the person who acts. */
  actor: string;
}

/** Withdraws the messages that match a condition on the table `messages`. Returns their ids in order. */
export async function withdraw(act: Act, condition: PromiseLike<Rows>): Promise<number[]> {
  const { sql, seq, actor } = act;
  await sql`INSERT INTO withdrawn
    (id, "user", text, timestamp, date_created, user_id, kind, act, actor)
    SELECT id, "user", text, timestamp, date_created, user_id, kind,
      CAST(${seq} AS BIGINT), CAST(${actor} AS TEXT) FROM messages WHERE ${condition}`;
  await standingsChange(sql);
  return ids(
    await sql`DELETE FROM messages WHERE id IN (SELECT id FROM withdrawn WHERE act = ${seq})
      RETURNING id`,
  );
}

/**
 * Assigns a message that its author deleted to this act, so that the author cannot bring it back.
 * False if there is none.
 */
export async function takeOver({ sql, seq, actor }: Act, id: number, row: RoomRow) {
  const found = await sql`UPDATE withdrawn SET act = ${seq}, actor = ${actor}
    WHERE id = ${id} AND id > ${row.since}
      AND actor = (SELECT sender FROM sends WHERE sends.seq = withdrawn.id) RETURNING id`;
  return found.length > 0;
}

/**
 * An act of today: the kind of its event, the account or message it names, and who acted. Null if
 * it is destroyed.
 */
export async function findAct(sql: Sql, seq: number, row: RoomRow) {
  const [act] = Acts.parse(
    await sql`SELECT events.kind, events.id, withdrawn.actor FROM withdrawn
      JOIN events ON events.seq = withdrawn.act
      WHERE withdrawn.act = ${seq} AND withdrawn.act > ${row.since} LIMIT 1`,
  );
  return act ?? null;
}

/** Brings back the messages of an act. Returns their ids in order. */
export async function restore(sql: Sql, act: number): Promise<number[]> {
  await sql`INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind)
    SELECT id, "user", text, timestamp, date_created, user_id, kind
    FROM withdrawn WHERE act = ${act}`;
  await standingsChange(sql);
  return ids(await sql`DELETE FROM withdrawn WHERE act = ${act} RETURNING id`);
}

/** Nodes that see it in the room's row compute again who was heard. */
async function standingsChange(sql: Sql): Promise<void> {
  await sql`UPDATE room SET removed = seq + 1`;
}

/** Destroys the messages that match a condition on the table `withdrawn`, with their reactions. */
export async function destroy(sql: Sql, condition: PromiseLike<Rows>): Promise<void> {
  await sql`DELETE FROM felts WHERE message IN (SELECT id FROM withdrawn WHERE ${condition})`;
  await sql`DELETE FROM withdrawn WHERE ${condition}`;
}

/** Destroys the messages that match a condition on the table `messages`, for good. Returns their ids in order. */
export async function destroyMessages(sql: Sql, condition: PromiseLike<Rows>): Promise<number[]> {
  await sql`DELETE FROM felts WHERE message IN (SELECT id FROM messages WHERE ${condition})`;
  return ids(await sql`DELETE FROM messages WHERE ${condition} RETURNING id`);
}

function ids(rows: unknown): number[] {
  return Ids.parse(rows)
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
}
