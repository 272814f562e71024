import type { Signal } from "@preact/signals";
import type { You } from "../../../src/wire/frames.ts";

/** What tells two words apart, and what nobody sees in one. */
const BETWEEN = /[\p{Z}\p{P}\p{S}\s]+/u;
const UNSEEN = /[\p{C}\p{M}\p{DI}]/gu;

/** The names that the reader wore on this page: others call them by one that has changed since. */
export class OwnNames {
  readonly #keys = new Set<string>();

  constructor(you: Signal<You | undefined>) {
    you.subscribe((now) => now && this.#keys.add(wordsIn(now.name)));
  }

  /** Whether a text holds one of them whole; case, accents and what stands between its words count for nothing. */
  areIn(text: string): boolean {
    const words = wordsIn(text);
    return [...this.#keys].some((key) => words.includes(key));
  }
}

/** Each between two spaces, so that no word is found within another. */
function wordsIn(text: string): string {
  const bare = text.normalize("NFKD").replace(UNSEEN, "").toLowerCase();
  return ` ${bare.split(BETWEEN).filter(Boolean).join(" ")} `;
}
