import { loadPart } from "../shared/load-part.ts";
import { KEYS, local } from "../shared/storage.ts";
import { words as english, type Words } from "./en.ts";
import { choose, isLanguage, type Language } from "./languages.ts";

const kept = local.recall(KEYS.language);
const preferred = kept !== undefined && isLanguage(kept) ? [kept] : navigator.languages;

export const { language, locale } = choose(preferred, navigator.languages);

/** What the page says, in the reader's language. Whoever imports this runs once it is here. */
export const words: Words = await catalogue(language);

document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";

/** Speaks another language from now on, for this browser. What is being written is kept. */
export function speak(another: Language): void {
  local.keep(KEYS.language, another);
  location.reload();
}

async function catalogue(wanted: Language): Promise<Words> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    // Better the room in English than no room.
    console.error("The catalogue did not come.", error);
    return english;
  }
}

/** English comes with the page, every other language as a file of its own. */
async function load(wanted: Language): Promise<{ words: Words }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es.ts"));
    case "fr":
      return await loadPart(() => import("./fr.ts"));
    case "de":
      return await loadPart(() => import("./de.ts"));
    case "pt":
      return await loadPart(() => import("./pt.ts"));
    case "ar":
      return await loadPart(() => import("./ar.ts"));
  }
}
