import { loadPart } from "../shared/load-part.ts";
import { words as english, type ReaderWords } from "./en-reader.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What the page says to who does more than read and write. Comes with what they open, in the reader's language. */
export const words: ReaderWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<ReaderWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of the menu did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: ReaderWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-reader.ts"));
    case "fr":
      return await loadPart(() => import("./fr-reader.ts"));
    case "de":
      return await loadPart(() => import("./de-reader.ts"));
    case "pt":
      return await loadPart(() => import("./pt-reader.ts"));
    case "ar":
      return await loadPart(() => import("./ar-reader.ts"));
  }
}
