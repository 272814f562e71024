import unhomoglyph from "unhomoglyph";
import { NAME_CHARS } from "../limits.ts";
import { Refusal } from "./refusal.ts";

const RESERVED = [
  "system",
  "admin",
  "administrator",
  "moderator",
  "mod",
  "staff",
  "rage room",
  "server",
  "operator",
];
const SEPARATORS = /[\p{Z}\p{P}\p{S}\s]/gu;
const INVISIBLE = /[\p{C}\p{M}\p{DI}]/gu;

/**
 * Two names with one key look alike: case, spacing, punctuation, accents and confusable
 * letters are folded (Unicode Technical Standard #39, skeletons).
 */
export function nameKey(name: string): string {
  // A skeleton may hold accents and capitals, and these have skeletons of their own. The
  // first is taken before case is folded: a Greek capital looks Latin where its small form does not.
  const key = skeleton(skeleton(skeleton(name.normalize("NFKD"))));
  // A capital I is a small l to the eye, and with case folded all three are one.
  return key.replaceAll("i", "l");
}

function skeleton(text: string): string {
  return bare(unhomoglyph(text));
}

function bare(text: string): string {
  return text.normalize("NFKD").replace(INVISIBLE, "").replace(SEPARATORS, "").toLowerCase();
}

const reservedKeys = new Set(RESERVED.map(nameKey));

/** Whether a name looks like staff's or the system's. */
export function isReserved(name: string): boolean {
  return reservedKeys.has(nameKey(name));
}

/** A name as somebody wrote it, made safe to show. Throws Refusal `invalid`. */
export function normalizeName(input: string): string {
  const name = input
    .slice(0, NAME_CHARS * 8)
    .toWellFormed()
    .normalize("NFKC")
    .replace(/[\p{C}\p{DI}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  if (nameKey(name) === "") throw new Refusal("invalid", "A name needs letters or digits.");
  if ([...name].length > NAME_CHARS) {
    throw new Refusal("invalid", `A name has at most ${NAME_CHARS} characters.`);
  }
  return name;
}
