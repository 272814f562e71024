/**
 * `npm run forget-today`, with every node stopped: gives up what was said today, where its key is
 * lost and the room will not start, or where a wrong clock has put the room into a day to come.
 */
import { rm } from "node:fs/promises";
import { readConfig } from "../src/config.ts";
import { dayAt } from "../src/room/day.ts";
import { openDatabase } from "../src/store/database/open-database.ts";
import { overwrite, readIfThere } from "../src/store/erasure/key-file.ts";

const { database, timezone } = readConfig(process.env);
const today = dayAt(Date.now(), timezone);
const db = await openDatabase(database);
const forgotten = await db.transaction(async (sql) => {
  await sql`UPDATE room SET key_check = '', since = seq,
    day = CASE WHEN day > ${today} THEN ${today} ELSE day END`;
  return sql`DELETE FROM messages RETURNING id`;
});
await db.checkpointWal();
await db.close();
const { dayKey } = database;
const key = dayKey === null ? null : readIfThere(dayKey);
if (dayKey !== null && key !== null) {
  overwrite(dayKey, Buffer.alloc(key.length));
  await rm(dayKey);
}
console.log(`${forgotten.length} messages of today are gone. The room can be started.`);
