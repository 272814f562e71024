import { z } from "zod";
import { accountIn } from "../../room/keys.ts";
import { Refusal } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Rows, Sql } from "../database/sql.ts";

const Senders = z.array(
  z.object({ sender: z.string(), range: z.string().nullable(), name: z.string().nullable() }),
);

/** Who sent a message of today, also where it was deleted since. Throws Refusal `not_found`. */
export async function senderOf(sql: Sql, row: RoomRow, id: number) {
  const [sent] = Senders.parse(
    await sql`SELECT sender, "range", COALESCE(
        (SELECT "user" FROM messages WHERE messages.id = sends.seq),
        (SELECT "user" FROM withdrawn WHERE withdrawn.id = sends.seq)) AS name
      FROM sends WHERE seq = ${id} AND seq > ${row.since}`,
  );
  if (!sent) throw new Refusal("not_found", `There is no message ${id} today.`);
  const { sender: key, range, name } = sent;
  return { key, userId: accountIn(key), range, name: name ?? "" };
}

/** A condition on the `id` of messages: what newcomers said since an instant, after a place: `placeBefore`. */
export const saidByNewcomers = (sql: Sql, since: number, place: number) =>
  saidBy(sql, sql`'new', 'pending', 'returned'`, since, place);

/** As `saidByNewcomers`, of those who came since midnight. */
export const saidByArrivals = (sql: Sql, since: number, place: number) =>
  saidBy(sql, sql`'new', 'pending'`, since, place);

function saidBy(sql: Sql, standings: PromiseLike<Rows>, since: number, place: number) {
  return sql`id > ${place} AND id IN (SELECT seq FROM sends
    WHERE sends.standing IN (${standings}) AND sends.at >= ${since} AND sends.seq > ${place})`;
}
