/** A copy of the program with one fault put in. */
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dir, "../..");
const COPIED = [
  "src",
  "torture/history.ts",
  "test/simulation",
  "test/mutants",
  "test/harness/limits.ts",
  "package.json",
  "tsconfig.json",
];

export interface Fault {
  file: string;
  /** Stands in the file exactly once. */
  right: string;
  wrong: string;
}

export interface Tree extends AsyncDisposable {
  readonly folder: string;
}

/** What the tests of the whole suite take besides. */
export const OF_THE_SUITE = [
  "client",
  "web",
  "bin",
  "bench",
  "raid",
  "torture",
  "test",
  "ops",
  "docs",
  "bunfig.toml",
];

export async function treeWith(
  faults: readonly Fault[],
  also: readonly string[] = [],
): Promise<Tree> {
  const folder = await mkdtemp(join(tmpdir(), "rage-room-mutant-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const path of [...COPIED, ...also])
      await cp(join(ROOT, path), join(folder, path), { recursive: true });
    await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
    for (const fault of faults) await putIn({ folder }, fault);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, [Symbol.asyncDispose]: remove };
}

/** Gives what takes it out again. */
export async function putIn(
  { folder }: { folder: string },
  fault: Fault,
): Promise<AsyncDisposable> {
  const file = join(folder, fault.file);
  const before = await Bun.file(file).text();
  await Bun.write(file, await withFault(fault, folder));
  return {
    [Symbol.asyncDispose]: async () => {
      await Bun.write(file, before);
    },
  };
}

/** The text of the file with the fault in it. Throws where the text to replace is not there once. */
export async function withFault({ file, right, wrong }: Fault, folder = ROOT): Promise<string> {
  const parts = (await Bun.file(join(folder, file)).text()).split(right);
  if (parts.length !== 2) {
    throw new Error(`${file} holds the text to replace ${parts.length - 1} times: ${right}`);
  }
  return parts.join(wrong);
}

export interface RunOptions {
  /** Besides what this process has. */
  env?: Record<string, string>;
  /** Ends the command, which has no say in it. */
  ended?: AbortSignal;
}

/** Runs a command of the copy, and gives what it printed. */
export async function run(
  tree: Tree,
  command: readonly string[],
  ms: number,
  { env = {}, ended }: RunOptions = {},
) {
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: tree.folder,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
    timeout: ms,
    // What was built of the program as it is would hide the fault.
    env: { ...process.env, TEST_EXECUTABLE: undefined, CI: "true", ...env },
    ...(ended && { signal: ended, killSignal: "SIGKILL" as const }),
  });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode: child.exitCode, output: out + err };
}
