import { lines } from "./confusables.json";

/** Made for the first text: a start does not wait for it. */
let prototypes: ReadonlyMap<string, string> | undefined;

/** Of each line the first letter, and those that stand for it. */
function readPrototypes(): ReadonlyMap<string, string> {
  return new Map(
    lines.split("\n").map((line) => {
      const letter = String.fromCodePoint(line.codePointAt(0) ?? 0);
      return [letter, line.slice(letter.length)];
    }),
  );
}

/** Each letter as the one it looks like. */
function asPrototypes(text: string): string {
  prototypes ??= readPrototypes();
  const known = prototypes;
  return [...text].map((letter) => known.get(letter) ?? letter).join("");
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
