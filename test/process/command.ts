/** A verb of the program, as an operator runs it. */
import { join } from "node:path";

export type Name =
  | "backup"
  | "chat"
  | "doctor"
  | "downgrade"
  | "forget-today"
  | "healthcheck"
  | "reset-password"
  | "restore"
  | "verify";

const CLI = join(import.meta.dir, "../../src/cli.ts");

export const commandOf = (name: Name, words: readonly string[] = []) => [
  process.execPath,
  CLI,
  name,
  ...words,
];

/** Runs it to its end, with nobody at a terminal; `typed` is what its standard input holds. */
export async function command(
  name: Name,
  cwd: string,
  words: string[],
  env: Record<string, string> = {},
  typed = "",
) {
  const child = Bun.spawn(commandOf(name, words), {
    cwd,
    env,
    stdin: new Blob([typed]),
    stderr: "pipe",
  });
  const [out, err, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode, out, err };
}
