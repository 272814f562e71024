import type { LogHead } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import { readRoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { headLink, ownLink } from "./chain.ts";

/** `seq`: null for the head. Throws Refusal `not_found` where that is no place of today. */
export async function readHead(sql: Sql, seq: number | null): Promise<LogHead> {
  const place = await readRoomRow(sql);
  const { epoch, day, since, seq: head } = place;
  if (seq === null || seq === head) return { epoch, day, seq: head, hash: headLink(place) };
  if (seq < since || seq > head) {
    throw new Refusal("not_found", `There is no place ${seq} in today's log.`);
  }
  return { epoch, day, seq, hash: (await linkAt(sql, seq)) ?? "" };
}

/** The link of a place of the log; null where it has none. */
export async function linkAt(sql: Sql, seq: number): Promise<string | null> {
  const [row] = await sql`SELECT chain FROM (
      SELECT id AS seq, chain FROM messages UNION ALL SELECT seq, chain FROM events
      UNION ALL SELECT seq, chain FROM tombstones
    ) AS places WHERE seq = ${seq} AND chain IS NOT NULL`;
  return row ? ownLink(String(row["chain"])) : null;
}
