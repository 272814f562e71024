/** A command of bin/, as an operator runs it. */
import { join } from "node:path";

export type Name = "backup" | "forget-today";

export const fileOf = (name: Name) => join(import.meta.dir, `../../bin/${name}.ts`);

/** Runs it to its end, with nobody at a terminal. */
export async function command(
  name: Name,
  cwd: string,
  words: string[],
  env: Record<string, string> = {},
) {
  const child = Bun.spawn([process.execPath, fileOf(name), ...words], {
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
