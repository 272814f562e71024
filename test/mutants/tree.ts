/** A copy of the program with one fault put in. */
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dir, "../..");
const COPIED = ["src", "test/simulation", "test/mutants", "package.json", "tsconfig.json"];

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
  for (const path of [...COPIED, ...also])
    await cp(join(ROOT, path), join(folder, path), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const fault of faults) await putIn(folder, fault);
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Throws where the text to replace is not what the file holds now. */
async function putIn(folder: string, { file, right, wrong }: Fault): Promise<void> {
  const path = join(folder, file);
  const parts = (await Bun.file(path).text()).split(right);
  if (parts.length !== 2) {
    throw new Error(`${file} holds the text to replace ${parts.length - 1} times: ${right}`);
  }
  await Bun.write(path, parts.join(wrong));
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
