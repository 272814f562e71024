import { keysOf, nameKey } from "./names.ts";

/** A name with one of these as a separate word is reserved. In the languages of the pages, and a few more. */
const TITLES = [
  "admin",
  "administrator",
  "administratorin",
  "administrador",
  "administradora",
  "administrateur",
  "administratrice",
  "sysadmin",
  "superadmin",
  "sysop",
  "moderator",
  "moderatorin",
  "moderador",
  "moderadora",
  "modérateur",
  "modératrice",
  "админ",
  "администратор",
  "модератор",
  "مشرف",
  "管理员",
  "管理員",
  "관리자",
];
/** These are reserved only if the rest of the name is decoration. */
const ROLES = ["system", "mod", "staff", "server", "operator", "support", "root", "rageroom"];
const DECORATION =
  "the|official|real|our|your|chat|room|team|crew|help|desk|tech|head|chief|super|web|site|bot|account";

/** Digits and signs used for letters. 0 and 1 are missing because names.ts replaces them already. */
const LETTERS: Record<string, string> = {
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

interface Patterns {
  /** Matches one word. */
  title: RegExp;
  /** Matches the whole name, as one word or as several. */
  staff: RegExp;
}

/** Made for the first name: a start does not wait for them. */
let patterns: Patterns | undefined;

function makePatterns(): Patterns {
  const oneOf = (words: readonly string[]) => words.map((word) => `${nameKey(word)}`).join("|");
  // Longer words first: the expression would find `admin` in `administrator` and stop there.
  const title = oneOf([...TITLES].sort((one, other) => other.length - one.length));
  const staff = `(?:(?:${title}|${oneOf(ROLES)})${nameKey("s")}?)`;
  const decoration = `(?:${oneOf(DECORATION.split("|"))})`;
  return {
    title: new RegExp(`^(?:${title})${nameKey("s")}?$`, "u"),
    staff: new RegExp(`^${decoration}*${staff}(?:${decoration}|${staff})*$`, "u"),
  };
}

/**
 * Whether a name looks like staff's or the system's, with or without decoration: `the admin`,
 * `4dmin`, `RageRoom Team`.
 */
export function isReserved(name: string): boolean {
  patterns ??= makePatterns();
  const { title, staff } = patterns;
  if (readings(name).some((key) => staff.test(key))) return true;
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{M}\p{N}@$]+/u);
  return words.some((word) => readings(word).some((key) => title.test(key)));
}

/** The ways to read a name: its digits as letters, or as a number before or after the word. */
function readings(name: string): string[] {
  const plain = name.normalize("NFKC");
  const before = plain.replace(/^\P{L}+/u, "");
  const after = (text: string) => text.replace(/\P{L}+$/u, "");
  return [plain, before, after(plain), after(before)].flatMap((text) =>
    keysOf([...text].map((letter) => LETTERS[letter] ?? letter).join("")),
  );
}
