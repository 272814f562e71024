/** A backup of a SQLite room, on which a room opens as it is; see HELP. */
import { existsSync } from "node:fs";
import { chmod, rename } from "node:fs/promises";
import { readConfig } from "../config.ts";
import type { Database } from "../store/database/database.ts";
import { migrate } from "../store/database/migrations.ts";
import { openDatabase } from "../store/database/open-database.ts";
import { openRoom } from "../store/database/open-room.ts";
import { readRoomRow } from "../store/database/room-row.ts";
import { DAY_TABLES } from "../store/erasure/day-tables.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";
import { removeDatabase } from "./sqlite-files.ts";

/** What outlives midnight. Never the day's messages, who sent them, or what was felt. */
const KEPT = [
  "users",
  "signed_out",
  "sign_ins",
  "second_steps",
  "recovery_codes",
  "receipts",
  "audit",
  "sanctions",
  "planned_topics",
  "rotation",
];

const HELP = `rage-room backup FILE
Writes accounts, topic and receipts of the SQLite room of DATABASE_URL to a new FILE, while it
runs, and nothing that was said. On PostgreSQL it says how pg_dump does the same.`;
const WITHOUT_THE_DAY = DAY_TABLES.map((table) => `--exclude-table-data=${table}`).join(" ");
const ON_POSTGRES = `On PostgreSQL: pg_dump --no-owner ${WITHOUT_THE_DAY} --file=FILE DATABASE_URL`;

export async function backup(args: readonly string[], env: Env): Promise<void> {
  const {
    words: [file = ""],
  } = readArguments(args, { help: HELP, words: 1 });
  const { database } = readConfig(env);
  if (existsSync(file)) refuse(`${file} is there already. Name a file that is not.`);
  if (database.dialect === "postgres") refuse(ON_POSTGRES);
  const from = await openRoom(database);
  // A room could be started on a part of a backup: it gets its name when it is whole.
  const draft = `${file}.part`;
  try {
    await removeDatabase(draft);
    await write(draft, from);
    await rename(draft, file);
  } finally {
    await removeDatabase(draft);
    await from.close();
  }
  console.log(
    `${file} holds the room without what was said. rage-room restore ${file} puts it in a room's place.`,
  );
}

async function write(file: string, from: Database): Promise<void> {
  const kept = await read(from);
  const backup = await openDatabase({ dialect: "sqlite", file, dayKey: null });
  try {
    await chmod(file, 0o600);
    await migrate(backup);
    await copy(kept, backup);
    await backup.checkpointWal();
  } catch (error) {
    throw backup.explain(error);
  } finally {
    await backup.close();
  }
}

/** Without a lock that a running room would wait for. */
async function read(from: Database) {
  try {
    const rows = [];
    for (const table of KEPT) {
      for (const row of await from.read.unsafe(`SELECT * FROM ${table}`)) rows.push({ table, row });
    }
    return { rows, room: await readRoomRow(from.read) };
  } catch (error) {
    throw from.explain(error);
  }
}

async function copy({ rows, room }: Awaited<ReturnType<typeof read>>, backup: Database) {
  await backup.transaction(async (sql) => {
    for (const { table, row } of rows) {
      const columns = Object.keys(row);
      await sql.unsafe(
        `INSERT INTO ${table} (${columns}) VALUES (${columns.map(() => "?")})`,
        Object.values(row),
      );
    }
    const { seq, day, topic, rules, configured } = room;
    await sql`UPDATE room SET seq = ${seq}, day = ${day}, topic = ${topic}, rules = ${rules},
      configured = ${configured}, since = ${seq}`;
  });
}
