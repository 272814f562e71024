/** A backup of a SQLite room, on which a room opens as it is; see HELP. */
import { Database as File, SQLiteError } from "bun:sqlite";
import { chmod } from "node:fs/promises";
import { readConfig } from "../src/config.ts";
import { migrate } from "../src/store/database/migrations.ts";
import { openDatabase } from "../src/store/database/open-database.ts";
import { readRoomRow } from "../src/store/database/room-row.ts";
import { readArguments, refuse } from "./command.ts";

/** What outlives midnight. Never the day's messages, who sent them, or what was felt. */
const KEPT = ["users", "signed_out", "receipts"];

const HELP = `npm run backup -- FILE
Writes accounts, topic and receipts of the SQLite room of DATABASE_URL to a new FILE, while it
runs, and nothing that was said.`;

const {
  words: [file = ""],
} = readArguments({ help: HELP, words: 1 });
const { database } = readConfig(process.env);
if (await Bun.file(file).exists()) refuse(`${file} is there already. Name a file that is not.`);
if (database.dialect === "postgres") {
  refuse(
    "On PostgreSQL: pg_dump --exclude-table-data=messages --exclude-table-data=sends --exclude-table-data=felts --exclude-table-data=events",
  );
}
if (!(await hasRoom(database.file))) {
  refuse(`There is no room in ${database.file}. Name the room's database in DATABASE_URL.`);
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

/** Looked at without making a file: a database that is not there would be made by opening it. */
async function hasRoom(path: string): Promise<boolean> {
  if (!(await Bun.file(path).exists())) return false;
  const database = new File(path, { readonly: true });
  try {
    return database.query("SELECT 1 FROM sqlite_master WHERE name = 'room'").get() !== null;
  } catch (error) {
    if (error instanceof SQLiteError) return false;
    throw error;
  } finally {
    database.close();
  }
}
