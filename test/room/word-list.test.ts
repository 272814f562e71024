import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readings } from "../../src/room/readings.ts";
import { WordList } from "../../src/room/word-list.ts";
import { TEXT_UNITS } from "../../src/wire/limits.ts";
import { innocents, LANGUAGES } from "./innocents.ts";

/** Rude words of the pages' languages, each of which is a part of harmless ones. */
const RUDE =
  "ass cunt cock dick sex penis anal arse cum tit shit spic coon fag retard chink " +
  "arsch fotze hure schwul spast puta culo coño maricón pute cul bite pédé viado cona " +
  "كلب حمار قحبة";
const words = new WordList(RUDE.split(" "));
const isIn = (list: WordList, text: string) => list.search(text).found;

describe("a word that is not said here", () => {
  test.each([
    ["as it is", "you cunt"],
    ["alone", "cunt"],
    ["in capitals", "CUNT!"],
    ["of wide letters", "ｃｕｎｔ"],
    ["of ornate letters", "𝖈𝖚𝖓𝖙"],
    ["of letters that look like its own", "сunt"],
    ["with a digit that looks like a letter", "c0ck"],
    ["under marks", "c\u0336u\u0336n\u0336t\u0336"],
    ["with signs between", "c.u-n*t"],
    ["with emoji between", "c🙂u🙂n🙂t"],
    ["with what nobody sees between", "c\u200bu\u00adnt"],
    ["drawn out", "cuuuuuunt"],
    ["drawn out where it has two", "asssss"],
    ["in quotes and brackets", "(“cunt”)"],
    ["before an apostrophe", "cunt’s"],
    ["in Spanish", "¡MARICÓN!"],
    ["in Arabic, pointed and stretched", "يا كَلـــب"],
    ["at the end of a line", "you\ncunt\nyou"],
  ])("is found %s", (_, text) => {
    expect(isIn(words, text)).toBe(true);
  });

  test.each([
    [
      "a part of a word",
      "Scunthorpe, assassin, class, Essex, Penistone, cocktail, Dickens, analyse",
    ],
    ["another accent", "schwül, le cûl"],
    ["less letters than it has", "as con coo n"],
    ["two words", "as sume this; he’ll"],
    ["nothing", ""],
  ])("is not in %s", (_, text) => {
    expect(isIn(words, text)).toBe(false);
  });

  test("of several words is found with anything between them", () => {
    const list = new WordList(["go to hell"]);
    expect(isIn(list, "just Go, to … HELL!")).toBe(true);
    expect(isIn(list, "go to hello")).toBe(false);
  });

  test("is found between other letters where a script has no spaces", () => {
    const list = new WordList(["傻逼", "ควาย"]);
    expect(isIn(list, "你这个傻逼啊")).toBe(true);
    expect(isIn(list, "ไอ้ควายตัวนี้")).toBe(true);
    expect(isIn(list, "你这个傻瓜")).toBe(false);
  });

  test("is none where there is no list", () => {
    expect(new WordList([]).search(RUDE)).toEqual({ found: false, steps: 0 });
  });

  test("is found as one finds it by looking at each place, whatever the list and the text", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 3, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom(..."aabbc .-"), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, (list, said) => {
        const spelt = (one: string) => readings(one).map((units) => String.fromCharCode(...units));
        const isThere = spelt(said).some((reading) =>
          list.flatMap(spelt).some((entry) => reading.includes(entry)),
        );
        expect(isIn(new WordList(list), said)).toBe(isThere);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what it takes to look for ten thousand words", () => {
  const letters = [..."abcdefghij"];
  const list = Array.from({ length: 10_000 }, (_, index) =>
    [..."aaa", ...String(index)].map((digit) => letters[Number(digit)] ?? digit).join(""),
  );
  const many = new WordList(list);

  test("is at most two steps for a letter of each of six readings, whatever the text", () => {
    const hostile = fc.constantFrom(
      "a",
      "aa",
      "aaa",
      "ab",
      "b",
      " ",
      ".",
      " aaa",
      "aaab",
      "m",
      "ﷺ",
    );
    fc.assert(
      fc.property(fc.string({ unit: hostile, minLength: 1, maxLength: TEXT_UNITS }), (text) => {
        const longest = Math.max(...readings(text).map(({ length }) => length));
        const { steps } = many.search(text.slice(0, TEXT_UNITS));
        expect(readings(text).length).toBeLessThanOrEqual(6);
        expect(steps).toBeLessThanOrEqual(2 * 6 * longest);
      }),
      { numRuns: 50 },
    );
    for (const unit of ["a", " aaa", "aaa ", "aa.", " aaaj"]) {
      const text = unit.repeat(TEXT_UNITS / unit.length);
      expect(many.search(text).steps).toBeLessThanOrEqual(12 * (TEXT_UNITS + 2));
    }
  });
});

describe("a thousand sentences of every day", () => {
  test.each(LANGUAGES)("hold none of the words: %s", (language) => {
    const sentences = innocents(language);
    expect(new Set(sentences).size).toBe(1_000);
    expect(sentences.filter((sentence) => isIn(words, sentence))).toEqual([]);
    expect(sentences.every((sentence) => isIn(words, `${sentence} cunt`))).toBe(true);
  });
});
