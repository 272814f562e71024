import type { Database } from "./database.ts";
import type { Rows, Sql } from "./sql.ts";

/** Waits for an answer, and no longer than it may take. */
type Within = <Result>(answer: PromiseLike<Result>) => Promise<Result>;

/**
 * The database, where a statement or a transaction without an answer after `ms` drops every
 * connection: it then fails, as does every other that is under way. A connection may die without a
 * word, and TCP would wait for a quarter of an hour.
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

/** Runs when it is awaited, as the one it holds. */
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

/** A statement inside another is a part of it, and Bun knows only its own. */
function untimed(value: unknown): unknown {
  return value instanceof TimedQuery ? value.query : value;
}
