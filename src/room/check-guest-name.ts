import { Refusal } from "./refusal.ts";
import { isReserved } from "./reserved-names.ts";
import type { WordList } from "./word-list.ts";

/**
 * Throws Refusal `name_taken` for a name that is, or looks like, an account's, staff's or the
 * system's; `not_allowed` for one with a word that is not said here.
 */
export async function checkGuestName(
  name: string,
  words: WordList,
  isTaken: () => Promise<boolean>,
): Promise<void> {
  words.check(name);
  if (isReserved(name) || (await isTaken())) {
    throw new Refusal("name_taken", `The name “${name}” belongs to somebody else.`);
  }
}
