import type { Language } from "./catalogues.ts";
// Read while the pages are bundled: they would carry the words of all languages otherwise.
import { listLanguages } from "./list-languages.ts" with { type: "macro" };

/** What each language calls itself, and where its lines begin. */
export const LANGUAGES = listLanguages();

/** An object has no such key by inheritance: `in` would say yes to "constructor". */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(LANGUAGES, name);
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return LANGUAGES[language]?.direction ?? "ltr";
}

/** Some browsers name the locale of their machine instead, as in "en-US@posix". */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * The first language preferred that the pages speak, and how its reader writes dates:
 * as in their own country when the browser names it, in the digits of the countdown.
 */
export function choose(
  preferred: readonly string[],
  browser: readonly string[],
): { language: Language; locale: string } {
  const language = preferred.map(primary).find(isLanguage) ?? "en";
  const regional = browser.find((tag) => TAG.test(tag) && primary(tag) === language) ?? language;
  const { numberingSystem } = new Intl.NumberFormat(regional).resolvedOptions();
  return { language, locale: numberingSystem === "latn" ? regional : `${regional}-u-nu-latn` };
}

function primary(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}
