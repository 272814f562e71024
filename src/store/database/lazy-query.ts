import type { Rows } from "./sql.ts";

/** Runs when it is awaited, so that a statement inside another does not run separately. */
export abstract class LazyQuery implements PromiseLike<Rows> {
  // biome-ignore lint/suspicious/noThenProperty: it is awaited as Bun's are
  then<Result, Otherwise = never>(
    fulfilled?: ((rows: Rows) => Result | PromiseLike<Result>) | null,
    rejected?: ((error: unknown) => Otherwise | PromiseLike<Otherwise>) | null,
  ): Promise<Result | Otherwise> {
    return Promise.try(() => this.run()).then(fulfilled, rejected);
  }

  protected abstract run(): Rows | PromiseLike<Rows>;
}
