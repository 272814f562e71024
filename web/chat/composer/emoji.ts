import { wordsOf } from "../../words/translated.ts";
import { language } from "../../words/words.ts";

export type Emoji = { text: string; name: string; words: string };

/** By group, the angry ones first; named and to be found in the reader's language. */
export const groups: readonly (readonly Emoji[])[] = (
  await wordsOf<string[][][]>(language, "emoji")
).map((group) =>
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
