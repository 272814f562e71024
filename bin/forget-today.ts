/** Gives up what was said today; see HELP. */
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { readConfig } from "../src/config.ts";
import { dayAt } from "../src/room/day.ts";
import type { Database } from "../src/store/database/database.ts";
import { claimFile } from "../src/store/database/file-lock.ts";
import { nameOf, openRoom } from "../src/store/database/open-room.ts";
import { readRoomRow } from "../src/store/database/room-row.ts";
import { integer } from "../src/store/database/rows.ts";
import { overwrite, readIfThere } from "../src/store/erasure/key-file.ts";
import type { DatabaseAddress } from "../src/store/ports.ts";
import { confirm, readArguments, refuse, run } from "./command.ts";

const HELP = `npm run forget-today -- [--yes]
Deletes everything said today in the room of DATABASE_URL, with its key, while every node is
stopped: where a wrong clock has put the room into a day to come. It asks once, and with --yes
not at all. Accounts and receipts stay.`;

await run(async () => {
  const { yes } = readArguments({ help: HELP, words: 0 });
  const { database, timezone } = readConfig(process.env);
  const db = await openRoom(database);
  try {
    await forgetToday(db, database, timezone, yes);
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
});

async function forgetToday(
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
    const count = await deleteToday(db, dayAt(Date.now(), timezone));
    await removeKey(database.dayKey);
    console.log(`${count} messages of today are gone. The room can be started.`);
  } finally {
    claim?.release();
  }
}

async function question(db: Database, database: DatabaseAddress): Promise<string> {
  const [row] = await db.read`SELECT COUNT(*) AS count FROM messages`;
  const { day } = await readRoomRow(db.read);
  const room = database.dialect === "sqlite" ? resolve(database.file) : nameOf(database);
  return `The room in ${room}: the ${integer.parse(row?.["count"])} messages of ${day} are deleted for good.`;
}

async function deleteToday(db: Database, today: string): Promise<number> {
  const deleted = await db.transaction(async (sql) => {
    await sql`UPDATE room SET key_check = '', since = seq,
      day = CASE WHEN day > ${today} THEN ${today} ELSE day END`;
    await sql`DELETE FROM withdrawn`;
    return sql`DELETE FROM messages RETURNING id`;
  });
  await db.checkpointWal();
  return deleted.length;
}

async function removeKey(file: string | null): Promise<void> {
  const key = file === null ? null : readIfThere(file);
  if (file === null || key === null) return;
  overwrite(file, Buffer.alloc(key.length));
  await rm(file);
}
