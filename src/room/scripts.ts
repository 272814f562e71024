/**
 * Which letters go together in a name: the restriction level “highly restrictive” of Unicode
 * Technical Standard #39, §5.2.
 */

/** Those in use today: Unicode Standard Annex #31, tables 5 and 7. */
const SCRIPTS = [
  "Latn Grek Cyrl Armn Hebr Arab Thaa Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh",
  "Thai Laoo Tibt Mymr Geor Ethi Khmr Hang Hira Kana Bopo Hani",
  "Adlm Bali Bamu Batk Cakm Cans Cham Cher Java Kali Lana Lepc Limb Lisu Mand Mong Mtei",
  "Newa Nkoo Olck Osge Plrd Rohg Saur Sund Sylo Syrc Tale Talu Tavt Tfng Vaii Wcho Yiii",
].flatMap((line) => line.split(" "));
/** Japanese, Chinese and Korean are written in several, and with Latin letters between. */
const TOGETHER = ["Latn Hani Hira Kana", "Latn Hani Bopo", "Latn Hani Hang"];

/** What every script shares: digits, punctuation, symbols, marks. */
const SHARED = "\\p{scx=Zyyy}\\p{scx=Zinh}";
const allowed = [...TOGETHER, ...SCRIPTS]
  .map((scripts) => scripts.split(" ").map((script) => `\\p{scx=${script}}`))
  .map((scripts) => `[${scripts.join("")}${SHARED}]*`);
const goTogether = new RegExp(`^(?:${allowed.join("|")})$`, "u");
/** Small letters without a capital are phonetic signs, and look like small capitals: ᴀ, ᴅ. */
const PHONETIC = /(?=\p{Ll})\P{CWU}/u;

/** Whether a name in NFKC mixes no scripts that deceive, and has letters of living orthographies alone. */
export function isOfOneWriting(name: string): boolean {
  return goTogether.test(name) && !PHONETIC.test(name);
}
