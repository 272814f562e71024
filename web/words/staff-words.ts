import { loadPart } from "../shared/load-part.ts";
import { words as english, type StaffWords } from "./en-staff.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What the page says to staff. Comes with what is for them, in the reader's language. */
export const words: StaffWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<StaffWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue for staff did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: StaffWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-staff.ts"));
    case "fr":
      return await loadPart(() => import("./fr-staff.ts"));
    case "de":
      return await loadPart(() => import("./de-staff.ts"));
    case "pt":
      return await loadPart(() => import("./pt-staff.ts"));
    case "ar":
      return await loadPart(() => import("./ar-staff.ts"));
  }
}
