import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { Refusal } from "../../src/room/refusal.ts";
import { normalizeText } from "../../src/room/text.ts";
import { TEXT_GRAPHEMES, TEXT_UNITS } from "../../src/wire/limits.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

/** The text as it would be stored, or the code of its refusal. */
function outcome(input: string): { text: string } | { code: string } {
  try {
    return { text: normalizeText(input) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code };
    throw error;
  }
}

const pieces = fc.constantFrom(
  ..."ab \t\n\r\0\u0007\u0085\u00a0\u200b\u200d\u2028\u2029\ufeff\u0301\u0323\u20dd\ud83d\ude00\ufe0f",
  "é",
  FAMILY,
  "🇪🇺",
  "한",
  "ᄒ",
  "ᅡ",
  "\r\n",
);
const input = fc.oneof(
  fc.string({ unit: pieces, maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 700 }),
  fc.string({ unit: pieces, minLength: 400, maxLength: 900 }),
);

describe("the stored form of a message", () => {
  test("whatever comes in, what is stored is whole, visible, short and free of control characters", () => {
    fc.assert(
      fc.property(input, (raw) => {
        const result = outcome(raw);
        if ("code" in result) return;
        const { text } = result;
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize("NFC"));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[^\P{Cc}\n]|\n{3}|\p{Mn}{5}/u);
        expect(text).toMatch(/[^\p{Z}\p{C}\s]/u);
        expect(graphemes(text)).toBeLessThanOrEqual(TEXT_GRAPHEMES);
      }),
      { numRuns: 600 },
    );
  });

  test("the stored form of a stored form is itself", () => {
    fc.assert(
      fc.property(input, (raw) => {
        const result = outcome(raw);
        if ("text" in result) expect(normalizeText(result.text)).toBe(result.text);
      }),
      { numRuns: 600 },
    );
  });

  test("what any reader can type goes through as it is", () => {
    for (const text of [
      "a",
      "a\nb",
      "a\n\nb",
      "¿qué?",
      "नमस्ते",
      "שלום",
      FAMILY,
      "🇪🇺 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
      "<b>&amp;",
      "'\"\\",
    ]) {
      expect(normalizeText(text)).toBe(text);
    }
  });

  test.each([
    ["  a b \n", "a b"],
    ["a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"],
    ["a\tb", "a b"],
    ["a\n\n\n\n\nb", "a\n\nb"],
    ["e\u0301", "é"],
    [`Z${"\u0316".repeat(40)}`, `Z${"\u0316".repeat(4)}`],
    ["a\ud800b", "a\ufffdb"],
  ])("%j is stored as %j", (raw, stored) => {
    expect(normalizeText(raw)).toBe(stored);
  });

  test.each([
    ["", "empty"],
    [" \n\t\u00a0\u3000", "empty"],
    ["\u200b\u200d\ufeff\u2060", "empty"],
    ["a\0b", "control_character"],
    ["a\u001b[31mb", "control_character"],
    ["a\u0085b", "control_character"],
    ["a\u007fb", "control_character"],
  ])("%j is refused as %s", (raw, code) => {
    expect(outcome(raw)).toEqual({ code });
  });

  test("length is counted as a reader sees it: 500 of anything fit, 501 do not", () => {
    for (const one of ["a", "é", "🤬", "🇪🇺", "e\u0323\u0301"]) {
      expect(graphemes(normalizeText(one.repeat(TEXT_GRAPHEMES)))).toBe(TEXT_GRAPHEMES);
      expect(outcome(one.repeat(TEXT_GRAPHEMES + 1))).toEqual({ code: "too_long" });
    }
    expect(outcome(` ${"a".repeat(TEXT_GRAPHEMES)}\n`)).toHaveProperty("text");
  });

  test("few graphemes may not weigh more than the bound", () => {
    const toned = "👩🏽‍👩🏽‍👧🏽‍👦🏽";
    const heavy = toned.repeat(Math.floor(TEXT_UNITS / toned.length));
    expect(normalizeText(heavy)).toBe(heavy);
    expect(outcome(heavy + toned)).toEqual({ code: "too_long" });
  });
});
