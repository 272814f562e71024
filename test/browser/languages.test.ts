/** One file is a language: it says of itself what the pages have to know of it, and counts as it should. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { bundleWords } from "../../src/http/bundle-words.ts";
import { catalogues } from "../../web/words/catalogues.ts";
import { type Catalogue, english } from "../../web/words/english.ts";
import { directionOf, isLanguage, LANGUAGES } from "../../web/words/languages.ts";
import { numbers } from "../../web/words/numbers.ts";

const WEB = join(import.meta.dir, "../../web");
const ALL: [string, Catalogue][] = Object.entries(catalogues);
const PARTS = Object.keys(english);
const { files } = await bundleWords();
/** What English writes as a number, and not as it was given. */
const COUNTING = new Set(
  said(english, 1_234).flatMap(([path, text]) => (text.includes("1,234") ? [path] : [])),
);

describe.each(ALL)("the language %s", (language, { plurals, name, direction, ...parts }) => {
  const rules = new Intl.PluralRules(language);

  test("has the plural forms that Unicode says, and is told apart by its name and direction", () => {
    expect([...plurals].sort()).toEqual([...rules.resolvedOptions().pluralCategories].sort());
    expect(LANGUAGES[language]).toEqual({ name, direction });
    const known = new Intl.Locale(language).getTextInfo?.().direction;
    expect(direction).toBe(known === "rtl" ? "rtl" : "ltr");
    expect(name.toLowerCase()).toBe(
      new Intl.DisplayNames(language, { type: "language" }).of(language)?.toLowerCase() ?? "",
    );
  });

  test("counts in every form, with the number wherever the form does not say it in words", () => {
    for (const category of plurals) {
      const n = sampleOf(rules, category);
      if (n === undefined) continue;
      const written = new Intl.NumberFormat(language).format(n);
      for (const [path, text] of counted(parts, n)) {
        expect([path, n, text]).not.toEqual([path, n, expect.stringMatching(/undefined|NaN|#/)]);
        if (n > 2) expect([path, text]).toEqual([path, expect.stringContaining(written)]);
      }
    }
  });

  test("is a file for each part that a page says, and no page loads more of it", async () => {
    if (language === "en") return;
    const sources = await Promise.all(
      PARTS.map(async (part) => {
        const file = [...files].find(([at]) => at.startsWith(`${language}-${part}-`));
        return { part, source: file?.[1] ?? "" };
      }),
    );
    const { brand } = parts.words;
    expect(sources.filter(({ source }) => source.includes(`brand:"${brand}"`))).toEqual([
      expect.objectContaining({ part: "words" }),
    ]);
    const all = sources.reduce((sum, { source }) => sum + source.length, 0);
    for (const { part, source } of sources) {
      expect([part, source.length > 100 && source.length < all / 2]).toEqual([part, true]);
    }
  });
});

/** A whole number that the language counts in that category, if there is one. */
function sampleOf(rules: Intl.PluralRules, category: Intl.LDMLPluralRule): number | undefined {
  // One and two may be said in words: what has to be written is looked for first.
  const samples = [...Array(200).keys()].slice(3).concat(1_000_000, 1, 2);
  return samples.find((n) => rules.select(n) === category);
}

/** What is said of so many, by every sentence that says a number. */
function counted(parts: object, n: number): [string, string][] {
  return said(parts, n).filter(([path]) => COUNTING.has(path));
}

function said(value: unknown, n: number, path = ""): [string, string][] {
  if (typeof value === "function") return [[path, String(value(n, n, n))]];
  if (typeof value === "string") return [];
  return Object.entries(value ?? {}).flatMap(([key, part]) => said(part, n, `${path}.${key}`));
}

test("every file of a language is offered, and no other is taken for one", async () => {
  const found = await Array.fromAsync(new Bun.Glob("??.ts").scan(join(WEB, "words")));
  expect(found.map((file) => file.slice(0, 2)).sort()).toEqual(Object.keys(catalogues).sort());
  expect(isLanguage("constructor")).toBe(false);
  expect(directionOf("ar")).toBe("rtl");
});

test("a form that is missing is refused by the types, and one that only a browser knows is the usual", () => {
  const { count } = numbers("ar", ["one", "other"]);
  // @ts-expect-error: a language that counts in "one" has to say how.
  expect(count(1, { other: "#" })).toBe("1");
  expect(count(3, { one: "one", other: "# things" })).toBe("3 things");
});
