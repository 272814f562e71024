/** Gives up what was said today; see HELP. */
import { resolve } from "node:path";
import { readConfig } from "../config.ts";
import { systemClock } from "../process/clock.ts";
import { dayAt } from "../room/day.ts";
import type { Database } from "../store/database/database.ts";
import { claimFile } from "../store/database/file-lock.ts";
import { nameOf, openRoom } from "../store/database/open-room.ts";
import { readRoomRow } from "../store/database/room-row.ts";
import { integer } from "../store/database/rows.ts";
import { destroyKey } from "../store/erasure/key-file.ts";
import type { DatabaseAddress } from "../store/ports.ts";
import { confirm, type Env, readArguments, refuse } from "./arguments.ts";

const HELP = `rage-room forget-today [--yes]
Deletes everything said today in the room of DATABASE_URL, with its key, while every node is
stopped: where a wrong clock has put the room into a day to come. It asks once, and with --yes
not at all. Accounts and receipts stay.`;

export async function forgetToday(args: readonly string[], env: Env): Promise<void> {
  const flags = { yes: { type: "boolean" } } as const;
  const yes = readArguments(args, { help: HELP, words: 0, flags }).has("yes");
  const { database, timezone } = readConfig(env);
  const db = await openRoom(database);
  try {
    await forget(db, database, timezone, yes);
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}

async function forget(
  db: Database,
  database: DatabaseAddress,
  timezone: string,
  yes: boolean,
): Promise<void> {
  const claim = database.dialect === "sqlite" ? claimFile(database.file) : null;
  try {
    if (await db.hasOtherNodes()) {
      refuse("A node of this room is running. Stop every node, then try again.");
    }
    await confirm(await question(db, database), yes);
    const count = await deleteToday(db, dayAt(systemClock.now(), timezone));
    if (database.dayKey !== null) destroyKey(database.dayKey);
    console.log(`What was said today is gone (messages: ${count}). The room can be started.`);
  } finally {
    claim?.release();
  }
}

async function question(db: Database, database: DatabaseAddress): Promise<string> {
  const [row] = await db.read`SELECT COUNT(*) AS count FROM messages`;
  const { day } = await readRoomRow(db.read);
  const room = database.dialect === "sqlite" ? resolve(database.file) : nameOf(database);
  const count = integer.parse(row?.["count"]);
  return `The room in ${room}: what was said on ${day} is deleted for good (messages: ${count}).`;
}

async function deleteToday(db: Database, today: string): Promise<number> {
  const deleted = await db.transaction(async (sql) => {
    await sql`UPDATE room SET key_check = '', epoch = '', since = seq,
      chain = '', chain_seq = 0, chain_since = 0,
      day = CASE WHEN day > ${today} THEN ${today} ELSE day END`;
    await sql`DELETE FROM withdrawn`;
    await sql`DELETE FROM tombstones`;
    await sql`UPDATE events SET chain = NULL`;
    return sql`DELETE FROM messages RETURNING id`;
  });
  await db.checkpointWal();
  return deleted.length;
}
