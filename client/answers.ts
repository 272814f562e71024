import type { Refused } from "./sending.ts";

/** What became of something that was said. */
export type Said =
  | { isStored: true; seq: number }
  | { isStored: false; why: string; refused?: Refused };

/** Who waits to hear what became of what they said, by its ref. */
export class Answers {
  readonly #waiting = new Map<string, (said: Said) => void>();

  of(ref: string): Promise<Said> {
    return new Promise((resolve) => this.#waiting.set(ref, resolve));
  }

  /** Once; nobody hears another. */
  give(ref: string, said: Said): void {
    this.#waiting.get(ref)?.(said);
    this.#waiting.delete(ref);
  }
}
