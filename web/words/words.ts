import { KEYS, local } from "../shared/storage.ts";
import type { Language } from "./catalogues.ts";
import { words as english } from "./en.ts";
import { choose, directionOf, isLanguage } from "./languages.ts";
import { translated } from "./translated.ts";

const kept = local.recall(KEYS.language);
const preferred = kept !== undefined && isLanguage(kept) ? [kept] : navigator.languages;

export const { language, locale } = choose(preferred, navigator.languages);

/** What the page says, in the reader's language. Whoever imports this runs once it is here. */
export const words = await translated("words", language, english);

document.documentElement.lang = language;
document.documentElement.dir = directionOf(language);

/** Speaks another language from now on, for this browser. What is being written is kept. */
export function speak(another: Language): void {
  local.keep(KEYS.language, another);
  location.reload();
}
