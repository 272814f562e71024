import { z } from "zod";
import { accountIn } from "../../room/keys.ts";
import { Refusal } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";

const Senders = z.array(z.object({ sender: z.string() }));

/** Who sent a message of today, also where it was deleted since. Throws Refusal `not_found`. */
export async function senderOf(sql: Sql, row: RoomRow, id: number) {
  const [sent] = Senders.parse(
    await sql`SELECT sender FROM sends WHERE seq = ${id} AND seq > ${row.since}`,
  );
  if (!sent) throw new Refusal("not_found", `There is no message ${id} today.`);
  return { key: sent.sender, userId: accountIn(sent.sender) };
}
