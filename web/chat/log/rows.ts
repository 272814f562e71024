const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** More than any row of the page holds: it has 62 digits' width, and most letters are narrower. */
const COLUMNS = 80;
const WIDE = /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}]/u;

/** Whether a text takes more rows than `most`, however wide the page is. Nothing is measured. */
export function isTaller(text: string, most: number): boolean {
  const lines = text.split("\n");
  if (lines.length > most) return true;
  // Of an ordinary text nothing is counted.
  if (text.length * 2 <= (most - lines.length + 1) * COLUMNS) return false;
  return lines.reduce((rows, line) => rows + rowsOf(line), 0) > most;
}

function rowsOf(line: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(line)) columns += WIDE.test(segment) ? 2 : 1;
  return Math.max(1, Math.ceil(columns / COLUMNS));
}
