/** The catalogues: whole, alike in shape, and each sentence in use. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { catalogues } from "../../web/words/catalogues.ts";
import type { Catalogue } from "../../web/words/english.ts";
import { choose, LANGUAGES } from "../../web/words/languages.ts";
import { sentences } from "./pages-sentences.ts";

const WEB = join(import.meta.dir, "../../web");
/** As one object, as the pages see them: some sections come in parts. */
function together({ words, forgetting, ...parts }: Catalogue) {
  const { account, keys, office, reader, setup, staff } = parts;
  return {
    ...words,
    ...account,
    ...keys,
    forget: { ...words.forget, ...forgetting.forget },
    receipt: { ...words.receipt, ...forgetting.receipt },
    ...office,
    ...reader,
    ...setup,
    ...staff,
  };
}

const ALL: [string, Catalogue][] = Object.entries(catalogues);
const CATALOGUES = ALL.map(([id, catalogue]) => [id, together(catalogue)] as const);
const ENGLISH = together(catalogues.en);
const OTHERS = CATALOGUES.filter(([id]) => id !== "en");
/** Where languages rightly agree. */
const ALIKE =
  /^(brand|head\.admin|log\.(label|admin)|composer\.(length|used|seconds)|admin\.(number|sections|action|user)|role\.names\.|audit\.targets|acts\.minutes|sanctions\.tab|login\.(email|password)|cool\.)/;

describe.each(CATALOGUES)("the catalogue %s", (_language, words) => {
  test("has every sentence, and leaves none empty or half filled in", () => {
    expect(sentences(words).map(([path]) => path)).toEqual(
      sentences(ENGLISH).map(([path]) => path),
    );
    for (const [path, text] of sentences(words)) {
      expect([path, text.trim()]).not.toEqual([path, ""]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/undefined|#|\[object/)]);
    }
  });

  test("says every number and name that it is given", () => {
    const told = new Map(sentences(words));
    for (const [path, text] of sentences(ENGLISH)) {
      if (text.includes("Ada")) expect([path, told.get(path)]).toEqual([path, stringWith("Ada")]);
    }
  });
});

test.each(OTHERS)("the catalogue %s is translated", (_language, words) => {
  const english = sentences(ENGLISH);
  const same = sentences(words).filter(
    ([path, text], at) => text === english[at]?.[1] && !ALIKE.test(path) && /[a-z]{4}/.test(text),
  );
  expect(same).toEqual([]);
});

const stringWith = (part: string) => expect.stringContaining(part);

/** What only a stranger is called. */
const FORMAL: [string, RegExp][] = [
  ["es", /\bustedes|\busted|vosotros|\bos\b/i],
  ["fr", /\b(vous|votre|vos)\b/i],
  ["de", /\b(Ihnen|Ihre?[nmrs]?)\b/],
  ["pt", /\b(consigo|vós|o senhor|a senhora)\b/i],
  ["hi", /(?<!अपने )आप(?!स)/],
];

/** What only a man, or only a woman, is called: a verb or an adjective that says which the reader is. */
const GENDERED: [string, RegExp][] = [
  ["ar", /أنت (?:\p{L}*ة|م\p{L}+|داخل)(?!\p{L})/u],
  ["hi", /तुम[^।:;]* (?:रहे|सकते|चुके|करते|कहते|आए|थे)(?: हो)?(?=[।,:; ]|$)/],
  ["he", /ברוך|ברוכה|(?<!\p{L})(?:אתה|את\/ה|לכם|שלכם|אתם|מחובר|מושתק|חסום)(?!\p{L})(?! זה)/u],
];

/** Of an account, or of somebody else. */
const NOT_OF_THE_READER = /^(refused\.banned|signIns\.title|forget\.accounts)$/;

test.each(GENDERED)("the reader may be a man or a woman: %s", (language, gendered) => {
  const words = Object.fromEntries(CATALOGUES)[language];
  const told = sentences(words).filter(([path]) => !NOT_OF_THE_READER.test(path));
  expect(told.filter(([, text]) => gendered.test(text))).toEqual([]);
});

test("in Japanese every whole sentence is polite", () => {
  const { ja } = catalogues;
  const said = [...sentences(together(ja)), ...sentences(ja.topics), ...sentences(ja.embed)];
  expect(
    said.filter(([, text]) => /(です|ます|ました|ません|ください)。/.test(text)).length,
  ).toBeGreaterThan(90);
  const plain = /(だ|である|(?<![まで])した|った|んだ|いた|れた|する|れる|ない|なる|いる)。/;
  expect(said.filter(([, text]) => plain.test(text))).toEqual([]);
});

test.each(FORMAL)("the reader is spoken to as a friend: %s", (language, formal) => {
  const words = Object.fromEntries(CATALOGUES)[language];
  expect(sentences(words).filter(([, text]) => formal.test(text))).toEqual([]);
});

test("in French no line begins with what belongs to the line before", () => {
  const { fr } = catalogues;
  const said = [...sentences(together(fr)), ...sentences(fr.topics), ...sentences(fr.embed)];
  expect(said.filter(([, text]) => /[?!;:]/.test(text)).length).toBeGreaterThan(30);
  expect(said.filter(([, text]) => /(?<!\u202f)[?!;:]/.test(text))).toEqual([]);
});

test("Arabic counts by its own six forms", () => {
  const forms = [1, 2, 3, 11, 100].map((n) => catalogues.ar.words.log.burst(n));
  expect(forms).toEqual([
    "رسالة جديدة واحدة",
    "رسالتان جديدتان",
    "3 رسائل جديدة",
    "11 رسالة جديدة",
    "100 رسالة جديدة",
  ]);
});

test("no sentence is unused", async () => {
  let source = "";
  for await (const file of new Bun.Glob(
    "{account,admin,chat,login,shared,words}/**/*.{ts,tsx}",
  ).scan(WEB)) {
    source += await Bun.file(join(WEB, file)).text();
  }
  source += await Bun.file(join(WEB, "../src/http/room-markup.ts")).text();
  const unused = Object.entries(ENGLISH).flatMap(([section, part]) =>
    typeof part === "string"
      ? source.includes(`words.${section}`)
        ? []
        : [section]
      : Object.keys(part)
          .filter(
            (key) =>
              !new RegExp(`(words|common|office)\\.${section}(\\.${key}\\b|\\[)`).test(source),
          )
          .map((key) => `${section}.${key}`),
  );
  expect(unused).toEqual([]);
});

test("no style says left or right: pages turn with the language", async () => {
  for await (const file of new Bun.Glob("**/*.css").scan(WEB)) {
    const css = await Bun.file(join(WEB, file)).text();
    const sided =
      /^\s*((margin|padding|border|inset)-(left|right)|left|right|text-align: (left|right)|float).*$/m;
    expect([file, css.match(sided)?.[0]]).toEqual([file, undefined]);
  }
});

test("the first language known is chosen, with the dates of the reader's country", () => {
  const of = (...tags: string[]) => choose(tags, tags);
  expect(of("nl", "pt-BR", "en")).toEqual({ language: "pt", locale: "pt-BR" });
  expect(of("en-US@posix")).toEqual({ language: "en", locale: "en" });
  expect(of("ar-EG").locale).toBe("ar-EG-u-nu-latn");
  expect(of("constructor").language).toBe("en");
  expect(choose(["fr"], ["de-AT"])).toEqual({ language: "fr", locale: "fr" });
  expect(of("ar").locale).toBe("ar");
  expect(Object.keys(LANGUAGES)).toEqual(Object.keys(catalogues));
});
