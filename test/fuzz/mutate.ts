/** Changes of an input, decided by one seed. */
import type { Chance } from "../simulation/chance.ts";

/** What parsers have stumbled over elsewhere. */
const PIECES = [
  "\0",
  "\r\n",
  "\n\n",
  "\u2028",
  "\u202e",
  "\u200d",
  "\ufeff",
  "\ud800",
  "\udfff",
  "e\u0301".repeat(9),
  "ﷺ",
  "𐀀",
  "👩‍👩‍👧‍👦",
  "%00",
  "%2e%2e/",
  "../",
  "\\",
  "//",
  "'",
  '"',
  "`",
  "$" + "{x}",
  "{{x}}",
  "<!--",
  "]]>",
  "__proto__",
  "constructor",
  "1e999",
  "-0",
  "9007199254740993",
  "NaN",
  "null",
  "[]",
  "{}",
  "[[[[[[[[",
  '{"a":'.repeat(40),
  "a".repeat(300),
  "0".repeat(300),
  "::ffff:",
  "[::1]",
  "127.1",
  ",,",
  ";",
  "=",
  "@",
];

/** One to four changes. */
export function mutated(input: string, others: readonly string[], chance: Chance): string {
  let text = input;
  for (let times = chance.between(1, 4); times > 0; times--) text = once(text, others, chance);
  return text.slice(0, 4_096);
}

function once(text: string, others: readonly string[], chance: Chance): string {
  const at = chance.between(0, text.length);
  const end = Math.min(text.length, at + chance.between(1, 8));
  const [before, cut, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (chance.between(0, 6)) {
    case 0:
      return before + after;
    case 1:
      return before + cut + cut + after;
    case 2:
      return before + (chance.of(PIECES) ?? "") + cut + after;
    case 3:
      return before + String.fromCharCode(chance.between(0, 0xff)) + after;
    case 4:
      return before + String.fromCharCode(chance.between(0, 0xffff)) + cut + after;
    case 5: {
      const other = chance.of(others) ?? "";
      return before + other.slice(chance.between(0, other.length));
    }
    default:
      return `${before}${chance.between(-1, 1_000_000)}${after}`;
  }
}
