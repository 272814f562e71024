/** What is asked of a database. */

/** As the database returns them; the caller parses them. */
export type Rows = Record<string, unknown>[];

/**
 * A statement as a template. Values are bound as parameters, and a statement inside another becomes
 * part of it. It runs when it is awaited. For PostgreSQL it is Bun's, for SQLite ours.
 */
export interface Sql {
  (text: TemplateStringsArray, ...values: unknown[]): PromiseLike<Rows>;
  /** A statement from a string of the program. `values` are bound to its placeholders. */
  unsafe(text: string, values?: unknown[]): PromiseLike<Rows>;
}
