import { AhoCorasick } from "./aho-corasick.ts";
import { type Reading, readings, SPACE } from "./readings.ts";
import { Refusal } from "./refusal.ts";

/** Written without spaces between the words. */
const UNSPACED =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Words that are not said here. They are found as whole words, in any case and also with letters that only look like theirs. */
export class WordList {
  readonly #patterns: AhoCorasick | null;

  constructor(entries: readonly string[]) {
    this.#patterns = entries.length === 0 ? null : new AhoCorasick(entries.flatMap(patternsOf));
  }

  /** Throws Refusal `not_allowed` for what holds one of the words. */
  check(text: string): void {
    if (this.search(text).found) throw new Refusal("not_allowed", "This word is not said here.");
  }

  /** `steps`: at most two for each letter of a reading, of which there are at most six. */
  search(text: string): { found: boolean; steps: number } {
    const result = { found: false, steps: 0 };
    if (this.#patterns === null) return result;
    for (const reading of readings(text)) {
      const { found, steps } = this.#patterns.find(reading);
      result.steps += steps;
      result.found ||= found;
    }
    return result;
  }
}

/** Whether an entry has enough letters for a word: three, or two where words are not set apart. */
export function isWord(entry: string): boolean {
  const letters = readings(entry)[0]?.filter((unit) => unit !== SPACE) ?? [];
  return letters.length >= (UNSPACED.test(entry) ? 2 : 3);
}

/** Where words are not set apart, one is found between any letters. */
function patternsOf(entry: string): Reading[] {
  const found = readings(entry);
  return UNSPACED.test(entry) ? found.map((reading) => reading.slice(1, -1)) : found;
}
