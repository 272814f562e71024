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

/** The lengths are looked at first: most names differ in them alone, and a start waits for this. */
function isSlip(given: string, meant: string): boolean {
  const isNear = (letters: number) => letters * LETTERS_A_SLIP <= meant.length;
  return isNear(Math.abs(given.length - meant.length)) && isNear(distance(given, meant));
}

/** Levenshtein's: how many letters to add, leave out or replace make one of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [column, wanted] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
