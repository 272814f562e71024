import type { Change } from "../../room/ports.ts";
import type { Database } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { KeyLost } from "../erasure/message-cipher.ts";
import { record } from "./record.ts";

/** A transaction under the room's lock. */
type Transaction = (
  body: (sql: Sql, row: RoomRow) => Promise<Change<number>>,
) => Promise<Change<number>>;

/**
 * At a start without the day's key: lets the day begin a new one. Nobody can read the texts under
 * the lost key, so they are deleted, as by `clear`. Throws `lost` if another node may still be able
 * to read them, or if this node is configured to store in the clear.
 */
export async function giveUpDay(
  db: Database,
  seals: boolean,
  row: RoomRow,
  lost: KeyLost,
  transaction: Transaction,
): Promise<void> {
  const mustKeep = !seals || (await db.hasOtherNodes());
  const { result } = await transaction(async (sql, now) => {
    // Another node may have been first.
    if (now.key_check !== row.key_check) return { events: [], result: 0 };
    const [counted] = await sql`SELECT
      (SELECT COUNT(*) FROM messages WHERE id > ${now.since})
      + (SELECT COUNT(*) FROM withdrawn WHERE hidden = act AND id > ${now.since}) AS count`;
    const texts = integer.parse(counted?.["count"]);
    if (texts > 0 && mustKeep) throw lost;
    await sql`UPDATE room SET key_check = '', chain = '', chain_seq = 0, chain_since = 0`;
    await sql`UPDATE events SET chain = NULL`;
    await sql`DELETE FROM tombstones`;
    if (texts === 0) return { events: [], result: 0 };
    await sql`DELETE FROM messages WHERE id > ${now.since}`;
    await sql`DELETE FROM withdrawn`;
    return { events: await record(sql, now, { type: "cleared", day: now.day }), result: texts };
  });
  if (result === 0) return;
  db.report(
    `The key of ${row.day} is lost, and with it what was said that day: what nobody can read any more is deleted (messages: ${result}), and the room goes on.`,
  );
}
