/** What each language calls itself. */
export const LANGUAGES = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  pt: "Português",
  ar: "العربية",
} as const;

export type Language = keyof typeof LANGUAGES;

/** An object has no such key by inheritance: `in` would say yes to "constructor". */
export function isLanguage(name: string): name is Language {
  return Object.hasOwn(LANGUAGES, name);
}

/** Some browsers name the locale of their machine instead, as in "en-US@posix". */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * The first language preferred that the pages speak, and how its reader writes dates:
 * as in their own country when the browser names it.
 */
export function choose(
  preferred: readonly string[],
  browser: readonly string[],
): { language: Language; locale: string } {
  const language = preferred.map(primary).find(isLanguage) ?? "en";
  const regional = browser.find((tag) => TAG.test(tag) && primary(tag) === language) ?? language;
  return { language, locale: language === "ar" ? `${regional}-u-nu-latn` : regional };
}

function primary(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}
