import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type SpeakingLimits, USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Database } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { SqlDayDestruction } from "../../src/store/erasure/day-destruction.ts";
import { MessageCipher } from "../../src/store/erasure/message-cipher.ts";
import { LogEpoch } from "../../src/store/log/epoch.ts";
import { SqlLog } from "../../src/store/log/log.ts";
import { SqlUsers } from "../../src/store/users.ts";
import { type Disk, MEMBERS, member, PER_MINUTE } from "./disk.ts";

const EPOCH = "first";
/** Of these columns, none decides who may speak. */
const ROTTING = ["user", "text", "chain"] as const;
const Linked = z.array(
  z.object({ id: z.number(), user: z.string(), text: z.string(), chain: z.string() }),
);
const Names = z.array(z.object({ name: z.string() }));

/** An evening is two seconds long: who is new is heard sooner. */
const LIMITS = {
  ...USUAL_LIMITS,
  perMinute: PER_MINUTE,
  heardAfter: 400,
  heardStood: 150,
  regularAge: 0,
};

/** The real SQL, in a SQLite file of its own, under as many nodes as the simulation has. */
export async function sqlDisk(limits: SpeakingLimits = LIMITS): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), "rage-room-simulation-"));
  try {
    return await open(folder, limits);
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function open(folder: string, limits: SpeakingLimits): Promise<Disk> {
  const told: string[] = [];
  const file = join(folder, "room.db");
  const address = { dialect: "sqlite", file, dayKey: null } as const;
  const database = await openDatabase(address, { report: (sentence) => void told.push(sentence) });
  await migrate(database);
  // A random one would make no two evenings the same.
  await database.transaction((sql) => sql`UPDATE room SET epoch = ${EPOCH}`);
  let epoch = EPOCH;
  let puts = 0;
  const users = new SqlUsers(database);
  for (const id of MEMBERS) await users.create(member(id), 0);
  // With a key, without which no row is linked to another.
  const cipher = await MessageCipher.open(database, { file: `${file}.day`, secrets: [] });
  const destruction = new SqlDayDestruction(database, cipher);
  return {
    open: () => new SqlLog(database, limits, cipher, destruction, LogEpoch.unknown(database)),
    get epoch() {
      return epoch;
    },
    newcomers: limits,
    sealed: true,
    rot: {
      change: (below) => changeBit(database, below),
      isTold: (seq) => told.some((sentence) => sentence.startsWith(`The row of message ${seq} of`)),
    },
    copy: () =>
      keepRows(database, () => {
        epoch = `after ${++puts}`;
        return epoch;
      }),
    users,
    async close() {
      cipher.close();
      await database.close();
      await remove(folder);
    },
  };
}

async function changeBit(database: Database, below: (count: number) => number) {
  const { dialect } = database;
  if (dialect !== "sqlite") throw new Error("This changes rows of SQLite.");
  return database.transaction(async (sql) => {
    const rows = Linked.parse([
      ...(await sql`SELECT id, "user", text, chain FROM messages WHERE chain IS NOT NULL ORDER BY id`),
    ]);
    const row = rows[below(rows.length)];
    if (row === undefined) return null;
    const column = ROTTING[below(ROTTING.length)] ?? "text";
    const bytes = Buffer.from(row[column], "latin1");
    const at = below(bytes.length);
    // The lowest bits leave a letter a letter.
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(5));
    await sql.unsafe(`UPDATE messages SET "${column}" = ? WHERE id = ?`, [
      bytes.toString("latin1"),
      row.id,
    ]);
    return row.id;
  });
}

/** Keeps the rows of every table. What it returns puts them back, as a log of another epoch. */
async function keepRows(database: Database, next: () => string) {
  const names = await database.read`SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kept_%'`;
  const tables = Names.parse([...names]).map(({ name }) => name);
  await database.transaction(async (sql) => {
    for (const name of tables) {
      await sql.unsafe(`DROP TABLE IF EXISTS kept_${name}`);
      await sql.unsafe(`CREATE TABLE kept_${name} AS SELECT * FROM ${name}`);
    }
  });
  return () =>
    database.transaction(async (sql) => {
      await sql`PRAGMA defer_foreign_keys = ON`;
      for (const name of tables) {
        await sql.unsafe(`DELETE FROM ${name}`);
        await sql.unsafe(`INSERT INTO ${name} SELECT * FROM kept_${name}`);
      }
      const epoch = next();
      await sql`UPDATE room SET epoch = ${epoch}`;
      return epoch;
    });
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });
