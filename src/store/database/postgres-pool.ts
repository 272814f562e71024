/** Connections to PostgreSQL that all lead to one server, also while its address moves to another. */
import type { ReservedSQL, SQL } from "bun";
import pLimit from "p-limit";
import type { Report } from "./database.ts";
import { LazyQuery } from "./lazy-query.ts";
import { isPassing } from "./postgres-errors.ts";
import { FollowedServer, OtherServer, SERVER_PLACE } from "./server-place.ts";
import type { Rows, Sql } from "./sql.ts";

const CLOSE_SECONDS = 5;

interface Connection {
  /** The driver's pool of this one connection. */
  pool: SQL;
  /** Pins it: a pool would connect anew, and perhaps to another server. */
  sql: ReservedSQL;
  hasEnded: boolean;
}

interface PoolParts {
  /** For one connection, of which `ended` is to be told. Does not connect yet. */
  connect: (ended: () => void) => SQL;
  size: number;
  /** The connections lead to another server than before. */
  moved: () => void;
  report: Report;
}

/**
 * A connection is asked where it leads before its first use. While an old server lives on beside the new one, a pool
 * that only connects would have connections to both.
 */
export class PostgresPool {
  readonly sql: Sql;
  readonly #parts: PoolParts;
  readonly #turn: ReturnType<typeof pLimit>;
  readonly #server = new FollowedServer();
  readonly #open = new Set<Connection>();
  readonly #idle: Connection[] = [];
  /** Said once; and not before the first connection, for which whoever opens the database waits. */
  #isRefused = true;
  #isClosed = false;

  constructor(parts: PoolParts) {
    this.#parts = parts;
    this.#turn = pLimit(parts.size);
    const run: Run = (query) => this.use(async (sql) => queryOn(sql, query));
    this.sql = Object.assign(
      (text: TemplateStringsArray, ...values: unknown[]) => new Query(run, text, values),
      { unsafe: (text: string, values: unknown[] = []) => new Query(run, text, values) },
    );
  }

  /** Throws OtherServer, or the driver's error. */
  async use<Result>(body: (sql: ReservedSQL) => Promise<Result>): Promise<Result> {
    return this.#turn(async () => {
      const connection = await this.#take();
      try {
        return await body(connection.sql);
      } finally {
        if (this.#isClosed) await connection.sql.release();
        else this.#idle.push(connection);
      }
    });
  }

  /** Ends every connection, with everything that runs on them. */
  drop(): void {
    this.#dropOthers(null);
  }

  /** Waits a little for what runs. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const idle = new Set(this.#idle);
    const end = (connection: Connection) =>
      connection.pool.close({ timeout: idle.has(connection) ? 0 : CLOSE_SECONDS });
    await Promise.all([...this.#open].map(end));
  }

  async #take(): Promise<Connection> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.hasEnded) return idle;
    }
    return this.#connect();
  }

  async #connect(): Promise<Connection> {
    if (this.#isClosed) throw new Error("The database is closed.");
    const ended = () => {
      if (connection) this.#end(connection);
    };
    let connection: Connection | null = null;
    const pool = this.#parts.connect(ended);
    try {
      connection = { pool, sql: await pool.reserve(), hasEnded: false };
      this.#open.add(connection);
      const place = await placeOf(connection.sql);
      if (place !== undefined && this.#server.take(place)) {
        this.#dropOthers(connection);
        this.#parts.moved();
      }
    } catch (error) {
      if (connection) this.#end(connection);
      else void pool.close({ timeout: 0 });
      this.#refused(error);
      throw error;
    }
    this.#isRefused = false;
    return connection;
  }

  #dropOthers(kept: Connection | null): void {
    for (const connection of this.#open) if (connection !== kept) this.#end(connection);
  }

  #end(connection: Connection): void {
    if (connection.hasEnded) return;
    connection.hasEnded = true;
    this.#open.delete(connection);
    void connection.pool.close({ timeout: 0 });
  }

  #refused(error: unknown): void {
    if (!(error instanceof OtherServer) || this.#isRefused) return;
    this.#isRefused = true;
    this.#parts.report(`PostgreSQL is not used: ${error.message}.`);
  }
}

/** Null on a standby. Undefined where a server that looks like PostgreSQL does not say. */
async function placeOf(sql: ReservedSQL): Promise<string | null | undefined> {
  try {
    const [row] = await sql`SELECT CASE WHEN pg_is_in_recovery() THEN NULL
      ELSE ${SERVER_PLACE(sql)} END AS here`;
    return row?.["here"] === null ? null : String(row?.["here"]);
  } catch (error) {
    if (error instanceof Error && !isPassing(error)) return undefined;
    throw error;
  }
}

type Run = (query: Query) => Promise<Rows>;

class Query extends LazyQuery {
  readonly text: TemplateStringsArray | string;
  readonly values: unknown[];
  readonly #run: Run;

  constructor(run: Run, text: TemplateStringsArray | string, values: unknown[]) {
    super();
    this.#run = run;
    this.text = text;
    this.values = values;
  }

  protected override run(): Promise<Rows> {
    return this.#run(this);
  }
}

function queryOn(sql: Sql, { text, values }: Query): PromiseLike<Rows> {
  if (typeof text === "string") return sql.unsafe(text, values);
  return sql(
    text,
    ...values.map((value) => (value instanceof Query ? queryOn(sql, value) : value)),
  );
}
