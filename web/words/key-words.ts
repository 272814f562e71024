import { loadPart } from "../shared/load-part.ts";
import { words as english, type KeyWords } from "./en-keys.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What the list of keys says. Comes with it, in the reader's language. */
export const words: KeyWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<KeyWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of keys did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: KeyWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-keys.ts"));
    case "fr":
      return await loadPart(() => import("./fr-keys.ts"));
    case "de":
      return await loadPart(() => import("./de-keys.ts"));
    case "pt":
      return await loadPart(() => import("./pt-keys.ts"));
    case "ar":
      return await loadPart(() => import("./ar-keys.ts"));
  }
}
