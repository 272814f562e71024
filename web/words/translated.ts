import { loadFile } from "../shared/load-part.ts";
import type { Language } from "./catalogues.ts";
import type { Part, Words } from "./english.ts";

/** Put in while the pages are bundled: which words they are, for files that are kept forever. */
declare const WORDS_VERSION: string;

/** A part of what the pages say, in that language; English where it does not come: better than nothing. */
export async function translated<P extends Part>(
  part: P,
  language: Language,
  english: Words[P],
): Promise<Words[P]> {
  if (language === "en") return english;
  try {
    return await wordsOf<Words[P]>(language, part);
  } catch (error) {
    console.error(`The words did not come: ${language}, ${part}.`, error);
    return english;
  }
}

/** What the bundler takes out of the one file of a language: see src/http/bundle-words.ts. */
export async function wordsOf<T>(language: Language, part: string): Promise<T> {
  const { words } = await loadFile<{ words: T }>(`./${language}-${part}-${WORDS_VERSION}.js`);
  return words;
}
