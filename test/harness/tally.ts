import { NOTE } from "./needs.ts";

/** What a run of one test file came to, by the runner's own report. */
export interface Tally {
  passed: number;
  failed: number;
  /** What the runner's output does not say by itself. */
  complaints: string[];
  /** Tests that were skipped and may be. */
  skipped: string[];
}

const SUMS = /<testsuites [^>]*\btests="(\d+)"[^>]*\bfailures="(\d+)"[^>]*\bskipped="(\d+)"/;
const SKIPPED = /<testcase (name="([^"]*)"[^>]*)>\s*<skipped/g;

/**
 * `report` is JUnit XML, undefined when the runner left none. An end with an error or
 * without a report, a file without tests and a skipped test that does not say what it needs all
 * count as failed.
 */
export function tally(report: string | undefined, exitCode: number | null): Tally {
  const sums = report?.match(SUMS);
  if (report === undefined || !sums) {
    const complaint = `the runner ended with ${exitCode ?? "a signal"} and ran no test to its end`;
    return { passed: 0, failed: 1, complaints: [complaint], skipped: [] };
  }
  const [tests = 0, failures = 0, skips = 0] = sums.slice(1).map(Number);
  const all = Array.from(report.matchAll(SKIPPED), ([, names = "", name = ""]) => ({
    name: NOTE.test(name) ? name : `${name}${NOTE.exec(names)?.[0] ?? ""}`,
    mayBe: NOTE.test(names),
  }));
  const complaints = all.filter(({ mayBe }) => !mayBe).map(({ name }) => `skipped: ${name}`);
  let failed = failures + complaints.length;
  if (tests === 0) complaints.push("no tests");
  if (exitCode !== 0 && failures === 0)
    complaints.push(`the runner ended with ${exitCode ?? "a signal"}`);
  if (complaints.length > 0) failed = Math.max(1, failed);
  const skipped = all.filter(({ mayBe }) => mayBe).map(({ name }) => name);
  return { passed: tests - failures - skips, failed, complaints, skipped };
}
