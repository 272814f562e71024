import { loadPart } from "../shared/load-part.ts";
import { words as english, type SetupWords } from "./en-setup.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What is said at the first run and about a sign-in, in the reader's language. Comes with the parts that say it. */
export const words: SetupWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<SetupWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of the first run did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: SetupWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-setup.ts"));
    case "fr":
      return await loadPart(() => import("./fr-setup.ts"));
    case "de":
      return await loadPart(() => import("./de-setup.ts"));
    case "pt":
      return await loadPart(() => import("./pt-setup.ts"));
    case "ar":
      return await loadPart(() => import("./ar-setup.ts"));
  }
}
