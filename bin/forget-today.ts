/** `npm run forget-today`: gives up what was said today, where its key is lost and the room will not start. */
import { readConfig } from "../src/config.ts";
import { openDatabase } from "../src/store/database.ts";

const { database } = readConfig(process.env);
const db = await openDatabase(database);
const forgotten = await db.transaction(async (sql) => {
  await sql`UPDATE room SET key_check = ''`;
  return sql`DELETE FROM messages RETURNING id`;
});
await db.close();
console.log(`${forgotten.length} messages of today are gone. The room can be started.`);
