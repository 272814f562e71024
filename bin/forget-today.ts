/** Gives up what was said today; see HELP. */
import { rm } from "node:fs/promises";
import { readConfig } from "../src/config.ts";
import { dayAt } from "../src/room/day.ts";
import { type Database, UnusableDatabase } from "../src/store/database/database.ts";
import { claimFile } from "../src/store/database/file-lock.ts";
import { openDatabase } from "../src/store/database/open-database.ts";
import { overwrite, readIfThere } from "../src/store/erasure/key-file.ts";
import { confirm, readArguments, refuse } from "./command.ts";

const HELP = `npm run forget-today -- [--yes]
Deletes everything said today in the room of DATABASE_URL, with its key, while every node is
stopped: where a wrong clock has put the room into a day to come. Accounts and receipts stay.`;

const { yes } = readArguments({ help: HELP, words: 0 });
const { database, timezone } = readConfig(process.env);
try {
  await forgetToday();
} catch (error) {
  if (!(error instanceof UnusableDatabase)) throw error;
  refuse(error.message);
}

async function forgetToday(): Promise<void> {
  if (database.dialect === "sqlite" && !(await Bun.file(database.file).exists())) {
    refuse(`There is no database at ${database.file}. Name the room's in DATABASE_URL.`);
  }
  const claim = database.dialect === "sqlite" ? claimFile(database.file) : null;
  const db = await openDatabase(database);
  try {
    if (await db.hasOtherNodes()) {
      refuse("A node of this room is running. Stop every node, then try again.");
    }
    await confirm(`Everything said today in ${nameOf()} is deleted for good.`, yes);
    const count = await deleteToday(db);
    console.log(`${count} messages of today are gone. The room can be started.`);
  } finally {
    await db.close();
    claim?.release();
  }
}

async function deleteToday(db: Database): Promise<number> {
  const today = dayAt(Date.now(), timezone);
  const deleted = await db.transaction(async (sql) => {
    await sql`UPDATE room SET key_check = '', since = seq,
      day = CASE WHEN day > ${today} THEN ${today} ELSE day END`;
    return sql`DELETE FROM messages RETURNING id`;
  });
  await db.checkpointWal();
  const { dayKey } = database;
  const key = dayKey === null ? null : readIfThere(dayKey);
  if (dayKey !== null && key !== null) {
    overwrite(dayKey, Buffer.alloc(key.length));
    await rm(dayKey);
  }
  return deleted.length;
}

/** Never the password that may stand in the address. */
function nameOf(): string {
  if (database.dialect === "sqlite") return database.file;
  const { host, pathname } = new URL(database.url);
  return `${pathname.slice(1)} on ${host}`;
}
