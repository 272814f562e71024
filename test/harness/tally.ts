/** What a run of one test file came to, by the runner's own report. */
export interface Tally {
  passed: number;
  failed: number;
  /** What the runner's output does not say by itself. */
  complaints: string[];
  /** Tests that were skipped and may be. */
  skipped: string[];
}

/** Tests that may be skipped, each by its name: they need a program, or a right, that is not everywhere. */
const MAY_BE_SKIPPED: ReadonlySet<string> = new Set([
  "npm as the first process of a container drains at SIGTERM and ends with 0",
  "npm as the first process of a container drains at SIGINT and ends with 0",
  "port 80 is one sentence",
  "messages.db of another user is one sentence",
  "messages.db.key of another user is one sentence",
  "messages.db.day of another user is one sentence",
  "a file without the right to write starts once that is given, whatever was tried before",
  "every page, call and socket stays under the path that nginx gives it",
  "nginx takes the configuration in the docs",
  "Caddy takes the configuration in the docs",
  "behind nginx as documented everyone comes back from each restart of a node",
  "behind Caddy as documented everyone comes back from each restart of a node",
]);

const SUMS = /<testsuites [^>]*\btests="(\d+)"[^>]*\bfailures="(\d+)"[^>]*\bskipped="(\d+)"/;
const SKIPPED = /<testcase name="([^"]*)"[^>]*>\s*<skipped/g;

/**
 * `report` is JUnit XML, undefined when the runner left none. An end with an error or
 * without a report, a file without tests and a skipped test all count as failed.
 */
export function tally(
  report: string | undefined,
  exitCode: number | null,
  maySkip = MAY_BE_SKIPPED,
): Tally {
  const sums = report?.match(SUMS);
  if (report === undefined || !sums) {
    const complaint = `the runner ended with ${exitCode ?? "a signal"} and ran no test to its end`;
    return { passed: 0, failed: 1, complaints: [complaint], skipped: [] };
  }
  const [tests = 0, failures = 0, skips = 0] = sums.slice(1).map(Number);
  const skipped = Array.from(report.matchAll(SKIPPED), ([, name = ""]) => name);
  const complaints = skipped.filter((name) => !maySkip.has(name)).map((name) => `skipped: ${name}`);
  let failed = failures + complaints.length;
  if (tests === 0) complaints.push("no tests");
  if (exitCode !== 0 && failures === 0)
    complaints.push(`the runner ended with ${exitCode ?? "a signal"}`);
  if (complaints.length > 0) failed = Math.max(1, failed);
  const permitted = skipped.filter((name) => maySkip.has(name));
  return { passed: tests - failures - skips, failed, complaints, skipped: permitted };
}
