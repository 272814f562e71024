import type { FileHandle } from "node:fs/promises";
import type { Sql } from "./sql.ts";

export type Dialect = "sqlite" | "postgres";

/** Where the room is stored. One writer on SQLite, a pool on PostgreSQL. */
export interface Database {
  readonly dialect: Dialect;
  /** Sees what is committed, never the inside of an open transaction. */
  readonly read: Sql;
  /** Commits when `body` resolves, synced to disk; rolls back when it throws. */
  transaction<Result>(body: (sql: Sql) => PromiseLike<Result>): Promise<Result>;
  listen(channel: string, ring: (payload: string) => void, connected: () => void): Promise<void>;
  /** The files of a database on this machine, open to be looked through; none where it is a server's. */
  readonly files: readonly FileHandle[];
  /** Empties what has been written ahead, so that nothing deleted is left in it. False where a reader holds it. */
  checkpointWal(): Promise<boolean>;
  /** Writes a file anew, without what was ever deleted from it. PostgreSQL does so at the first midnight. */
  vacuum(): Promise<void>;
  /** Drops every connection, with what is under way on them, and goes on with new ones. */
  reconnect(): void;
  /** Whether another process of the room is connected now. */
  hasOtherNodes(): Promise<boolean>;
  /** An error of a start as UnusableDatabase, where the database itself is the cause; any other as it is. */
  explain(error: unknown): unknown;
  readonly report: Report;
  close(): Promise<void>;
}

/** Says something to the operator: one sentence, with nothing that was said and no secret in it. */
export type Report = (sentence: string) => void;

/** Where nobody else listens. */
export const toStandardError: Report = (sentence) => {
  process.stderr.write(`${sentence}\n`);
};

/** A database that cannot be used as it is; the message says what to do. */
export class UnusableDatabase extends Error {}
