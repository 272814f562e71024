import { letters } from "./confusables.json";

const prototypes = new Map(Object.entries(letters));

/** Each letter as the one it looks like. */
function asPrototypes(text: string): string {
  return [...text].map((letter) => prototypes.get(letter) ?? letter).join("");
}

/** Letters may look alike in either case, as M does in Latin and Cyrillic, or a capital I and a small l. */
export function withoutCase(text: string): string {
  const capitals = asPrototypes(text.toUpperCase());
  return asPrototypes(capitals.toLowerCase()).toLowerCase();
}

/** The skeleton of Unicode Technical Standard #39, §4: texts that look alike in their present case have one. */
export function skeleton(text: string): string {
  const visible = text.normalize("NFD").replace(/\p{DI}/gu, "");
  return asPrototypes(visible).normalize("NFD");
}
