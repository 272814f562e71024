import { NAME_CHARS } from "../wire/limits.ts";
import { skeleton, withoutCase } from "./lookalikes.ts";
import { withFewMarks } from "./marks.ts";
import { Refusal } from "./refusal.ts";
import { isOfOneWriting } from "./scripts.ts";

const SEPARATORS = /[\p{Z}\p{P}\p{S}\s]/gu;
const INVISIBLE = /[\p{C}\p{M}\p{DI}]/gu;

/** Two names with one key look alike: case, spacing, punctuation, accents and confusable letters are folded. */
export function nameKey(name: string): string {
  // What a letter looks like may have accents, and look like another itself.
  return folded(folded(bare(name)));
}

/**
 * The keys under which a name may be taken. The second is of how it looks in its present case:
 * the small Greek ν is like a v, its capital Ν like an N.
 */
export function keysOf(name: string): [string, string] {
  return [nameKey(name), nameKey(skeleton(name))];
}

function folded(text: string): string {
  return bare(withoutCase(text)).toLowerCase();
}

function bare(text: string): string {
  return text.normalize("NFKD").replace(INVISIBLE, "").replace(SEPARATORS, "");
}

/** A name as somebody wrote it, made safe to show. Throws Refusal `invalid`. */
export function normalizeName(input: string): string {
  const name = shown(input.slice(0, NAME_CHARS * 8).toWellFormed());
  if (nameKey(name) === "") throw new Refusal("invalid", "A name needs letters or digits.");
  if ([...name].length > NAME_CHARS) {
    throw new Refusal("invalid", `A name has at most ${NAME_CHARS} characters.`);
  }
  if (!isOfOneWriting(name)) {
    throw new Refusal("invalid", "A name does not mix letters of different scripts.");
  }
  return name;
}

/** Repeats until nothing changes: when a mark is gone, others may combine. */
function shown(text: string): string {
  const name = withFewMarks(text.normalize("NFKC").replace(/[\p{C}\p{DI}]/gu, ""))
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
  return name === text ? name : shown(name);
}
