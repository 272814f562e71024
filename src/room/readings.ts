import { withoutCase } from "./lookalikes.ts";

/** Accents, joiners and what stretches an Arabic word: they make no other word of it. */
const DECORATION = /[\p{sc=Zinh}\p{DI}\u0640]/gu;
const LETTER = /[\p{L}\p{M}]/u;
/** In place of what is no letter. An apostrophe ends a word: he’ll. */
export const SPACE = 32;
export const SIGN = 33;
const [R, N, M] = [0x72, 0x6e, 0x6d];
const LETTER_HALF = /[\udc00-\udfff]/;

/** What each letter is read as, once it was asked for. */
const known: (readonly number[] | undefined)[] = [];

/** A text as its letters in UTF-16, in no case, with one space before, after and between its words. */
export type Reading = readonly number[];

/**
 * With what stands between letters as the end of a word, and without it; and a letter that is
 * written three times or more as one and as two.
 */
export function readings(text: string): Reading[] {
  const apart: number[] = [SPACE];
  const joined: number[] = [SPACE];
  const whole = text.normalize("NFKC");
  for (let at = 0; at < whole.length; at++) {
    for (const unit of unitsAt(whole, at)) {
      put(apart, unit === SIGN ? SPACE : unit);
      if (unit !== SIGN) put(joined, unit);
    }
  }
  put(apart, SPACE);
  put(joined, SPACE);
  // Signs between words alone make no other reading.
  const both = apart.length === joined.length ? [apart] : [apart, joined];
  return both.flatMap((reading) =>
    hasLongRun(reading) ? [reading, withRuns(reading, 1), withRuns(reading, 2)] : [reading],
  );
}

function put(reading: number[], unit: number): void {
  const end = reading.length - 1;
  if (unit === SPACE && reading[end] === SPACE) return;
  // One letter again, so that a run of it is one.
  if (unit === N && reading[end] === R) reading[end] = M;
  else reading.push(unit);
}

function hasLongRun(reading: Reading): boolean {
  return reading.some((unit, at) => unit === reading[at + 1] && unit === reading[at + 2]);
}

/** Runs of three and more, cut to `length`. */
function withRuns(reading: Reading, length: number): Reading {
  const kept: number[] = [];
  for (let start = 0, end = 0; start < reading.length; start = end) {
    while (end < reading.length && reading[end] === reading[start]) end++;
    const run = reading.slice(start, end);
    kept.push(...(run.length > 2 ? run.slice(0, length) : run));
  }
  return kept;
}

/** What the letter at a place of a text is read as, in UTF-16; SPACE or SIGN for what is none. */
export function unitsAt(text: string, at: number): readonly number[] {
  return known[text.charCodeAt(at)] ?? unitsOf(text, at);
}

function unitsOf(text: string, at: number): readonly number[] {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (letter.length > 1) return fold(letter);
  // The second half of a letter that was read with its first.
  const read = LETTER_HALF.test(letter) ? [] : fold(letter);
  known[letter.charCodeAt(0)] = read;
  return read;
}

function fold(letter: string): number[] {
  const folded = withoutCase(letter.replace(DECORATION, "")).replace(DECORATION, "");
  return [...folded].flatMap((seen) => {
    if (LETTER.test(seen)) return seen.split("").map((unit) => unit.charCodeAt(0));
    return [/[\s']/.test(seen) ? SPACE : SIGN];
  });
}
