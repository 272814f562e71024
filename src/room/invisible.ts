/**
 * Characters that show nothing can carry a text that nobody sees (Unicode Technical Report #36
 * §2.6; tag characters spell out all of ASCII). Each is kept where a writing or an emoji needs it:
 * the sequences of Unicode Technical Standard #51, the selectors and joiners of the Unicode
 * Standard §23.2 and §23.4.
 */

/** The three flags that are recommended for interchange: of England, Scotland and Wales. */
const FLAGS = ["gbeng", "gbsct", "gbwls"].map((region) => `\u{1f3f4}${tags(region)}\u{e007f}`);

/** Scripts whose letters join, or that write no spaces between words. */
const JOINING = [
  "Arab Syrc Mand Mong Nkoo Phag Adlm Rohg Thaa",
  "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh",
  "Thai Laoo Khmr Mymr Tibt Bali Java Cham Lana",
]
  .flatMap((line) => line.split(" "))
  .map((script) => `\\p{scx=${script}}`)
  .join("");

const KEPT = [
  ...FLAGS,
  // Selects how an emoji looks, or makes a digit a keycap.
  "(?<=(?![\\d#*])\\p{Emoji})[\\ufe0e\\ufe0f]",
  "(?<=[\\d#*])\\ufe0f(?=\\u20e3)",
  // Emoji that are drawn as one.
  "(?<=(?:\\p{ExtPict}|\\p{EMod})\\ufe0f?)\\u200d(?=\\p{ExtPict})",
  // The form of an ideograph, a sign of mathematics, a Mongolian letter.
  "(?<=\\p{sc=Hani})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]",
  "(?<=\\p{Sm})\\ufe00",
  "(?<=\\p{scx=Mong})[\\u180b-\\u180d\\u180f]",
  // Where letters join or words end.
  `(?<=(?!\\p{DI})[${JOINING}])[\\u200b-\\u200d]`,
  // The direction of reading.
  "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
];
const INVISIBLE = new RegExp(`(?=[\\p{DI}\u{1f3f4}])(?:(${KEPT.join("|")})|\\p{DI})`, "gu");
/** At most two in a row have a meaning: one ends a direction, one begins another. */
const DIRECTIONS =
  /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]{2})[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** The text without what is invisible and not needed to write it. */
export function withoutHiddenText(text: string): string {
  return text
    .replace(INVISIBLE, (_, kept: string | undefined) => kept ?? "")
    .replace(DIRECTIONS, "$1");
}

/** ASCII as tag characters. */
function tags(text: string): string {
  return [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
}
