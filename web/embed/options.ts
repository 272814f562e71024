import type { Language } from "../words/catalogues.ts";
import { choose } from "../words/languages.ts";

const SIZE_PX = { least: 10, most: 64 };

export interface EmbedOptions {
  language: Language;
  isTransparent: boolean;
  /** Of ordinary letters; undefined for the reader's own. */
  sizePx: number | undefined;
}

/** What the address asks for: `?transparent=1`, `?size=24`, `?lang=de`. Nothing is kept anywhere. */
export function readOptions(search: string, languages: readonly string[]): EmbedOptions {
  const asked = new URLSearchParams(search);
  const language = asked.get("lang");
  const preferred = language === null ? languages : [language, ...languages];
  const size = Number(asked.get("size") ?? Number.NaN);
  const isSize = size >= SIZE_PX.least && size <= SIZE_PX.most;
  return {
    language: choose(preferred, languages).language,
    isTransparent: asked.get("transparent") === "1",
    sizePx: isSize ? size : undefined,
  };
}
