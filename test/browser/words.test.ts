/** The catalogues: whole, alike in shape, and each sentence in use. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { words as ar } from "../../web/words/ar.ts";
import { words as arAccount } from "../../web/words/ar-account.ts";
import { words as arForgetting } from "../../web/words/ar-forgetting.ts";
import { words as arKeys } from "../../web/words/ar-keys.ts";
import { words as arOffice } from "../../web/words/ar-office.ts";
import { words as arReader } from "../../web/words/ar-reader.ts";
import { words as arSetup } from "../../web/words/ar-setup.ts";
import { words as arStaff } from "../../web/words/ar-staff.ts";
import { words as de } from "../../web/words/de.ts";
import { words as deAccount } from "../../web/words/de-account.ts";
import { words as deForgetting } from "../../web/words/de-forgetting.ts";
import { words as deKeys } from "../../web/words/de-keys.ts";
import { words as deOffice } from "../../web/words/de-office.ts";
import { words as deReader } from "../../web/words/de-reader.ts";
import { words as deSetup } from "../../web/words/de-setup.ts";
import { words as deStaff } from "../../web/words/de-staff.ts";
import { words as en, type Words } from "../../web/words/en.ts";
import { words as enAccount } from "../../web/words/en-account.ts";
import { words as enForgetting, type ForgettingWords } from "../../web/words/en-forgetting.ts";
import { words as enKeys } from "../../web/words/en-keys.ts";
import { words as enOffice } from "../../web/words/en-office.ts";
import { words as enReader } from "../../web/words/en-reader.ts";
import { words as enSetup } from "../../web/words/en-setup.ts";
import { words as enStaff } from "../../web/words/en-staff.ts";
import { words as es } from "../../web/words/es.ts";
import { words as esAccount } from "../../web/words/es-account.ts";
import { words as esForgetting } from "../../web/words/es-forgetting.ts";
import { words as esKeys } from "../../web/words/es-keys.ts";
import { words as esOffice } from "../../web/words/es-office.ts";
import { words as esReader } from "../../web/words/es-reader.ts";
import { words as esSetup } from "../../web/words/es-setup.ts";
import { words as esStaff } from "../../web/words/es-staff.ts";
import { words as fr } from "../../web/words/fr.ts";
import { words as frAccount } from "../../web/words/fr-account.ts";
import { words as frForgetting } from "../../web/words/fr-forgetting.ts";
import { words as frKeys } from "../../web/words/fr-keys.ts";
import { words as frOffice } from "../../web/words/fr-office.ts";
import { words as frReader } from "../../web/words/fr-reader.ts";
import { words as frSetup } from "../../web/words/fr-setup.ts";
import { words as frStaff } from "../../web/words/fr-staff.ts";
import { choose, LANGUAGES, type Language } from "../../web/words/languages.ts";
import { words as pt } from "../../web/words/pt.ts";
import { words as ptAccount } from "../../web/words/pt-account.ts";
import { words as ptForgetting } from "../../web/words/pt-forgetting.ts";
import { words as ptKeys } from "../../web/words/pt-keys.ts";
import { words as ptOffice } from "../../web/words/pt-office.ts";
import { words as ptReader } from "../../web/words/pt-reader.ts";
import { words as ptSetup } from "../../web/words/pt-setup.ts";
import { words as ptStaff } from "../../web/words/pt-staff.ts";
import { sentences } from "./pages-sentences.ts";

const WEB = join(import.meta.dir, "../../web");
/** Parts of which some comes with the page, and some with what says it. */
function together(early: Pick<Words, "forget" | "receipt">, late: ForgettingWords) {
  return {
    forget: { ...early.forget, ...late.forget },
    receipt: { ...early.receipt, ...late.receipt },
  };
}

/** With what comes for staff alone. */
const CATALOGUES = {
  en: {
    ...en,
    ...enAccount,
    ...enKeys,
    ...together(en, enForgetting),
    ...enOffice,
    ...enReader,
    ...enSetup,
    ...enStaff,
  },
  es: {
    ...es,
    ...esAccount,
    ...esKeys,
    ...together(es, esForgetting),
    ...esOffice,
    ...esReader,
    ...esSetup,
    ...esStaff,
  },
  fr: {
    ...fr,
    ...frAccount,
    ...frKeys,
    ...together(fr, frForgetting),
    ...frOffice,
    ...frReader,
    ...frSetup,
    ...frStaff,
  },
  de: {
    ...de,
    ...deAccount,
    ...deKeys,
    ...together(de, deForgetting),
    ...deOffice,
    ...deReader,
    ...deSetup,
    ...deStaff,
  },
  pt: {
    ...pt,
    ...ptAccount,
    ...ptKeys,
    ...together(pt, ptForgetting),
    ...ptOffice,
    ...ptReader,
    ...ptSetup,
    ...ptStaff,
  },
  ar: {
    ...ar,
    ...arAccount,
    ...arKeys,
    ...together(ar, arForgetting),
    ...arOffice,
    ...arReader,
    ...arSetup,
    ...arStaff,
  },
} satisfies Record<Language, object>;
const { en: ENGLISH, ...OTHERS } = CATALOGUES;
/** Where languages rightly agree. */
const ALIKE =
  /^(brand|head\.admin|log\.(label|admin)|composer\.(length|used|seconds)|admin\.(number|sections|action|user)|role\.names\.|audit\.targets|acts\.minutes|sanctions\.tab|login\.(email|password)|cool\.)/;

describe.each(Object.entries(CATALOGUES))("the catalogue %s", (_language, words) => {
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

test.each(Object.entries(OTHERS))("the catalogue %s is translated", (_language, words) => {
  const english = sentences(ENGLISH);
  const same = sentences(words).filter(
    ([path, text], at) => text === english[at]?.[1] && !ALIKE.test(path) && /[a-z]{4}/.test(text),
  );
  expect(same).toEqual([]);
});

const stringWith = (part: string) => expect.stringContaining(part);

test("Arabic counts by its own six forms", () => {
  const forms = [1, 2, 3, 11, 100].map((n) => ar.log.burst(n));
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
  expect(Object.keys(LANGUAGES)).toEqual(Object.keys(CATALOGUES));
});
