import type { FileHandle } from "node:fs/promises";
import type { Sql } from "./sql.ts";

export type Dialect = "sqlite" | "postgres";

/** Where the room is stored. One writer on SQLite, a pool on PostgreSQL. */
export interface Database {
  readonly dialect: Dialect;
  /** Reads only what is committed, never the changes of an open transaction. */
  readonly read: Sql;
  /** Commits when `body` resolves, synced to disk; rolls back when it throws. */
  transaction<Result>(body: (sql: Sql) => PromiseLike<Result>): Promise<Result>;
  /** Reads that must be of one server, however the address of the database moves. */
  onOneConnection<Result>(body: (sql: Sql) => Promise<Result>): Promise<Result>;
  listen(channel: string, ring: (payload: string) => void, connected: () => void): Promise<void>;
  /** The database's files, open for searching. Empty for a server. */
  readonly files: readonly FileHandle[];
  /** Empties the write-ahead log, so that nothing deleted is left in it. False if a reader prevents that. */
  checkpointWal(): Promise<boolean>;
  /**
   * Rewrites a SQLite file without anything that was deleted from it. Does nothing on PostgreSQL,
   * where midnight does it.
   */
  vacuum(): Promise<void>;
  /** Drops every connection, with everything that runs on them, and opens new ones. */
  reconnect(): void;
  /** Whether another process of the room is connected now. */
  hasOtherNodes(): Promise<boolean>;
  /**
   * Turns an error at the start into UnusableDatabase if the database is the cause. Returns any
   * other unchanged.
   */
  explain(error: unknown): unknown;
  readonly report: Report;
  close(): Promise<void>;
}

/** Tells the operator one sentence. It must contain no message and no secret. */
export type Report = (sentence: string) => void;

/** For programs without a logger. */
export const toStandardError: Report = (sentence) => {
  process.stderr.write(`${sentence}\n`);
};

/** A database that cannot be used as it is; the message says what to do. */
export class UnusableDatabase extends Error {}
