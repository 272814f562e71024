/** The catalogues of the topics of days to come, which come with that part of the admin's page. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { catalogues } from "../../web/words/catalogues.ts";
import type { Catalogue } from "../../web/words/english.ts";
import { sentences } from "./pages-sentences.ts";

const ADMIN = join(import.meta.dir, "../../web/admin");
const { en, ...others } = catalogues;
const ALL: [string, Catalogue][] = Object.entries(others);
const english = sentences(en.topics);

describe.each(ALL)("the catalogue %s", (_language, { topics }) => {
  test("has every sentence in its own words, and says what it is given", () => {
    const said = sentences(topics);
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
  expect(Object.keys(en.topics).filter((key) => !isUsed(key))).toEqual([]);
});
