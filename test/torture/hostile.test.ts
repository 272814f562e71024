import { expect, test } from "bun:test";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";

const HOSTILE = join(import.meta.dir, "../../torture/hostile.ts");

// What it says of time is not looked at: that wants an idle machine.
test(
  "hostile sockets of a kind come beside an honest pair, which hears everything, and what they cost is told",
  async () => {
    const options = ["--sockets=20", "--seconds=0.3", "--every=100", "--only=say in a loop"];
    const run = Bun.spawn([process.execPath, HOSTILE, ...options], { stdout: "pipe" });
    const out = await new Response(run.stdout).text();
    await run.exited;
    const [, acts, said, heard] = /\| say in a loop \| (\d+) .* (\d+) of (\d+) \|/.exec(out) ?? [];
    expect(Number(acts)).toBeGreaterThan(0);
    expect(said).toBe(heard);
    expect(out).toContain("1 kinds, ");
  },
  TEST_MS,
);

test(
  "what a frame over its limit costs is told beside what a server takes that does nothing",
  async () => {
    const script = join(import.meta.dir, "../../torture/frame-cost.ts");
    const options = ["--sockets=20", "--frames=50", "--only=forget"];
    const run = Bun.spawn([process.execPath, script, ...options], { stdout: "pipe" });
    const out = await new Response(run.stdout).text();
    expect(await run.exited).toBe(0);
    expect(out).toMatch(/^\| forget \| 1000 \| \d+ \| \d+\.\d \| \d+\.\d \| -?\d+\.\d \|$/m);
  },
  TEST_MS,
);
