/** Opens the database of an existing room, for the operator's commands. */
import { constants, Database as File } from "bun:sqlite";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { DatabaseAddress } from "../ports.ts";
import { type Database, UnusableDatabase } from "./database.ts";
import { SCHEMA } from "./migrations.ts";
import { openDatabase } from "./open-database.ts";
import { unusableFile } from "./sqlite-errors.ts";

/**
 * Throws UnusableDatabase if there is no room of this version, or if PostgreSQL does not answer at
 * once. Then nothing is created or changed. (SQLite would create a missing file.)
 */
export async function openRoom(address: DatabaseAddress): Promise<Database> {
  if (address.dialect === "sqlite") assertFileOfRoom(address.file);
  const database = await openDatabase(address, { waitMs: 0 });
  try {
    if (database.dialect === "postgres") await assertRoom(database, nameOf(address));
    return database;
  } catch (error) {
    await database.close();
    throw database.explain(error);
  }
}

/** The address in words, without its password. */
export function nameOf(address: DatabaseAddress): string {
  if (address.dialect === "sqlite") return address.file;
  const { host, pathname } = new URL(address.url);
  return `the PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${host}`;
}

export async function assertRoom({ read }: Pick<Database, "read">, name: string): Promise<void> {
  const [room] = await read`SELECT to_regclass('room') IS NOT NULL AS found`;
  if (room?.["found"] !== true) throw noRoom(name);
  const [done] = await read`SELECT MAX(number) AS number FROM migrations`;
  assertVersion(name, done?.["number"]);
}

export function assertFileOfRoom(path: string): void {
  if (!existsSync(path)) throw noRoom(path);
  try {
    const file = openToLook(path);
    try {
      const room = file.query("SELECT 1 FROM sqlite_master WHERE name = 'room'").get();
      if (room === null) throw noRoom(path);
      assertVersion(path, file.query("SELECT MAX(number) FROM migrations").values()[0]?.[0]);
    } finally {
      file.close(true);
    }
  } catch (error) {
    throw unusableFile(path, error);
  }
}

/**
 * If there is no write-ahead log, no program has the file open. Then it is opened as immutable, so
 * that SQLite creates none.
 */
export function openToLook(path: string): File {
  const { SQLITE_OPEN_READONLY, SQLITE_OPEN_URI } = constants;
  return existsSync(`${path}-wal`)
    ? new File(path, { readonly: true })
    : new File(`${pathToFileURL(path)}?immutable=1`, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

function assertVersion(name: string, number: unknown): void {
  if (Number(number) === SCHEMA) return;
  throw new UnusableDatabase(
    `The room in ${name} is of another version of this program. Run the command of that version, or start this one on it first.`,
  );
}

function noRoom(name: string): UnusableDatabase {
  return new UnusableDatabase(
    `There is no room in ${name}. Name the room's database in DATABASE_URL.`,
  );
}
