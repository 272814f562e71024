import { expect, test } from "bun:test";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { needsLinux, needsProgram } from "../harness/needs.ts";

const RUN = join(import.meta.dir, "../../torture/power-cut.ts");

const compiler = needsProgram("cc");
const cannot = needsLinux.isMissing || compiler.isMissing;
const note = needsLinux.note || compiler.note;

test.skipIf(cannot)(
  `what was acknowledged survives a power cut that tears a SQLite file${note}`,
  async () => {
    const { code, out } = await cutPower("--store=sqlite", "--lie=tear", "--cuts=1");
    expect(out).toContain("Seed 3, 0 violations");
    expect(out).toMatch(/power cut, tear +\| +1 \|/);
    expect(code).toBe(0);
  },
  TEST_MS,
);

test.skipIf(cannot)(
  `what was acknowledged survives a power cut of PostgreSQL${note}`,
  async () => {
    const { code, out } = await cutPower("--store=postgres", "--lie=forget", "--cuts=1");
    expect(out).toContain("Seed 3, 0 violations");
    expect(out).toMatch(/power cut, forget +\| +1 \|/);
    expect(code).toBe(0);
  },
  TEST_MS,
);

test.skipIf(cannot)(
  `a room whose SQLite need not sync is caught by what a power cut takes from it${note}`,
  async () => {
    const { out } = await cutPower("--store=sqlite", "--control=synchronous-normal", "--cuts=1");
    expect(out).toContain("Seed 3, 0 violations");
    expect(out).toMatch(/caught, [1-9]\d* acked messages lost/);
  },
  TEST_MS,
);

test("an unknown lie is refused with the names of those there are", async () => {
  const { code, out } = await cutPower("--lie=white");
  expect(out).toContain("--lie takes forget or tear");
  expect(code).toBe(2);
});

async function cutPower(...options: string[]) {
  const run = Bun.spawn([process.execPath, RUN, "--seed=3", ...options], {
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err] = await Promise.all([
    new Response(run.stdout).text(),
    new Response(run.stderr).text(),
  ]);
  return { code: await run.exited, out: out + err };
}
