/** The first events of a day. Runs in the turn, after the day before was ended. */
import type { RoomEvent } from "../../events/kinds.ts";
import type { Topic } from "../../room/commands.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { forgetOldActs } from "./audit.ts";
import { forgetDeleted } from "./deleted-accounts.ts";
import { changeTopic, record, recordMode } from "./record.ts";
import { forgetOldSignIns } from "./sign-ins.ts";
import { takeTopic } from "./topics.ts";

interface Beginning {
  day: string;
  /** The topic of a day that has no other. */
  usual: Topic;
  at: number;
  /** For `room.last_minute`. */
  left: string;
  /** See `hasMode`. */
  hadMode: boolean;
}

export async function beginDay(
  sql: Sql,
  row: RoomRow,
  { day, usual, at, left, hadMode }: Beginning,
): Promise<RoomEvent[]> {
  await forgetOldActs(sql, at);
  await forgetOldSignIns(sql, at);
  await forgetDeleted(sql, at);
  await sql`UPDATE room SET day = ${day}, key_check = '', since = ${row.seq + 1},
    sanctioned = ${row.seq + 1}, last_minute = ${left}, chain = '', chain_seq = 0, chain_since = 0`;
  const topic = await takeTopic(sql, row.day, day, usual);
  const cleared = await record(sql, row, { type: "cleared", day });
  const next = { ...row, seq: row.seq + 1 };
  const told = await changeTopic(sql, next, topic);
  const mode = hadMode ? await recordMode(sql, { ...row, seq: row.seq + 2 }) : [];
  return [...cleared, ...told, ...mode];
}
