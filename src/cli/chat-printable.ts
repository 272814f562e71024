/** Controls, and what turns the order of letters around: a terminal obeys the ones, a reader is deceived by the others. */
const OBEYED = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g;

/** The text as a terminal may be given it. The server strips these too; here no server is trusted. */
export function printable(text: string): string {
  return text.replace(LINE_ENDS, "\n").replaceAll("\t", " ").replace(OBEYED, "");
}

/** A name or a sentence that may not begin a line of its own. */
export function oneLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

/** Further lines are set in, so that a text cannot look like what another says. */
export function indented(text: string): string {
  return printable(text).replaceAll("\n", "\n      ");
}
