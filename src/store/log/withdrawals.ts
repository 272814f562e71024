/**
 * Messages that were taken out of sight. They are in a table that no read of the room uses. Those
 * that were deleted are destroyed soon; those that are hidden stay until staff decide, or the day
 * ends. Everything here runs under the room's lock.
 */
import { z } from "zod";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import { leaveTombstones, takeTombstones } from "./tombstones.ts";

const Ids = z.array(z.object({ id: integer }));
const Hidden = z.array(z.object({ hidden: integer }));
const Acts = z.array(z.object({ kind: z.string(), id: integer.nullable(), actor: z.string() }));

/** A command that removes messages, while it runs. */
export interface Act {
  sql: Sql;
  /** The `seq` of its event. */
  seq: number;
  /** The key of the person who acts. */
  actor: string;
}

/** Withdraws the messages, hidden ones too, that match a condition on their `id`. Returns their ids in order. */
export async function withdraw(act: Act, condition: PromiseLike<Rows>): Promise<number[]> {
  const seen = await takeAway(act, condition);
  const hidden = await act.sql`UPDATE withdrawn SET act = ${act.seq}, actor = ${act.actor}
    WHERE hidden = act AND act < ${act.seq} AND ${condition} RETURNING id`;
  return inOrder([...seen, ...idsOf(hidden)]);
}

/** Hides the messages that match a condition on their `id`. Returns their ids in order. */
export async function hide(act: Act, condition: PromiseLike<Rows>): Promise<number[]> {
  const seen = await takeAway(act, condition);
  await act.sql`UPDATE withdrawn SET hidden = act WHERE act = ${act.seq}`;
  return inOrder(seen);
}

async function takeAway({ sql, seq, actor }: Act, condition: PromiseLike<Rows>) {
  await sql`INSERT INTO withdrawn
    (id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain, act, actor)
    SELECT id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain,
      CAST(${seq} AS BIGINT), CAST(${actor} AS TEXT) FROM messages WHERE ${condition}`;
  await leaveTombstones(sql, sql`SELECT id, chain FROM withdrawn WHERE act = ${seq}`);
  const ids = idsOf(
    await sql`DELETE FROM messages WHERE id IN (SELECT id FROM withdrawn WHERE act = ${seq})
      RETURNING id`,
  );
  if (ids.length > 0) await standingsChange(sql);
  return ids;
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
 * it is destroyed, and for what is hidden: that comes back by `keep`.
 */
export async function findAct(sql: Sql, seq: number, row: RoomRow) {
  const [act] = Acts.parse(
    await sql`SELECT events.kind, events.id, withdrawn.actor FROM withdrawn
      JOIN events ON events.seq = withdrawn.act
      WHERE withdrawn.act = ${seq} AND withdrawn.act > ${row.since}
        AND (hidden IS NULL OR hidden <> act) LIMIT 1`,
  );
  return act ?? null;
}

/**
 * Puts the messages of an act back to where they were. Returns the ids of those that are in sight
 * again and of those that are hidden again, in order.
 */
export async function restore(sql: Sql, act: number) {
  const seen = await bringBack(sql, sql`act = ${act} AND hidden IS NULL`);
  const hidden = await sql`UPDATE withdrawn SET act = hidden WHERE act = ${act} RETURNING id`;
  return { seen, hidden: inOrder(idsOf(hidden)) };
}

/** The `seq` of the event that hid a message of today; null where it is not hidden. */
export async function hiddenBy(sql: Sql, id: number, row: RoomRow): Promise<number | null> {
  const [hidden] = Hidden.parse(
    await sql`SELECT hidden FROM withdrawn
      WHERE id = ${id} AND id > ${row.since} AND hidden = act`,
  );
  return hidden?.hidden ?? null;
}

/** Brings the hidden messages that match a condition on the table `withdrawn` back into sight. */
export async function keep(sql: Sql, condition: PromiseLike<Rows>): Promise<number[]> {
  return bringBack(sql, sql`hidden = act AND ${condition}`);
}

async function bringBack(sql: Sql, condition: PromiseLike<Rows>): Promise<number[]> {
  await sql`INSERT INTO messages
    (id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain)
    SELECT id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain
    FROM withdrawn WHERE ${condition}`;
  await takeTombstones(sql, sql`SELECT id FROM withdrawn WHERE ${condition}`);
  await standingsChange(sql);
  return inOrder(idsOf(await sql`DELETE FROM withdrawn WHERE ${condition} RETURNING id`));
}

/** Nodes that see it in the room's row compute again who was heard. */
async function standingsChange(sql: Sql): Promise<void> {
  await sql`UPDATE room SET removed = seq + 1`;
}

/**
 * Destroys the messages that match a condition on the table `withdrawn`, with their reactions. What
 * is hidden stays.
 */
export async function destroy(sql: Sql, condition: PromiseLike<Rows>): Promise<void> {
  const deleted = sql`(hidden IS NULL OR hidden <> act) AND ${condition}`;
  await sql`DELETE FROM felts WHERE message IN (SELECT id FROM withdrawn WHERE ${deleted})`;
  await sql`DELETE FROM withdrawn WHERE ${deleted}`;
}

/** Destroys the messages, hidden ones too, that match a condition on their `id`. Returns their ids in order. */
export async function destroyMessages(sql: Sql, condition: PromiseLike<Rows>): Promise<number[]> {
  const hidden = sql`hidden = act AND ${condition}`;
  await sql`DELETE FROM felts WHERE message IN (SELECT id FROM messages WHERE ${condition}
    UNION ALL SELECT id FROM withdrawn WHERE ${hidden})`;
  await leaveTombstones(sql, sql`SELECT id, chain FROM messages WHERE ${condition}`);
  return inOrder([
    ...idsOf(await sql`DELETE FROM messages WHERE ${condition} RETURNING id`),
    ...idsOf(await sql`DELETE FROM withdrawn WHERE ${hidden} RETURNING id`),
  ]);
}

const idsOf = (rows: unknown) => Ids.parse(rows).map(({ id }) => id);

const inOrder = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);
