/** A verb of the program, as an operator runs it. */
import { PROGRAM } from "./program.ts";

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

export const commandOf = (name: Name, words: readonly string[] = []) => [
  ...PROGRAM,
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
