import { loadPart } from "../../shared/load-part.ts";
import type { Language } from "../../words/languages.ts";
import { language } from "../../words/words.ts";

export type Emoji = { text: string; name: string; words: string };

/** By group, the angry ones first; named and to be found in the reader's language. */
export const groups: readonly (readonly Emoji[])[] = (await load(language)).default.map((group) =>
  group.map(([text = "", name = "", more = ""]) => ({
    text,
    name,
    words: fold(`${name} ${more}`),
  })),
);

/** Those that every word sought begins a word of. */
export function find(sought: string): readonly Emoji[] {
  const parts = fold(sought).split(/\s+/);
  return groups
    .flat()
    .filter(({ words }) => parts.every((part) => ` ${words}`.includes(` ${part}`)));
}

/** As people type who leave out accents and capitals. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

async function load(wanted: Language): Promise<{ default: string[][][] }> {
  switch (wanted) {
    case "en":
      return await loadPart(() => import("../../emoji/en.json"));
    case "es":
      return await loadPart(() => import("../../emoji/es.json"));
    case "fr":
      return await loadPart(() => import("../../emoji/fr.json"));
    case "de":
      return await loadPart(() => import("../../emoji/de.json"));
    case "pt":
      return await loadPart(() => import("../../emoji/pt.json"));
    case "ar":
      return await loadPart(() => import("../../emoji/ar.json"));
  }
}
