/** Copies of the program that promise less, which a check that is worth something must catch. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./node-process.ts";

export interface Weakness {
  file: string;
  /** Each passage and what stands there instead. */
  passages: readonly (readonly [string, string])[];
}

/** SQLite does not sync its commits. */
export const SYNCHRONOUS_NORMAL: Weakness = {
  file: "src/store/database/sqlite.ts",
  passages: [
    ["PRAGMA synchronous = FULL", "PRAGMA synchronous = NORMAL"],
    [`["synchronous"] !== 2`, `["synchronous"] !== 1`],
  ],
};

/** PostgreSQL says that a commit is done before it is synced. */
export const SYNCHRONOUS_COMMIT_OFF: Weakness = {
  file: "src/store/database/postgres.ts",
  passages: [[`synchronous_commit: "on"`, `synchronous_commit: "off"`]],
};

/** Makes the copy in the folder `program`, and gives that folder. */
export function weakened(program: string, { file, passages }: Weakness): string {
  cpSync(join(ROOT, "src"), join(program, "src"), { recursive: true });
  for (const name of ["node_modules", "web", "package.json", "tsconfig.json"]) {
    symlinkSync(join(ROOT, name), join(program, name));
  }
  const path = join(program, file);
  let source = readFileSync(path, "utf8");
  for (const [passage, weaker] of passages) {
    if (!source.includes(passage)) throw new Error(`${file} has no ${passage}.`);
    source = source.replace(passage, weaker);
  }
  writeFileSync(path, source);
  return program;
}
