/**
 * Every check there is: lint, types, and each test file in a process of its own. With words, only
 * the files whose path holds one of them.
 */
import { rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { storePages } from "../src/http/pages.ts";
import { endProcessesOf, leftBehind } from "../test/harness/left-behind.ts";
import { TEST_MS } from "../test/harness/limits.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { type Tally, tally } from "../test/harness/tally.ts";
import { makeTemporaryFolder, useTemporaryFolder } from "../test/harness/temporary.ts";

const ROOT = join(import.meta.dir, "..");
/** Past this a suite hangs, on the busiest machine too: the longest takes a minute on an idle one. */
const SUITE_MS = 30 * 60_000;
const words = process.argv.slice(2);
const isWhole = words.length === 0;

interface Suite {
  name: string;
  command: string[];
  /** Where its runner reports; without one, the suite counts as one test. */
  report?: string;
}

interface Outcome {
  result: Tally;
  output: string;
  /** Processor seconds of its processes, but for those that nobody waited for, such as PostgreSQL. */
  processor: number;
}

const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => stopped.abort("stopped"));
/** More than there are processors: much of their time they wait for sockets, disks and pages. */
const atOnce = pLimit(Math.min(6, Math.ceil(2 * availableParallelism())));
/** First, so that no long one is left alone at the end. */
const LONG = ["forgetting", "simulation", "torture", "mutants", "raid", "browser", "process"];

const sum = { passed: 0, failed: 0, processor: 0 };
try {
  await runAll();
} catch (error) {
  console.error(error);
  sum.failed += 1;
}
process.exitCode = sum.failed === 0 ? 0 : 1;
if (stopped.signal.aborted) console.log("stopped before the end");
console.log(`${sum.processor.toFixed(0)} s of a processor in all`);
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
  const suites = await testFiles(tmpdir());
  if (suites.length === 0) throw new Error("No test file was found.");
  const pages = join(tmpdir(), "pages");
  const executable = join(tmpdir(), "rage-room");
  const stored = storePages(pages).then(() => (isWhole ? build(executable) : undefined));
  await using postgres = await startPostgres({ durable: false });
  await stored;
  const env = {
    TEST_POSTGRES_URL: postgres.url,
    TEST_PAGES: pages,
    ...(isWhole && { TEST_EXECUTABLE: executable }),
  };
  await Promise.all(suites.map((suite) => run(suite, env)));
}

/** What ships, for all tests that start the program: each start from the sources compiles all of them. */
async function build(executable: string) {
  const builder = Bun.spawn([process.execPath, join(ROOT, "bin/build.ts"), executable], {
    stdout: "ignore",
  });
  if ((await builder.exited) !== 0) throw new Error("The executable could not be built.");
}

async function testFiles(reports: string): Promise<Suite[]> {
  const files = await Array.fromAsync(new Bun.Glob("test/**/*.test.{ts,tsx}").scan(ROOT));
  const wanted = files.filter((name) => isWhole || words.some((word) => name.includes(word)));
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

/** Never rejects: what cannot be run has failed, and so has what was not run when all was stopped. */
function run(suite: Suite, env: Record<string, string> = {}): Promise<void> {
  return atOnce(async () => {
    if (stopped.signal.aborted) {
      sum.failed += 1;
      return;
    }
    const start = performance.now();
    const outcome = await outcomeOf(suite, env).catch((error: unknown) => ({
      result: { passed: 0, failed: 1, complaints: [String(error)], skipped: [] },
      output: "",
      processor: 0,
    }));
    sum.passed += outcome.result.passed;
    sum.failed += outcome.result.failed;
    sum.processor += outcome.processor;
    show(suite.name, outcome, performance.now() - start);
  });
}

/** In a temporary folder of its own, which must be empty in the end, and which nothing may still use. */
async function outcomeOf(suite: Suite, env: Record<string, string>): Promise<Outcome> {
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
    // A browser's driver takes any other, and lets the tests fail one by one.
    killSignal: "SIGKILL",
  });
  // What it started and did not end holds these streams open, and would be waited for without end.
  const ended = runner.exited.then(async () => {
    const left = stopped.signal.aborted ? [] : await leftBehind(folder);
    await endProcessesOf(folder);
    return left;
  });
  const [output, errors, left] = await Promise.all([
    new Response(runner.stdout).text(),
    new Response(runner.stderr).text(),
    ended,
  ]);
  await rm(folder, { recursive: true, force: true });
  const result = await resultOf(suite, runner.exitCode);
  result.failed += left.length;
  result.complaints.push(...left);
  const processor = Number(runner.resourceUsage()?.cpuTime.total ?? 0) / 1e6;
  return { result, output: output + errors, processor };
}

async function resultOf(suite: Suite, exitCode: number | null): Promise<Tally> {
  if (suite.report === undefined) {
    const failed = exitCode === 0 ? 0 : 1;
    return { passed: 1 - failed, failed, complaints: [], skipped: [] };
  }
  const report = Bun.file(suite.report);
  return tally((await report.exists()) ? await report.text() : undefined, exitCode);
}

function show(name: string, { result, output, processor }: Outcome, ms: number) {
  const { passed, failed, complaints, skipped } = result;
  const mark = failed === 0 ? "ok  " : "FAIL";
  const count = failed === 0 ? `${passed}` : `${passed} passed, ${failed} failed`;
  const cost = `${(ms / 1_000).toFixed(1)} s, ${processor.toFixed(1)} s of a processor`;
  console.log(`${mark} ${name}  ${count}  ${cost}`);
  for (const test of skipped) console.log(`     not run, what it needs is not here: ${test}`);
  if (failed === 0) return;
  const shown = output.split("\n").filter((line) => !line.startsWith("(pass)"));
  for (const line of [...shown, ...complaints]) console.log(`     ${line}`);
}

function tool(name: string): string {
  return join(ROOT, "node_modules/.bin", name);
}
