import { TEXT_GRAPHEMES, TEXT_LINES, TEXT_UNITS } from "../wire/limits.ts";
import { withoutHiddenText } from "./invisible.ts";
import { withFewMarks } from "./marks.ts";
import { Refusal } from "./refusal.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e\n]*$/;
const INVISIBLE_ONLY = /^[\p{Z}\p{C}\p{DI}\u2800\s]*$/u;
const CONTROL = /[^\P{Cc}\n]/u;

/**
 * The form in which a message is stored: NFC, Unix line ends, no outer space, at most
 * one empty line in a row, no hidden text, no stacks of combining marks.
 * Throws Refusal `empty`, `too_long` (500 graphemes), `too_many_lines` (20) or `control_character`.
 */
export function normalizeText(input: string): string {
  if (input.length > TEXT_UNITS) throw tooLong();
  const text = readable(input.toWellFormed().normalize("NFC"))
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll("\t", " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (INVISIBLE_ONLY.test(text)) throw new Refusal("empty", "There is nothing in that message.");
  if (CONTROL.test(text)) {
    throw new Refusal("control_character", "A message cannot hold control characters.");
  }
  if (length(text) > TEXT_GRAPHEMES) throw tooLong();
  if (text.split("\n").length > TEXT_LINES) {
    throw new Refusal("too_many_lines", `A message has at most ${TEXT_LINES} lines.`);
  }
  return text;
}

/** Repeats until nothing changes: when a hidden character is gone, a letter and a mark may combine. */
function readable(text: string): string {
  if (PLAIN.test(text)) return text;
  const kept = withFewMarks(withoutHiddenText(text)).normalize("NFC");
  return kept === text ? text : readable(kept);
}

function length(text: string): number {
  if (text.length <= TEXT_GRAPHEMES || PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

function tooLong(): Refusal {
  return new Refusal("too_long", `A message has at most ${TEXT_GRAPHEMES} characters.`);
}
