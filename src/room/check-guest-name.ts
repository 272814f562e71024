import type { Users } from "./account-ports.ts";
import { Refusal } from "./refusal.ts";
import { isReserved } from "./reserved-names.ts";
import type { WordList } from "./word-list.ts";

interface Asking {
  names: Set<string>;
  taken: Promise<ReadonlySet<string>>;
}

/** Which names guests may have. However many ask, the store is asked for all their names at once, one time after the other. */
export class GuestNames {
  readonly #words: WordList;
  readonly #ask: Users["takenNames"];
  /** That has not begun. */
  #next: Asking | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(words: WordList, ask: Users["takenNames"]) {
    this.#words = words;
    this.#ask = ask;
  }

  /**
   * Throws Refusal `name_taken` for a name that is, or looks like, an account's, staff's or the
   * system's; `not_allowed` for one with a word that is not said here.
   */
  async check(name: string): Promise<void> {
    this.#words.check(name);
    if (isReserved(name) || (await this.#isTaken(name))) {
      throw new Refusal("name_taken", `The name “${name}” belongs to somebody else.`);
    }
  }

  async #isTaken(name: string): Promise<boolean> {
    this.#next ??= this.#after(this.#last);
    const { names, taken } = this.#next;
    names.add(name);
    return (await taken).has(name);
  }

  #after(last: Promise<unknown>): Asking {
    const names = new Set<string>();
    const taken = last.then(async () => {
      // Who comes from now on may know of an account that this does not see.
      this.#next = null;
      return new Set(await this.#ask([...names]));
    });
    this.#last = taken.catch(() => undefined);
    return { names, taken };
  }
}
