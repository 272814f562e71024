import type { Env } from "./secret-file.ts";
import { IN_FILES, SPEAKING, VARIABLES } from "./variables.ts";

const NAMES = [...Object.values(VARIABLES), ...Object.values(SPEAKING)].map(({ name }) => name);
/** Of a name shorter than this, too many others are one letter away: PORT and PATH. */
const LEAST_LETTERS = 6;
/** A name that differs in more than one letter of so many is another name. */
const LETTERS_A_SLIP = 5;

/** A sentence for each variable that is not read and looks like one that is, and that is not set. */
export function misspeltIn(env: Env): string[] {
  const unset = NAMES.filter((name) => (env[name] ?? "") === "" && name.length >= LEAST_LETTERS);
  return Object.keys(env).flatMap((given) => {
    if (NAMES.includes(given) || IN_FILES.includes(given)) return [];
    const meant = unset.find((name) => isSlip(given, name));
    return meant === undefined ? [] : [`${given} is not read. If ${meant} is meant, rename it.`];
  });
}

function isSlip(given: string, meant: string): boolean {
  const most = Math.floor(meant.length / LETTERS_A_SLIP);
  return Math.abs(given.length - meant.length) <= most && isWithin(most, given, meant);
}

/**
 * Whether so many letters to add, leave out or replace make one of the other (Levenshtein's distance). A start waits for
 * this, so most names are let go of after their first letters.
 */
function isWithin(most: number, one: string, other: string): boolean {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    let least = at + 1;
    for (let column = 0; column < other.length; column++) {
      const replaced = (row[column] ?? 0) + (one[at] === other[column] ? 0 : 1);
      const letters = Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
      next.push(letters);
      least = Math.min(least, letters);
    }
    if (least > most) return false;
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}
