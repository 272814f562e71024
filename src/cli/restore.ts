/** Puts a backup in the place of a room; see HELP. */
import { Database as File } from "bun:sqlite";
import { existsSync, statSync } from "node:fs";
import { chmod, copyFile } from "node:fs/promises";
import { z } from "zod";
import { readConfig } from "../config.ts";
import { UnusableDatabase } from "../store/database/database.ts";
import { claimPlace } from "../store/database/file-lock.ts";
import { migrate, SCHEMA } from "../store/database/migrations.ts";
import { openDatabase } from "../store/database/open-database.ts";
import { openReadOnly, type ReadOnly } from "../store/database/open-read-only.ts";
import { assertOurs } from "../store/database/other-programs.ts";
import { integer } from "../store/database/rows.ts";
import { destroyKey } from "../store/erasure/key-file.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";
import { removeBeside, removeDatabase, replaceFile } from "./sqlite-files.ts";

const HELP = `rage-room restore FILE [--force]
Puts FILE, which rage-room backup made, in the place of the SQLite room of DATABASE_URL, which is
stopped. With --force it replaces a room that is there: what that held is overwritten, and the key of
its day too. Everyone signs in anew. FILE stays as it is. On PostgreSQL it says how psql does the same.`;
const ON_POSTGRES =
  "On PostgreSQL, with every node stopped: createdb NAME && psql --file=FILE NAME, then name that database in DATABASE_URL.";
/** What a backup has no row of. */
const SAID = ["messages", "withdrawn", "sends"];
/** More than any account's sign-ins have been ended since the backup. */
const VERSIONS = 1_000_000;

const Tables = z.array(z.object({ name: z.string() }));
const Counted = z.tuple([z.object({ count: integer })]);

export async function restore(args: readonly string[], env: Env): Promise<void> {
  const flags = { force: { type: "boolean" } } as const;
  const given = readArguments(args, { help: HELP, words: 1, flags });
  const [backup = ""] = given.words;
  const { database } = readConfig(env);
  if (database.dialect === "postgres") refuse(ON_POSTGRES);
  const { file, dayKey } = database;
  await assertBackup(backup);
  const claim = claimPlace(file);
  const draft = `${file}.restoring`;
  try {
    await assertFree(file, backup, given.has("force"));
    await removeDatabase(draft);
    await copyFile(backup, draft);
    await chmod(draft, 0o600);
    const accounts = await prepare(draft);
    await settle(file);
    replaceFile(file, draft, existsSync(file));
    if (dayKey !== null) destroyKey(dayKey);
    console.log(
      `${file} is the room of ${backup}, with ${accounts} accounts. Everyone signs in anew.`,
    );
  } finally {
    await removeDatabase(draft);
    claim.release();
  }
}

async function assertBackup(file: string): Promise<void> {
  if (!existsSync(file)) refuse(`There is no ${file}.`);
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (wal && wal.size > 0) refuse(`${file} is open in a program, so it is not a backup.`);
  const db = await openReadOnly({ dialect: "sqlite", file, dayKey: null });
  try {
    await assertContents(file, db);
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}

async function assertContents(file: string, { read: sql }: ReadOnly): Promise<void> {
  const [answer] = await sql`PRAGMA integrity_check(1)`;
  if (answer?.["integrity_check"] !== "ok") refuse(`${file} is damaged. Restore another backup.`);
  const rows = await sql`SELECT name FROM sqlite_master WHERE type = 'table'`;
  const tables = new Set(Tables.parse(rows).map(({ name }) => name));
  if (!tables.has("room") || !tables.has("migrations"))
    refuse(`${file} is not a backup of a room.`);
  const [done] = await sql`SELECT MAX(number) AS number FROM migrations`;
  const schema = integer.parse(done?.["number"]);
  if (schema > SCHEMA) {
    refuse(
      `${file} is of a newer version of this program (schema ${schema}, this one knows ${SCHEMA}). Restore it with that version.`,
    );
  }
  for (const table of SAID.filter((name) => tables.has(name))) {
    const [{ count }] = Counted.parse([
      ...(await sql.unsafe(`SELECT COUNT(*) AS count FROM ${table}`)),
    ]);
    if (count === 0) continue;
    refuse(
      `${file} is a copy of a room with what was said there, and no backup: rage-room backup makes one of it, with DATABASE_URL=sqlite:${file}.`,
    );
  }
}

/** What a wrong DATABASE_URL names is never replaced, nor without a word what it should name. */
async function assertFree(file: string, backup: string, force: boolean): Promise<void> {
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there || there.size === 0) return;
  const from = statSync(backup);
  if (there.ino === from.ino && there.dev === from.dev) {
    refuse(`${backup} is the room of DATABASE_URL itself.`);
  }
  if (!force) {
    refuse(
      `${file} is there already. Keep what it holds with rage-room backup, then say --force to replace it.`,
    );
  }
  await assertReplaceable(file);
}

/** A room that is damaged may be replaced, and another program's database never. */
async function assertReplaceable(file: string): Promise<void> {
  const db = await openReadOnly({ dialect: "sqlite", file, dayKey: null }).catch(() => null);
  try {
    if (db) await assertOurs(db.read, db.dialect);
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
  } finally {
    await db?.close();
  }
}

/**
 * Brings the copy up to date, and ends every sign-in: one that was ended after the backup was made
 * must not begin to work again. Returns the number of accounts.
 */
async function prepare(draft: string): Promise<number> {
  const db = await openDatabase({ dialect: "sqlite", file: draft, dayKey: null });
  try {
    // An earlier program left deleted texts in free pages.
    if (await migrate(db)) await db.vacuum();
    const accounts = await db.transaction(
      (sql) => sql`UPDATE users SET token_version = token_version + ${VERSIONS} RETURNING id`,
    );
    await db.checkpointWal();
    return accounts.length;
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}

/** What the write-ahead log of a room that crashed holds belongs into its file, and never into another. */
async function settle(file: string): Promise<void> {
  if (!existsSync(file)) return;
  try {
    const old = new File(file);
    old.run("PRAGMA wal_checkpoint(TRUNCATE)");
    old.close(true);
  } catch {
    // It is damaged, and about to be replaced.
  }
  await removeBeside(file);
}
