import { afterAll, expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needs } from "./needs.ts";
import { tally } from "./tally.ts";

const folder = mkdtempSync(join(tmpdir(), "rage-room-tally-"));
afterAll(() => rm(folder, { recursive: true }));

/** Runs the real runner on such a file. */
async function ran(body: string) {
  const id = crypto.randomUUID();
  const [file, outfile] = [join(folder, `${id}.test.ts`), join(folder, `${id}.xml`)];
  await Bun.write(file, `import { describe, test, expect, afterAll } from "bun:test";\n${body}`);
  const runner = Bun.spawn(
    [process.execPath, "test", file, "--reporter=junit", `--reporter-outfile=${outfile}`],
    { stdout: "ignore", stderr: "ignore", env: { ...process.env, CI: "true" } },
  );
  await runner.exited;
  const report = Bun.file(outfile);
  return { report: (await report.exists()) ? await report.text() : undefined, runner };
}

const PASS = 'test("stands", () => {});\n';

const CASES: [what: string, body: string, sums: { passed: number; failed: number }][] = [
  ["two that pass", PASS + PASS, { passed: 2, failed: 0 }],
  ["one of each", `${PASS}test("falls", () => expect(1).toBe(2));`, { passed: 1, failed: 1 }],
  ["a skipped test", `${PASS}test.skip("rests <&>", () => {});`, { passed: 1, failed: 1 }],
  ["a test still to be written", `${PASS}test.todo("some day");`, { passed: 1, failed: 1 }],
  ["a file without tests", "", { passed: 0, failed: 1 }],
  ["a file that does not load", 'import "./gone.ts";', { passed: 0, failed: 1 }],
  ["an exit in the middle", `${PASS}test("x", () => process.exit(0));`, { passed: 0, failed: 1 }],
  [
    "a crash",
    `${PASS}test("x", () => process.kill(process.pid, "SIGKILL"));`,
    { passed: 0, failed: 1 },
  ],
  [
    "an error after the tests",
    `${PASS}afterAll(() => { throw new Error("late"); });`,
    { passed: 1, failed: 1 },
  ],
  ["one test alone among others", `${PASS}test.only("me", () => {});`, { passed: 0, failed: 1 }],
];

test.each(CASES)("counts %s", async (_what, body, sums) => {
  const { report, runner } = await ran(body);
  expect(tally(report, runner.exitCode)).toMatchObject(sums);
});

test.each([
  ["in its name", 'test.skip("rests [needs nginx]", () => {});', "rests [needs nginx]"],
  [
    "in a name it stands under",
    'describe.skip("a guest [needs root]", () => { test("rests", () => {}); });',
    "rests [needs root]",
  ],
])(
  "a skipped test that says what it needs %s does not count, and is told",
  async (_, body, name) => {
    const { report, runner } = await ran(`${PASS}${body}`);
    expect(tally(report, runner.exitCode)).toEqual({
      passed: 1,
      failed: 0,
      complaints: [],
      skipped: [name],
    });
  },
);

test("what is there leaves a name as it is", () => {
  expect(needs("nginx", true)).toEqual({ isMissing: false, note: "" });
  expect(needs("nginx", false)).toEqual({ isMissing: true, note: " [needs nginx]" });
});
