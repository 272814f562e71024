/** A checkout after `npm ci --omit=dev`, and a shell in which commands are typed. */
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { TEST_MS } from "../harness/limits.ts";
import { ROOT } from "./prose.ts";

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

const NOT_PROGRAM = ["node_modules", "docs", ".git", ".cache"];

/** The checkout, and of its packages those that are no tools of ours. */
export async function installed(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "rage-room-"));
  const { packages } = Lock.parse(await Bun.file(join(ROOT, "package-lock.json")).json());
  const kept = Object.keys(packages).filter((name) => name !== "" && !packages[name]?.dev);
  const files = (await readdir(ROOT)).filter((name) => !NOT_PROGRAM.includes(name));
  await copy(files, path);
  await copy([...kept, ...["bun", "bunx"].map((tool) => `node_modules/.bin/${tool}`)], path);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Linked where the file system allows it, so that nothing is written twice. */
async function copy(names: readonly string[], into: string): Promise<void> {
  for (const name of names) {
    const to = join(into, dirname(name));
    await mkdir(to, { recursive: true });
    for (const how of ["-al", "-a"]) {
      const { exitCode } = Bun.spawnSync(["cp", how, join(ROOT, name), to], { stderr: "ignore" });
      // A package for another system is not there.
      if (exitCode === 0) break;
    }
  }
}

/** Types a command in a folder; resolves with what it printed once it has ended well. */
export async function ended(
  folder: string,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const child = typed(folder, words, env);
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${out}${err}`);
  return out;
}

export interface Open extends AsyncDisposable {
  /** The first line that fits. */
  line: RegExpExecArray;
  /** What it had printed by then. */
  output: string;
  /** Ends it as a supervisor does; resolves with its exit code. */
  end(): Promise<number>;
}

/** Types a command that goes on; resolves once it has printed a line that fits. */
export async function printing(
  folder: string,
  words: readonly string[],
  env: Record<string, string>,
  pattern: RegExp,
): Promise<Open> {
  const child = typed(folder, words, env);
  const end = async () => {
    child.kill("SIGTERM");
    return await child.exited;
  };
  let output = "";
  const decoder = new TextDecoder();
  const reader = child.stdout.getReader();
  for (;;) {
    const line = pattern.exec(output);
    if (line) return { line, output, end, [Symbol.asyncDispose]: async () => void (await end()) };
    const { done, value } = await reader.read();
    if (done) throw new Error(`${words.join(" ")} ended without ${pattern}:\n${output}`);
    output += decoder.decode(value, { stream: true });
  }
}

/** Nothing of our own environment leaks in, least of all where our tools lie. */
function typed(cwd: string, words: readonly string[], env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const outside = PATH.split(":").filter((folder) => !folder.includes("node_modules"));
  return Bun.spawn([...words], {
    cwd,
    env: { PATH: outside.join(":"), HOME, ...env },
    stdout: "pipe",
    stderr: "pipe",
    // Only what a test left behind is there so long.
    timeout: TEST_MS,
    killSignal: "SIGKILL",
  });
}
