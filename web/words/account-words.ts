import { loadPart } from "../shared/load-part.ts";
import { type AccountWords, words as english } from "./en-account.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What is said on the account's page, in the reader's language. */
export const words: AccountWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<AccountWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue of the account's page did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: AccountWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-account.ts"));
    case "fr":
      return await loadPart(() => import("./fr-account.ts"));
    case "de":
      return await loadPart(() => import("./de-account.ts"));
    case "pt":
      return await loadPart(() => import("./pt-account.ts"));
    case "ar":
      return await loadPart(() => import("./ar-account.ts"));
  }
}
