import { Database as File } from "bun:sqlite";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type Database, type Report, UnusableDatabase } from "./database.ts";
import { makePrivate } from "./file-lock.ts";
import type { Sql } from "./sql.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { unusableFile } from "./sqlite-errors.ts";

export async function openSqlite(file: string, report: Report): Promise<Database> {
  makePrivate(file);
  try {
    const write = await connect(file);
    // A second connection: reads on the first one would see changes that are not committed yet.
    const read = await connect(file);
    const files = await openFiles(file, read.sql);
    await assertSound(file, read.sql);
    return {
      dialect: "sqlite",
      read: read.sql,
      transaction: (body) => write.transaction(body),
      onOneConnection: (body) => body(read.sql),
      listen: async () => undefined,
      files,
      async checkpointWal() {
        read.unprepare();
        return write.alone(async ({ sql }) => {
          write.unprepare();
          // Another program may read for a long time: writers must not wait for it.
          await sql`PRAGMA busy_timeout = 20`;
          const [answer] = await sql`PRAGMA wal_checkpoint(TRUNCATE)`;
          await sql`PRAGMA busy_timeout = 5000`;
          return answer?.["busy"] === 0 && (await stat(`${file}-wal`)).size === 0;
        });
      },
      vacuum: () =>
        write.alone(async ({ sql }) => {
          await sql`VACUUM`;
        }),
      // A file has no connections to lose.
      reconnect: () => undefined,
      // Only one process can have the file open; see `claimFile`.
      hasOtherNodes: async () => false,
      explain: (error) => unusableFile(file, error),
      report,
      async close() {
        await read.close();
        await write.close();
        for (const handle of files) await handle.close();
      },
    };
  } catch (error) {
    throw unusableFile(file, error);
  }
}

async function connect(file: string): Promise<SqliteConnection> {
  const connection = new SqliteConnection(new File(file));
  const { sql } = connection;
  await sql`PRAGMA busy_timeout = 5000`;
  await sql`PRAGMA journal_mode = WAL`;
  await sql`PRAGMA synchronous = FULL`;
  await sql`PRAGMA foreign_keys = ON`;
  await sql`PRAGMA secure_delete = ON`;
  // A large statement must not write texts to a temporary file.
  await sql`PRAGMA temp_store = MEMORY`;
  const [journal] = await sql`PRAGMA journal_mode`;
  const [sync] = await sql`PRAGMA synchronous`;
  if (journal?.["journal_mode"] !== "wal" || sync?.["synchronous"] !== 2) {
    throw new UnusableDatabase(
      `SQLite would not keep ${file} with journal_mode=WAL and synchronous=FULL, so a power cut could lose messages. Put it on a local disk.`,
    );
  }
  return connection;
}

/**
 * Opened once, and closed only after SQLite has closed its own. When a process closes any descriptor
 * of a file, it loses all its locks on that file (fcntl(2)), SQLite's too. Then another program
 * would think that nobody else uses the database, and delete our write-ahead log.
 */
async function openFiles(file: string, sql: Sql): Promise<FileHandle[]> {
  // The first read creates the write-ahead log and its index.
  await sql`SELECT COUNT(*) FROM sqlite_master`;
  return Promise.all(["", "-wal", "-shm"].map((end) => open(`${file}${end}`)));
}

/** A file of up to this size is checked completely at the start; of a larger one only some tables. */
const CHECKED_BYTES = 64 * 1024 * 1024;

/** Looks for damaged pages before anything is served or written. Throws UnusableDatabase. */
async function assertSound(file: string, sql: Sql): Promise<void> {
  const whole = (await stat(file)).size <= CHECKED_BYTES;
  const tables = await sql`SELECT name FROM sqlite_master
    WHERE type = 'table' AND name IN ('users', 'room', 'receipts')`;
  const checks = whole ? [""] : tables.map(({ name }) => `('${name}')`);
  for (const part of checks) {
    const [answer] = await sql.unsafe(`PRAGMA quick_check${part || "(1)"}`);
    if (answer?.["quick_check"] === "ok") continue;
    throw new UnusableDatabase(
      `The database file ${file} is damaged. Restore a backup (rage-room restore), or name another file in DATABASE_URL.`,
    );
  }
}
