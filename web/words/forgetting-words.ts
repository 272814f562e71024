import { loadPart } from "../shared/load-part.ts";
import { words as english, type ForgettingWords } from "./en-forgetting.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What is said about what midnight takes. Comes with what says it, in the reader's language. */
export const words: ForgettingWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<ForgettingWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of forgetting did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: ForgettingWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-forgetting.ts"));
    case "fr":
      return await loadPart(() => import("./fr-forgetting.ts"));
    case "de":
      return await loadPart(() => import("./de-forgetting.ts"));
    case "pt":
      return await loadPart(() => import("./pt-forgetting.ts"));
    case "ar":
      return await loadPart(() => import("./ar-forgetting.ts"));
  }
}
