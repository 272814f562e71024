/** Says what came of an input; throws where a promise is broken. What brings something new is worth changing further. */
export type Target = (input: string) => string | Promise<string>;

export function must(holds: boolean, promise: string): void {
  if (!holds) fail(promise);
}

export function fail(promise: string): never {
  throw new Error(`Broken: ${promise}.`);
}
