/** A verb of the program, as an operator runs it. */
import { join } from "node:path";

export type Name = "backup" | "forget-today";

const CLI = join(import.meta.dir, "../../src/cli.ts");

export const commandOf = (name: Name, words: readonly string[] = []) => [
  process.execPath,
  CLI,
  name,
  ...words,
];

/** Runs it to its end, with nobody at a terminal. */
export async function command(
  name: Name,
  cwd: string,
  words: string[],
  env: Record<string, string> = {},
) {
  const child = Bun.spawn(commandOf(name, words), {
    cwd,
    env,
    stdin: "ignore",
    stderr: "pipe",
  });
  const [out, err, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode, out, err };
}
