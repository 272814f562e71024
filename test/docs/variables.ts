/** The variables that programs of ours read. */
import { join } from "node:path";
import { ROOT } from "./prose.ts";

/** As src/config.ts asks for them. */
export async function variables(): Promise<Set<string>> {
  const source = await Bun.file(join(ROOT, "src/config.ts")).text();
  const asked = source.matchAll(/\bread(?:<[^>]*>)?\(\s*"([A-Z_]+)"|\benv\["([A-Z_]+)"\]/g);
  const [, inFiles = ""] = /\bIN_FILES = \[([^\]]+)\]/.exec(source) ?? [];
  const files = [...inFiles.matchAll(/"([A-Z_]+)"/g)].map(([, name = ""]) => name);
  return new Set([...asked].map(([, read, own]) => read ?? own ?? "").concat(files));
}
