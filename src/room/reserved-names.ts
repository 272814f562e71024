import { nameKey } from "./names.ts";

/** One of these as a word of its own is enough, in the languages of the pages and a few more. */
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
/** Words that mean staff or the system only where nothing but decoration stands beside them. */
const ROLES = ["system", "mod", "staff", "server", "operator", "support", "root", "rageroom"];
const DECORATION =
  "the|official|real|our|your|chat|room|team|crew|help|desk|tech|head|chief|super|web|site|bot|account";

/** Digits and signs that stand for a letter; names.ts folds 0 and 1, which look like one. */
const LETTERS: Record<string, string> = {
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

const oneOf = (words: readonly string[]) => words.map((word) => `${nameKey(word)}`).join("|");
/** Longer words first, or `administrator` would be found to begin with `admin`. */
const title = oneOf([...TITLES].sort((one, other) => other.length - one.length));
const staff = `(?:(?:${title}|${oneOf(ROLES)})${nameKey("s")}?)`;
const decoration = `(?:${oneOf(DECORATION.split("|"))})`;
const isTitle = new RegExp(`^(?:${title})${nameKey("s")}?$`, "u");
/** The whole of a name, written as one word or as several. */
const isStaff = new RegExp(`^${decoration}*${staff}(?:${decoration}|${staff})*$`, "u");

/** Whether a name looks like staff's or the system's, alone or dressed up: `the admin`, `4dmin`, `RageRoom Team`. */
export function isReserved(name: string): boolean {
  if (readings(name).some((key) => isStaff.test(key))) return true;
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{M}\p{N}@$]+/u);
  return words.some((word) => readings(word).some((key) => isTitle.test(key)));
}

/** What a name may be read as: its digits as letters, or as a number before or after it. */
function readings(name: string): string[] {
  const plain = name.normalize("NFKC");
  const before = plain.replace(/^\P{L}+/u, "");
  const after = (text: string) => text.replace(/\P{L}+$/u, "");
  return [plain, before, after(plain), after(before)].map((text) =>
    nameKey([...text].map((letter) => LETTERS[letter] ?? letter).join("")),
  );
}
