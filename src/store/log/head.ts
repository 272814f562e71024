/** The head of the log: its last place, and the link there. Runs under the room's lock, at the end of a change. */
import type { RoomEvent } from "../../events/kinds.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { type Chain, rowOf } from "./chain.ts";
import { firstEvents, linkEvents } from "./event-rows.ts";

/** On which nodes are told of a new head. */
export const CHANNEL = "rage_room";

/** Links the events of a change that are no messages, moves the head to the last one, and tells the other nodes. */
export async function moveHead(
  sql: Sql,
  dialect: Dialect,
  row: RoomRow,
  chain: Chain,
  events: readonly RoomEvent[],
): Promise<{ head: number; link: string | undefined }> {
  const others = events.filter(({ type }) => type !== "message");
  await linkEvents(sql, dialect, chain, others.map(rowOf));
  const last = events.at(-1)?.seq;
  const head = last ?? row.seq;
  const linked = chain.head;
  if (linked !== null) {
    await sql`UPDATE room SET seq = ${head}, chain = ${linked.chain},
      chain_seq = ${linked.chain_seq}, chain_since = ${linked.chain_since}`;
  } else if (last !== undefined) {
    await sql`UPDATE room SET seq = ${head}`;
  }
  if (last !== undefined && dialect === "postgres") {
    await sql`SELECT pg_notify(${CHANNEL}, ${`${head}`})`;
  }
  return { head, link: linked?.chain };
}

/** When the key of a day begins: over the events that the day has already. */
export async function beginChain(
  sql: Sql,
  dialect: Dialect,
  { since, seq }: RoomRow,
  chain: Chain,
): Promise<void> {
  const first = await firstEvents(sql, since, seq);
  if (first.length > 0) chain.beginAt(since);
  await linkEvents(sql, dialect, chain, first);
}
