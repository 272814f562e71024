/** The catalogues of the topics of days to come, which come with that part of the admin's page. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { words as ar } from "../../web/words/ar-topics.ts";
import { words as de } from "../../web/words/de-topics.ts";
import { words as en } from "../../web/words/en-topics.ts";
import { words as es } from "../../web/words/es-topics.ts";
import { words as fr } from "../../web/words/fr-topics.ts";
import { words as pt } from "../../web/words/pt-topics.ts";
import { sentences } from "./pages-sentences.ts";

const ADMIN = join(import.meta.dir, "../../web/admin");
const english = sentences(en);

describe.each(Object.entries({ es, fr, de, pt, ar }))("the catalogue %s", (_language, words) => {
  test("has every sentence in its own words, and says what it is given", () => {
    const said = sentences(words);
    expect(said.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [at, [path, text]] of said.entries()) {
      const [, other = ""] = english[at] ?? [];
      expect([path, text]).not.toEqual([path, other]);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/^\s*$|undefined|#|\[object/)]);
      for (const given of ["Ada", "Bo", "7", "9"]) {
        expect([path, given, text.includes(given)]).toEqual([path, given, other.includes(given)]);
      }
    }
  });
});

test("no sentence is unused", async () => {
  let source = "";
  for await (const file of new Bun.Glob("topics*").scan(ADMIN)) {
    source += await Bun.file(join(ADMIN, file)).text();
  }
  const isUsed = (key: string) => new RegExp(`\\b(words|topicWords)\\.${key}\\b`).test(source);
  expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
});
