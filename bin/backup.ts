/**
 * `npm run backup -- FILE`: accounts, the topic and the receipts of a SQLite room, while it runs,
 * and nothing that was said. A room opens on the file as it is.
 */
import { chmod } from "node:fs/promises";
import { readConfig } from "../src/config.ts";
import { migrate } from "../src/store/database/migrations.ts";
import { openDatabase } from "../src/store/database/open-database.ts";
import { readRoomRow } from "../src/store/database/room-row.ts";

/** What outlives midnight. Never the day's messages, who sent them, or what was felt. */
const KEPT = ["users", "signed_out", "receipts"];

const [file] = process.argv.slice(2);
const { database } = readConfig(process.env);
if (file === undefined || (await Bun.file(file).exists())) {
  fail("Name a file that is not there yet: npm run backup -- FILE");
}
if (database.dialect === "postgres") {
  fail(
    "On PostgreSQL: pg_dump --exclude-table-data=messages --exclude-table-data=sends --exclude-table-data=felts --exclude-table-data=events",
  );
}
const backup = await openDatabase({ dialect: "sqlite", file, dayKey: null });
await chmod(file, 0o600);
await migrate(backup);
const from = await openDatabase(database);
await backup.transaction(async (sql) => {
  for (const table of KEPT) {
    const rows = await from.read.unsafe(`SELECT * FROM ${table}`);
    for (const row of rows) {
      const columns = Object.keys(row);
      await sql.unsafe(
        `INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => "?")})`,
        Object.values(row),
      );
    }
  }
  const { seq, day, topic, rules, configured } = await readRoomRow(from.read);
  await sql`UPDATE room SET seq = ${seq}, day = ${day}, topic = ${topic}, rules = ${rules},
    configured = ${configured}, since = ${seq}`;
});
await backup.checkpointWal();
await backup.close();
await from.close();
console.log(
  `${file} holds the room without what was said. Start one on it with DATABASE_URL=sqlite:${file}`,
);

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
