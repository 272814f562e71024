import { join } from "node:path";
import { catalogues } from "../../web/words/catalogues.ts";
import { english } from "../../web/words/english.ts";

const WORDS = join(import.meta.dir, "../../web/words");
const EMOJI = join(import.meta.dir, "../../web/emoji");

export interface BundledWords {
  /** Changes with any word: the files may be kept forever. */
  version: string;
  /** By name. */
  files: ReadonlyMap<string, string>;
}

/**
 * Who translates writes one file; who reads loads no more of it than what the page says. So each part
 * of each language is a file of its own here, which web/words/translated.ts asks for by name.
 */
export async function bundleWords(): Promise<BundledWords> {
  const languages = Object.keys(catalogues);
  const made = languages.flatMap((language) => [
    emojiIn(language),
    // English comes with the pages.
    ...(language === "en" ? [] : Object.keys(english).map((part) => partOf(language, part))),
  ]);
  const parts = await Promise.all(made);
  const version = Bun.hash(parts.map(({ text }) => text).join("")).toString(36);
  return {
    version,
    files: new Map(parts.map(({ name, text }) => [`${name}-${version}.js`, text])),
  };
}

interface Made {
  name: string;
  text: string;
}

/** Built by itself: a bundle of several keeps in each what any of them needs. */
async function partOf(language: string, part: string): Promise<Made> {
  const entry = join(WORDS, `${language}-${part}.ts`);
  const { outputs } = await Bun.build({
    entrypoints: [entry],
    files: { [entry]: `export { ${part} as words } from "./${language}.ts";` },
    target: "browser",
    minify: true,
  });
  return { name: `${language}-${part}`, text: (await outputs[0]?.text()) ?? "" };
}

/** A language without names of its own has those of English. */
async function emojiIn(language: string): Promise<Made> {
  const own = Bun.file(join(EMOJI, `${language}.json`));
  const file = (await own.exists()) ? own : Bun.file(join(EMOJI, "en.json"));
  return { name: `${language}-emoji`, text: `export const words=${(await file.text()).trim()};` };
}
