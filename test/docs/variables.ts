/** The variables that programs of ours read. */
import { join } from "node:path";
import { ROOT } from "./prose.ts";

/** As src/config.ts asks for them. */
export async function variables(): Promise<Set<string>> {
  const sources = ["src/config.ts", "src/speaking-variables.ts"];
  const texts = sources.map((file) => Bun.file(join(ROOT, file)).text());
  const source = (await Promise.all(texts)).join("\n");
  const asked = source.matchAll(
    /\b(?:read|time)(?:<[^>]*>)?\(\s*"([A-Z_]+)"|\benv\["([A-Z_]+)"\]/g,
  );
  const [, inFiles = ""] = /\bIN_FILES = \[([^\]]+)\]/.exec(source) ?? [];
  const files = [...inFiles.matchAll(/"([A-Z_]+)"/g)].map(([, name = ""]) => name);
  return new Set([...asked].map(([, read, own]) => read ?? own ?? "").concat(files));
}
