/** Secrets that stand in files, as systemd's LoadCredential and Docker's secrets give them. */
import { readFileSync } from "node:fs";

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The environment with what the files of these variables hold: `SECRET_KEY_FILE` names a file that
 * holds SECRET_KEY. Each problem is a line, and never says what a file holds.
 */
export function withSecretFiles(env: Env, names: readonly string[], problems: string[]): Env {
  const read = names.flatMap((inFile) => {
    const path = env[inFile]?.trim() ?? "";
    const name = inFile.replace(/_FILE$/, "");
    if (path === "") return [];
    if ((env[name]?.trim() ?? "") !== "") {
      problems.push(`${inFile}: ${name} is set too; set one of the two`);
      return [];
    }
    try {
      return [[name, textOf(path)] as const];
    } catch (error) {
      problems.push(`${inFile}: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  });
  return { ...env, ...Object.fromEntries(read) };
}

/** Without the newline at its end. An empty file would pass for a variable that is not set. */
function textOf(path: string): string {
  const text = bytesOf(path)
    .toString()
    .replace(/\r?\n$/, "");
  if (text.trim() === "") throw new Error(`${path} is empty`);
  return text;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new Error(`${path} cannot be read${why}; give it to the user that runs the room`);
  }
}
