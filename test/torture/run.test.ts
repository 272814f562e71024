import { expect, test } from "bun:test";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";

const RUN = join(import.meta.dir, "../../torture/run.ts");

test(
  "a quick run breaks a room on both stores and finds nothing lost, doubled or out of order",
  async () => {
    const { code, out, err } = await torture("--quick", "--seed=11");
    expect(out + err).toContain("Seed 11, 0 violations");
    expect(out).toMatch(/\| postgres \| kill -9 of PostgreSQL +\| +1 \|/);
    expect(out).toMatch(/\| sqlite +\| kill -9 of a node +\| +2 \|/);
    expect(code).toBe(0);
  },
  TEST_MS,
);

test("an unknown fault is refused with the names of those there are", async () => {
  const { code, err } = await torture("--only=flood");
  expect(err).toContain("kill-node");
  expect(code).toBe(2);
});

async function torture(...options: string[]) {
  const run = Bun.spawn([process.execPath, RUN, ...options], { stdout: "pipe", stderr: "pipe" });
  const [out, err] = await Promise.all([
    new Response(run.stdout).text(),
    new Response(run.stderr).text(),
  ]);
  return { code: await run.exited, out, err };
}
