import type { Database } from "./database.ts";
import { LazyQuery } from "./lazy-query.ts";
import type { Rows, Sql } from "./sql.ts";

/** Waits for an answer, with a time limit. */
type Within = <Result>(answer: PromiseLike<Result>) => Promise<Result>;

/**
 * The same database with a time limit. If a statement or a transaction has no answer after `ms`,
 * all connections are dropped: it fails, with everything else that is running. A connection may
 * die without a close, and TCP alone would notice only after a quarter of an hour.
 */
export function withTimeout(db: Database, ms: number): Database {
  const within: Within = async (answer) => {
    const timer = setTimeout(() => db.reconnect(), ms);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  };
  const read: Sql = Object.assign(
    (text: TemplateStringsArray, ...values: unknown[]) =>
      new TimedQuery(db.read(text, ...values.map(untimed)), within),
    {
      unsafe: (text: string, values?: unknown[]) =>
        new TimedQuery(db.read.unsafe(text, values), within),
    },
  );
  return {
    ...db,
    read,
    transaction: (body) => within(db.transaction(body)),
    onOneConnection: (body) => within(db.onOneConnection(body)),
    listen: (channel, ring, connected) => within(db.listen(channel, ring, connected)),
  };
}

/** Runs its query with a time limit. */
class TimedQuery extends LazyQuery {
  readonly query: PromiseLike<Rows>;
  readonly #within: Within;

  constructor(query: PromiseLike<Rows>, within: Within) {
    super();
    this.query = query;
    this.#within = within;
  }

  protected override run(): Promise<Rows> {
    return this.#within(this.query);
  }
}

/** For a statement inside another: only the database's own query objects are accepted there. */
function untimed(value: unknown): unknown {
  return value instanceof TimedQuery ? value.query : value;
}
