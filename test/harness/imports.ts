/** What a file imports. */
import { join } from "node:path/posix";

export interface Import {
  /** The file it names; undefined for a package. */
  file: string | undefined;
  line: number;
  kind: "value" | "type";
}

const ts = new Bun.Transpiler({ loader: "ts" });
const tsx = new Bun.Transpiler({ loader: "tsx" });

/** A statement with bindings, and an import inside a type: the two forms that may bring types. */
const MENTIONS = [
  /^[ \t]*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm,
  /\bimport\(\s*["']([^"']+)["']/g,
];

/** The parser sees the imports that remain when types are gone; the others are of types. */
export function importsOf(file: string, text: string): Import[] {
  if (!/\.tsx?$/.test(file)) return [];
  const parser = file.endsWith("x") ? tsx : ts;
  const values = new Set(parser.scanImports(text).map(({ path }) => path));
  const mentioned = MENTIONS.flatMap((form) => [...text.matchAll(form)]);
  const types = new Set(mentioned.map(([, specifier = ""]) => specifier));
  const all = [...values, ...types.difference(values)];
  return all.map((specifier) => ({
    file: specifier.startsWith(".") ? join(file, "..", specifier) : undefined,
    line: lineOf(text, specifier),
    kind: values.has(specifier) ? "value" : "type",
  }));
}

function lineOf(text: string, specifier: string): number {
  const at = Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`));
  return text.slice(0, Math.max(0, at)).split("\n").length;
}
