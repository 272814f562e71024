/**
 * Every check there is: lint, types, and each test file in a process of its own. With words, only
 * the files whose path holds one of them.
 */
import { rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { leftBehind } from "../test/harness/left-behind.ts";
import { TEST_MS } from "../test/harness/limits.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { type Tally, tally } from "../test/harness/tally.ts";
import { makeTemporaryFolder, useTemporaryFolder } from "../test/harness/temporary.ts";

const ROOT = join(import.meta.dir, "..");
/** Past this a suite hangs, on the busiest machine too: the longest takes a minute on an idle one. */
const SUITE_MS = 30 * 60_000;

interface Suite {
  name: string;
  command: string[];
  /** Where its runner reports; without one, the suite counts as one test. */
  report?: string;
}

const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => stopped.abort("stopped"));
/** More than there are processors: a third of their time they wait for sockets, disks and pages. */
const atOnce = pLimit(Math.min(6, Math.ceil(1.5 * availableParallelism())));
/** First, so that no long one is left alone at the end. */
const LONG = ["forgetting", "simulation", "torture", "mutants", "raid", "browser", "process"];

const sum = { passed: 0, failed: 0 };
try {
  await runAll();
} catch (error) {
  console.error(error);
  sum.failed += 1;
}
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`${sum.passed} passed, ${sum.failed} failed`);

async function runAll() {
  useTemporaryFolder();
  const gates = Promise.all([
    run({ name: "lint", command: [tool("biome"), "check", "--error-on-warnings", "."] }),
    run({ name: "types", command: [tool("tsc")] }),
  ]);
  try {
    await runTests();
  } finally {
    await gates;
  }
}

async function runTests() {
  await using postgres = await startPostgres({ durable: false });
  const suites = await testFiles(tmpdir());
  if (suites.length === 0) throw new Error("No test file was found.");
  await Promise.all(suites.map((suite) => run(suite, { TEST_POSTGRES_URL: postgres.url })));
}

async function testFiles(reports: string): Promise<Suite[]> {
  const files = await Array.fromAsync(new Bun.Glob("test/**/*.test.{ts,tsx}").scan(ROOT));
  const words = process.argv.slice(2);
  const wanted = files.filter(
    (name) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  return wanted.toSorted(longFirst).map((name, index) => {
    const report = join(reports, `${index}.xml`);
    const reporting = ["--reporter=junit", `--reporter-outfile=${report}`];
    const command = [process.execPath, "test", `./${name}`, `--timeout=${TEST_MS}`, ...reporting];
    return { name, command, report };
  });
}

function longFirst(one: string, other: string): number {
  const place = (name: string) => {
    const at = LONG.findIndex((folder) => name.startsWith(`test/${folder}/`));
    return at < 0 ? LONG.length : at;
  };
  return place(one) - place(other) || one.localeCompare(other);
}

/** Never rejects: what cannot be run has failed. */
function run(suite: Suite, env: Record<string, string> = {}): Promise<void> {
  return atOnce(async () => {
    const start = performance.now();
    const { result, output } = await outcomeOf(suite, env).catch((error: unknown) => ({
      result: { passed: 0, failed: 1, complaints: [String(error)], skipped: [] },
      output: "",
    }));
    sum.passed += result.passed;
    sum.failed += result.failed;
    show(suite.name, result, performance.now() - start, output);
  });
}

/** In a temporary folder of its own, which must be empty in the end. */
async function outcomeOf(suite: Suite, env: Record<string, string>) {
  stopped.signal.throwIfAborted();
  const folder = makeTemporaryFolder();
  const runner = Bun.spawn(suite.command, {
    cwd: ROOT,
    // As in CI, a lone `test.only` or a snapshot nobody has seen is an error.
    env: { ...process.env, CI: "true", TMPDIR: folder, ...env },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
    timeout: SUITE_MS,
    signal: stopped.signal,
  });
  const [out, err] = await Promise.all([
    new Response(runner.stdout).text(),
    new Response(runner.stderr).text(),
    runner.exited,
  ]);
  const left = await leftBehind(folder);
  await rm(folder, { recursive: true, force: true });
  const result = await resultOf(suite, runner.exitCode);
  result.failed += left.length;
  result.complaints.push(...left);
  return { result, output: out + err };
}

async function resultOf(suite: Suite, exitCode: number | null): Promise<Tally> {
  if (suite.report === undefined) {
    const failed = exitCode === 0 ? 0 : 1;
    return { passed: 1 - failed, failed, complaints: [], skipped: [] };
  }
  const report = Bun.file(suite.report);
  return tally((await report.exists()) ? await report.text() : undefined, exitCode);
}

function show(name: string, result: Tally, ms: number, output: string) {
  const { passed, failed, complaints, skipped } = result;
  const mark = failed === 0 ? "ok  " : "FAIL";
  const count = failed === 0 ? `${passed}` : `${passed} passed, ${failed} failed`;
  console.log(`${mark} ${name}  ${count}  ${(ms / 1_000).toFixed(1)} s`);
  for (const test of skipped) console.log(`     not run, what it needs is not here: ${test}`);
  if (failed === 0) return;
  const shown = output.split("\n").filter((line) => !line.startsWith("(pass)"));
  for (const line of [...shown, ...complaints]) console.log(`     ${line}`);
}

function tool(name: string): string {
  return join(ROOT, "node_modules/.bin", name);
}
