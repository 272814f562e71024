import { TEXT_GRAPHEMES, TEXT_LINES } from "../../../src/wire/limits.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const ASCII = /^[\0-\x7f]*$/;
/** Far past the limit the exact number helps nobody, and counting a pasted book is slow. */
const STOP = TEXT_GRAPHEMES * 4;

/** Whether the message would have more lines than the room takes: it folds empty ones. */
export function hasTooManyLines(text: string): boolean {
  return text.replace(/\n{3,}/g, "\n\n").split("\n").length > TEXT_LINES;
}

/** How many characters as a reader sees them, up to a number that is too many anyway. */
export function length(text: string): { count: number; atLeast: boolean } {
  if (ASCII.test(text)) return { count: text.length, atLeast: false };
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    if (++count >= STOP) return { count, atLeast: true };
  }
  return { count, atLeast: false };
}
