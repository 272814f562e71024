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
    for (const fault of faults) await putIn(folder, fault);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, [Symbol.asyncDispose]: remove };
}

async function putIn(folder: string, fault: Fault): Promise<void> {
  await Bun.write(join(folder, fault.file), await withFault(fault, folder));
}

/** The text of the file with the fault in it. Throws where the text to replace is not there once. */
export async function withFault({ file, right, wrong }: Fault, folder = ROOT): Promise<string> {
  const parts = (await Bun.file(join(folder, file)).text()).split(right);
  if (parts.length !== 2) {
    throw new Error(`${file} holds the text to replace ${parts.length - 1} times: ${right}`);
  }
  return parts.join(wrong);
}

/** Runs a command of the copy, and gives what it printed. */
export async function run(tree: Tree, command: readonly string[], ms: number) {
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: tree.folder,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
    timeout: ms,
    env: { ...process.env, CI: "true" },
  });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode: child.exitCode, output: out + err };
}
