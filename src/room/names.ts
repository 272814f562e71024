import confusables from "unhomoglyph/data.json";
import { NAME_CHARS } from "../wire/limits.ts";
import { Refusal } from "./refusal.ts";

const SEPARATORS = /[\p{Z}\p{P}\p{S}\s]/gu;
const INVISIBLE = /[\p{C}\p{M}\p{DI}]/gu;

/**
 * Two names with one key look alike: case, spacing, punctuation, accents and confusable
 * letters are folded (Unicode Technical Standard #39, skeletons).
 */
export function nameKey(name: string): string {
  // A skeleton may hold accents and letters that have skeletons of their own.
  return skeleton(skeleton(bare(name)));
}

/** The package's own function compiles six thousand letters into one expression at every start. */
const lookalikes = new Map(Object.entries(confusables));

function folded(text: string): string {
  return [...text].map((letter) => lookalikes.get(letter) ?? letter).join("");
}

/** Letters may look alike in either case, as M does in Latin and Cyrillic, or a capital I and a small l. */
function skeleton(text: string): string {
  const capitals = folded(text.toUpperCase());
  return bare(folded(capitals.toLowerCase())).toLowerCase();
}

function bare(text: string): string {
  return text.normalize("NFKD").replace(INVISIBLE, "").replace(SEPARATORS, "");
}

/** A name as somebody wrote it, made safe to show. Throws Refusal `invalid`. */
export function normalizeName(input: string): string {
  const name = input
    .slice(0, NAME_CHARS * 8)
    .toWellFormed()
    .replace(/[\p{C}\p{DI}]/gu, "")
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
  if (nameKey(name) === "") throw new Refusal("invalid", "A name needs letters or digits.");
  if ([...name].length > NAME_CHARS) {
    throw new Refusal("invalid", `A name has at most ${NAME_CHARS} characters.`);
  }
  return name;
}
