/** Signs that are drawn on or beside the letter before them, and count as one character with it. */
const MARK = "[\\p{M}\\p{EMod}\\uff9e\\uff9f]";
const MARKS = new RegExp(MARK, "gu");
/** Five or more in a row, with joiners and other invisible characters between them. */
const MANY_MARKS = new RegExp(`${MARK}(?:\\p{DI}*${MARK}){4,}`, "gu");
/** No script in use puts more above and below one letter. Burmese has up to three beside it as well. */
const MOST = 4;
/** Emoji that are drawn as one: no family in Unicode's list has more than four. */
const MANY_JOINED = /((?:\u200d\p{ExtPict}[\ufe0f\p{EMod}]*){4})\u200d/gu;

/** The text with at most four marks on a letter and four beside it, and at most five emoji in one. */
export function withFewMarks(text: string): string {
  const light = text.replace(MANY_MARKS, fewMarks);
  return light.includes("\u200d") ? light.replace(MANY_JOINED, "$1") : light;
}

/** Keeps the first marks on the letter, and the first beside it. */
function fewMarks(run: string): string {
  const [first = "", ...rest] = run.match(MARKS) ?? [];
  let stacked = 0;
  let beside = 0;
  const isKept = (mark: string) => (/\p{Mc}/u.test(mark) ? ++beside <= MOST : ++stacked <= MOST);
  // A tone may stand by itself: then it is the letter.
  const letter = /\p{EMod}/u.test(first) || isKept(first) ? first : "";
  return letter + rest.filter(isKept).join("");
}
