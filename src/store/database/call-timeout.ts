import type { Database } from "./database.ts";
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
    listen: (channel, ring, connected) => within(db.listen(channel, ring, connected)),
  };
}

/** Runs its query when it is awaited, with a time limit. */
class TimedQuery implements PromiseLike<Rows> {
  readonly query: PromiseLike<Rows>;
  readonly #within: Within;

  constructor(query: PromiseLike<Rows>, within: Within) {
    this.query = query;
    this.#within = within;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is awaited as Bun's are
  then<Result, Otherwise = never>(
    fulfilled?: ((rows: Rows) => Result | PromiseLike<Result>) | null,
    rejected?: ((error: unknown) => Otherwise | PromiseLike<Otherwise>) | null,
  ): Promise<Result | Otherwise> {
    return this.#within(this.query).then(fulfilled, rejected);
  }
}

/** For a statement inside another: Bun accepts only its own query objects there. */
function untimed(value: unknown): unknown {
  return value instanceof TimedQuery ? value.query : value;
}
