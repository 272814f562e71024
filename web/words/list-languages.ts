import { catalogues } from "./catalogues.ts";
import type { Catalogue } from "./english.ts";

export type About = Pick<Catalogue, "name" | "direction">;

/** What a page has to know of every language, without the words of any. */
export function listLanguages(): Record<string, About> {
  const all: [string, Catalogue][] = Object.entries(catalogues);
  return Object.fromEntries(all.map(([id, { name, direction }]) => [id, { name, direction }]));
}
