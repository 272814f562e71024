/** A connection to a SQLite file whose statements are prepared once. */
import type { Database as File, SQLQueryBindings, Statement } from "bun:sqlite";
import pLimit from "p-limit";
import { LazyQuery } from "./lazy-query.ts";
import type { Rows, Sql } from "./sql.ts";

/** Blocks its thread while a statement runs. */
export class SqliteConnection {
  readonly sql: Sql;
  readonly #file: File;
  readonly #prepared = new Map<string, Statement<Record<string, unknown>, SQLQueryBindings[]>>();
  readonly #turn = pLimit(1);

  constructor(file: File) {
    this.#file = file;
    const run: Run = (text, values) => this.#run(text, values);
    this.sql = Object.assign(
      (texts: TemplateStringsArray, ...values: unknown[]) => compose(run, texts, values),
      {
        unsafe: (text: string, values: unknown[] = []) =>
          new Query(run, text, values.map(bindable)),
      },
    );
  }

  /**
   * Commits when `body` resolves, rolls back when it throws. Transactions run one after another, in
   * the order of the calls.
   */
  async transaction<Result>(body: (sql: Sql) => PromiseLike<Result>): Promise<Result> {
    return this.alone(async ({ sql }) => {
      this.#run("BEGIN IMMEDIATE", []);
      try {
        const result = await body(sql);
        this.#run("COMMIT", []);
        return result;
      } catch (error) {
        // After some errors, such as a full disk, SQLite has rolled back already.
        if (this.#file.inTransaction) this.#run("ROLLBACK", []);
        throw error;
      }
    });
  }

  /** Runs while no transaction does. */
  async alone<Result>(body: (connection: this) => Promise<Result>): Promise<Result> {
    return this.#turn(() => body(this));
  }

  /** Frees all prepared statements, with the values that were last bound to them. */
  unprepare(): void {
    for (const statement of this.#prepared.values()) statement.finalize();
    this.#prepared.clear();
  }

  async close(): Promise<void> {
    await this.alone(async () => {
      this.unprepare();
      this.#file.close(true);
    });
  }

  #run(text: string, values: SQLQueryBindings[]): Rows {
    let statement = this.#prepared.get(text);
    if (!statement) {
      statement = this.#file.prepare(text);
      this.#prepared.set(text, statement);
    }
    return statement.all(...values);
  }
}

type Run = (text: string, values: SQLQueryBindings[]) => Rows;

class Query extends LazyQuery {
  readonly text: string;
  readonly values: SQLQueryBindings[];
  readonly #run: Run;

  constructor(run: Run, text: string, values: SQLQueryBindings[]) {
    super();
    this.#run = run;
    this.text = text;
    this.values = values;
  }

  protected override run(): Rows {
    return this.#run(this.text, this.values);
  }
}

function compose(run: Run, texts: TemplateStringsArray, values: readonly unknown[]): Query {
  if (!values.some((value) => value instanceof Query)) {
    return new Query(run, textOf(texts), values.map(bindable));
  }
  const bound: SQLQueryBindings[] = [];
  let text = texts[0] ?? "";
  for (const [index, value] of values.entries()) {
    if (value instanceof Query) bound.push(...value.values);
    else bound.push(bindable(value));
    text += (value instanceof Query ? value.text : "?") + (texts[index + 1] ?? "");
  }
  return new Query(run, text, bound);
}

/** Each template in the source has one array of texts, the same at every call. */
const TEXTS = new WeakMap<TemplateStringsArray, string>();

function textOf(texts: TemplateStringsArray): string {
  const known = TEXTS.get(texts);
  if (known !== undefined) return known;
  const text = texts.join("?");
  TEXTS.set(texts, text);
  return text;
}

function bindable(value: unknown): SQLQueryBindings {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      if (value === null) return value;
      throw new TypeError(`SQLite is given ${typeof value} to store.`);
  }
}
