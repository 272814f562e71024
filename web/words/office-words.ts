import { loadPart } from "../shared/load-part.ts";
import type { Words } from "./en.ts";
import { words as english, type OfficeWords } from "./en-office.ts";
import type { Language } from "./languages.ts";
import { words as common, language } from "./words.ts";

/** What the pages say beside the room's own, in the reader's language. */
export const words: Words & OfficeWords = { ...common, ...(await catalogue(language)) };

async function catalogue(wanted: Language): Promise<OfficeWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of the office did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: OfficeWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-office.ts"));
    case "fr":
      return await loadPart(() => import("./fr-office.ts"));
    case "de":
      return await loadPart(() => import("./de-office.ts"));
    case "pt":
      return await loadPart(() => import("./pt-office.ts"));
    case "ar":
      return await loadPart(() => import("./ar-office.ts"));
  }
}
