import { z } from "zod";
import { accountIn } from "../../room/keys.ts";
import { Refusal } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";

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
export function saidByNewcomers(sql: Sql, since: number, place: number) {
  return sql`id > ${place} AND id IN (SELECT seq FROM sends
    WHERE sends.standing IN ('new', 'pending', 'returned') AND sends.at >= ${since}
      AND sends.seq > ${place})`;
}

/** As `saidByNewcomers`, of those who came since midnight. */
export function saidByArrivals(sql: Sql, since: number, place: number) {
  return sql`id > ${place} AND id IN (SELECT seq FROM sends
    WHERE sends.standing IN ('new', 'pending') AND sends.at >= ${since} AND sends.seq > ${place})`;
}
