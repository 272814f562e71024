import { type FileHandle, open, stat } from "node:fs/promises";
import { SQL } from "bun";
import type { DatabaseAddress } from "../room/ports.ts";

export type Dialect = "sqlite" | "postgres";

/** Where the room is stored. One writer on SQLite, a pool on PostgreSQL. */
export interface Database {
  readonly dialect: Dialect;
  /** Sees what is committed, never the inside of an open transaction. */
  readonly read: SQL;
  /** Commits when `body` resolves, synced to disk; rolls back when it throws. */
  transaction<Result>(body: (sql: SQL) => Promise<Result>): Promise<Result>;
  listen(channel: string, ring: (payload: string) => void, connected: () => void): Promise<void>;
  /** The files of a database on this machine, open to be looked through; none where it is a server's. */
  readonly files: readonly FileHandle[];
  /** Empties what has been written ahead, so that nothing deleted is left in it. False where a reader holds it. */
  scour(): Promise<boolean>;
  /** Writes a file anew, without what was ever deleted from it. PostgreSQL does so at the first midnight. */
  rebuild(): Promise<void>;
  /** Drops every connection, with what is under way on them, and goes on with new ones. */
  renew(): void;
  close(): Promise<void>;
}

/** A database that cannot be used as it is; the message says what to do. */
export class UnusableDatabase extends Error {}

/** Connects, and asserts what durability rests on. Throws UnusableDatabase, or the driver's error. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  return address.dialect === "sqlite" ? openSqlite(address.file) : openPostgres(address.url);
}

async function openSqlite(file: string): Promise<Database> {
  try {
    const write = await connectSqlite(file);
    // A second connection, so that reads never see what is not committed yet.
    const read = await connectSqlite(file);
    const files = await openFiles(file, read);
    return {
      dialect: "sqlite",
      read,
      transaction: (body) => write.begin("immediate", body),
      listen: async () => undefined,
      files,
      async scour() {
        // A reader of another program may stay for long: those who write do not wait for it.
        await write`PRAGMA busy_timeout = 20`;
        const [answer] = await write`PRAGMA wal_checkpoint(TRUNCATE)`;
        await write`PRAGMA busy_timeout = 5000`;
        return answer?.busy === 0 && (await stat(`${file}-wal`)).size === 0;
      },
      async rebuild() {
        await write`VACUUM`;
      },
      // A file has no connections to lose.
      renew: () => undefined,
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

async function connectSqlite(file: string): Promise<SQL> {
  const sql = new SQL({ adapter: "sqlite", filename: file });
  await sql`PRAGMA busy_timeout = 5000`;
  await sql`PRAGMA journal_mode = WAL`;
  await sql`PRAGMA synchronous = FULL`;
  await sql`PRAGMA foreign_keys = ON`;
  await sql`PRAGMA secure_delete = ON`;
  // What a large statement sets aside must not lie in a temporary file.
  await sql`PRAGMA temp_store = MEMORY`;
  const [journal] = await sql`PRAGMA journal_mode`;
  const [sync] = await sql`PRAGMA synchronous`;
  if (journal?.journal_mode !== "wal" || sync?.synchronous !== 2) {
    throw new UnusableDatabase(
      `SQLite would not keep ${file} with journal_mode=WAL and synchronous=FULL, so a power cut could lose messages. Put it on a local disk.`,
    );
  }
  return sql;
}

/**
 * Once, and not before SQLite has closed them are they closed: whoever closes a file gives up every
 * lock that its process has on it (fcntl(2)), SQLite's too. Another program would then take itself
 * for the last one and remove the write-ahead log that this one goes on writing.
 */
async function openFiles(file: string, sql: SQL): Promise<FileHandle[]> {
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
  if (!(error instanceof SQL.SQLiteError)) return error;
  const family = error.code.split("_").slice(0, 2).join("_");
  const reason = SQLITE_REASONS[family] ?? `cannot be used: ${error.message}`;
  return new UnusableDatabase(`The database file ${file} ${reason}`);
}

/** How long a start waits for PostgreSQL, which may be starting too. */
const POSTGRES_WITHIN_MS = 30_000;
const POSTGRES_RETRY_MS = 500;

async function openPostgres(url: string): Promise<Database> {
  let sql = connectPostgres(url);
  const channels: (() => Promise<void>)[] = [];
  await reachPostgres(sql, new URL(url).host);
  return {
    dialect: "postgres",
    get read() {
      return sql;
    },
    transaction: (body) => sql.begin(body),
    files: [],
    scour: async () => true,
    rebuild: async () => undefined,
    async listen(channel, ring, connected) {
      const listen = () => listenOn(() => sql, channel, ring, connected);
      channels.push(listen);
      await listen();
    },
    renew() {
      const silent = sql;
      sql = connectPostgres(url);
      void Promise.all([silent.close({ timeout: 0 }), ...channels.map((listen) => listen())]);
    },
    close: () => sql.close({ timeout: 5 }),
  };
}

function connectPostgres(url: string): SQL {
  return new SQL(url, {
    max: 8,
    connectionTimeout: 5,
    connection: {
      application_name: "rage-room",
      synchronous_commit: "on",
      statement_timeout: "10000",
      // A node that stands still while it holds the room's lock holds up all the others.
      idle_in_transaction_session_timeout: "2000",
      timezone: "UTC",
    },
  });
}

/** Tries until it is heard. The driver listens again by itself where a connection ends; a renewed pool has none. */
async function listenOn(
  current: () => SQL,
  channel: string,
  ring: (payload: string) => void,
  connected: () => void,
): Promise<void> {
  const sql = current();
  while (sql === current()) {
    try {
      await sql.listen(channel, ring, connected);
      return;
    } catch (error) {
      if (sql === current()) process.stderr.write(`PostgreSQL is not heard: ${error}\n`);
      await Bun.sleep(POSTGRES_RETRY_MS);
    }
  }
}

async function reachPostgres(sql: SQL, host: string): Promise<void> {
  const started = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      await sql`SELECT 1`;
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!isPassing(error)) throw new UnusableDatabase(`PostgreSQL at ${host}: ${error.message}`);
      if (performance.now() - started > POSTGRES_WITHIN_MS) {
        throw new UnusableDatabase(
          `PostgreSQL at ${host} did not answer within ${POSTGRES_WITHIN_MS / 1000} seconds: ${error.message}`,
        );
      }
      if (tries === 0)
        process.stderr.write(`Waiting for PostgreSQL at ${host}: ${error.message}\n`);
      await Bun.sleep(POSTGRES_RETRY_MS);
    }
  }
}

/** Whether trying again may help: no connection, or a server that says it is starting or stopping. */
function isPassing(error: Error): boolean {
  if (!(error instanceof SQL.PostgresError)) return true;
  return error.code !== "ERR_POSTGRES_SERVER_ERROR" || /^(57P|08|53)/.test(`${error.errno}`);
}
