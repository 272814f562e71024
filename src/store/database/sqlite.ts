import { SQLiteError } from "bun:sqlite";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type Database, UnusableDatabase } from "./database.ts";
import type { Sql } from "./sql.ts";
import { SqliteConnection } from "./sqlite-connection.ts";

export async function openSqlite(file: string): Promise<Database> {
  try {
    const write = await connect(file);
    // A second connection, so that reads never see what is not committed yet.
    const read = await connect(file);
    const files = await openFiles(file, read.sql);
    return {
      dialect: "sqlite",
      read: read.sql,
      transaction: (body) => write.transaction(body),
      listen: async () => undefined,
      files,
      async checkpointWal() {
        read.unprepare();
        return write.alone(async ({ sql }) => {
          write.unprepare();
          // A reader of another program may stay for long: those who write do not wait for it.
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
      async close() {
        await read.close();
        await write.close();
        for (const handle of files) await handle.close();
      },
    };
  } catch (error) {
    throw unusable(file, error);
  }
}

async function connect(file: string): Promise<SqliteConnection> {
  const connection = new SqliteConnection(file);
  const { sql } = connection;
  await sql`PRAGMA busy_timeout = 5000`;
  await sql`PRAGMA journal_mode = WAL`;
  await sql`PRAGMA synchronous = FULL`;
  await sql`PRAGMA foreign_keys = ON`;
  await sql`PRAGMA secure_delete = ON`;
  // What a large statement sets aside must not lie in a temporary file.
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
 * Once, and not before SQLite has closed them are they closed: whoever closes a file gives up every
 * lock that its process has on it (fcntl(2)), SQLite's too. Another program would then take itself
 * for the last one and remove the write-ahead log that this one goes on writing.
 */
async function openFiles(file: string, sql: Sql): Promise<FileHandle[]> {
  // The write-ahead log and its index are made by whoever reads first.
  await sql`SELECT COUNT(*) FROM sqlite_master`;
  return Promise.all(["", "-wal", "-shm"].map((end) => open(`${file}${end}`)));
}

const SQLITE_REASONS: Record<string, string> = {
  SQLITE_NOTADB: "is not a SQLite database. Move it away, or name another file in DATABASE_URL.",
  SQLITE_CORRUPT: "is damaged. Restore a backup, or name another file in DATABASE_URL.",
  SQLITE_CANTOPEN:
    "cannot be opened. Check that its folder exists and that this user may write there.",
  SQLITE_READONLY:
    "is read-only for this user. Give this user the right to write the file and its folder.",
  SQLITE_FULL: "is on a full disk. Free some space.",
  SQLITE_BUSY:
    "is locked by another program. A SQLite room is for one process; use PostgreSQL for several.",
};

function unusable(file: string, error: unknown): unknown {
  if (!(error instanceof SQLiteError)) return error;
  const family = (error.code ?? "").split("_").slice(0, 2).join("_");
  const reason = SQLITE_REASONS[family] ?? `cannot be used: ${error.message}`;
  return new UnusableDatabase(`The database file ${file} ${reason}`);
}
