import { letters } from "./confusables.json";

const prototypes = new Map(Object.entries(letters));

/** Each letter as the one it looks like. */
export function asPrototypes(text: string): string {
  return [...text].map((letter) => prototypes.get(letter) ?? letter).join("");
}

/** The skeleton of Unicode Technical Standard #39, §4: texts that look alike in their present case have one. */
export function skeleton(text: string): string {
  const visible = text.normalize("NFD").replace(/\p{DI}/gu, "");
  return asPrototypes(visible).normalize("NFD");
}
