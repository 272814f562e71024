import type { MessageEvent as Message } from "../../../src/wire/frames.ts";
import type { Quote } from "./entries.ts";

/** Of each so many, the latest: more than the log holds. */
const MOST = 1_000;

/** Messages of today, all that there are from the one place to the other. */
export type Read = { messages: readonly Message[]; from: number; to: number };

/** What replies quote and the log does not hold. It is read once, and gone with its message. */
export class Origins {
  readonly #quotes = new Map<number, Quote>();
  /** Read, and not there: not to be asked for again. */
  readonly #gone = new Set<number>();
  #wanted = new Set<number>();

  /** To be read. Another set once all was cleared. */
  get wanted(): ReadonlySet<number> {
    return this.#wanted;
  }

  get(id: number): Quote | undefined {
    return this.#quotes.get(id);
  }

  want(id: number): void {
    if (this.#gone.has(id)) return;
    this.#wanted.add(id);
    bound(this.#wanted);
  }

  put({ id, user, kind, text }: Message): void {
    this.#wanted.delete(id);
    this.#gone.delete(id);
    this.#quotes.set(id, { user, kind, text });
    bound(this.#quotes);
  }

  drop(id: number): void {
    this.#wanted.delete(id);
    this.#quotes.delete(id);
  }

  /**
   * What was read of `wanted`: what is not in it is gone. Says which are there now; what was removed or
   * cleared since it was asked for stays away.
   */
  settle(wanted: ReadonlySet<number>, { messages, from, to }: Read): number[] {
    if (wanted !== this.#wanted) return [];
    const found = messages.filter(({ id }) => wanted.has(id));
    for (const message of found) this.put(message);
    for (const id of [...wanted].filter((missing) => missing >= from && missing <= to)) {
      this.drop(id);
      this.#gone.add(id);
      bound(this.#gone);
    }
    return found.map(({ id }) => id);
  }

  clear(): void {
    this.#wanted = new Set();
    this.#quotes.clear();
    this.#gone.clear();
  }
}

/** Lets go of what came first. */
function bound(held: Set<number> | Map<number, unknown>): void {
  if (held.size <= MOST) return;
  const [first] = held.keys();
  if (first !== undefined) held.delete(first);
}
