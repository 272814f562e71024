/** What is asked of a database. */

/** As the database gives them: whoever asked parses them. */
export type Rows = Record<string, unknown>[];

/**
 * A statement as a template: values are bound, never spelled out, and a statement inside another
 * is a part of it. It runs when it is awaited. Bun's own for PostgreSQL, ours for SQLite.
 */
export interface Sql {
  (text: TemplateStringsArray, ...values: unknown[]): PromiseLike<Rows>;
  /** A text made by the program, its values bound where the database expects them. */
  unsafe(text: string, values?: unknown[]): PromiseLike<Rows>;
}
