/** The program in one file: of this checkout, or of an earlier commit, built from its own sources. */
import { chmodSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "./cleanup.ts";
import { ROOT } from "./node-process.ts";

/** The last version in the changelog that has a number: the commit before its first unreleased line. */
export const LAST_RELEASE = "17b5a25";

/** Resolves with the path of the program of this checkout. */
export async function buildThis(): Promise<string> {
  const file = join(newFolder(), "rage-room");
  await run([process.execPath, "bin/build.ts", file], ROOT);
  return file;
}

/** `version`: a program in one file, as a release has it, or a commit that is built, once, with its own packages. */
export async function buildEarlier(version: string): Promise<string> {
  if (existsSync(version)) return version;
  const commit = await run(["git", "rev-parse", "--verify", `${version}^{commit}`], ROOT);
  const kept = join(ROOT, "node_modules/.cache/rage-room", commit);
  if (existsSync(kept)) return kept;
  const sources = newFolder();
  await run(["git", "worktree", "add", "--detach", "--force", sources, commit], ROOT);
  try {
    await run(["npm", "ci"], sources);
    await run(["npm", "run", "build"], sources);
    mkdirSync(join(kept, ".."), { recursive: true });
    cpSync(join(sources, "dist/rage-room"), kept);
    chmodSync(kept, 0o755);
  } finally {
    await run(["git", "worktree", "remove", "--force", sources], ROOT);
  }
  return kept;
}

/** Resolves with what it printed; throws with what it complains of. */
async function run(command: string[], cwd: string): Promise<string> {
  const running = Bun.spawn(command, { cwd, stdout: "pipe", stderr: "pipe" });
  const [said, complaint] = await Promise.all([
    new Response(running.stdout).text(),
    new Response(running.stderr).text(),
  ]);
  if ((await running.exited) !== 0) throw new Error(`${command.join(" ")}: ${complaint || said}`);
  return said.trim();
}
