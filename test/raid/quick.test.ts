import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { evening } from "../../raid/evening.ts";
import { resultOf } from "../../raid/figures.ts";
import { planOf } from "../../raid/scenarios.ts";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

const RUN = join(import.meta.dir, "../../raid/run.ts");

test("a quick raid shows its reader each honest message once, and prints a row a scenario", async () => {
  const { code, out, err } = await raid("--quick", "--seed=11");
  expect(out + err).toContain("0 acknowledged honest messages not shown exactly once");
  expect(out).toMatch(/^\| sqlite \| S1 +\| +[1-9]\d* \| +\d+ \|/m);
  expect(out).toMatch(/^\| sqlite \| S7 +\| +0 \| +[1-9]\d* \|/m);
  expect(code).toBe(0);
});

test("whatever was sent in a raid is stored, refused or unanswered, and whatever is stored was shown", async () => {
  const outcome = await evening(planOf("S8-S1", { seconds: 2, people: 12, share: 0.05 }, 3), null);
  const { figures, refusals } = resultOf(outcome);
  const sent = outcome.sent.filter(({ atMs }) => atMs >= outcome.raidAt);
  const refused = [...refusals]
    .filter(([what]) => !/ (closed|hello) /.test(what))
    .reduce((sum, [, count]) => sum + count, 0);
  expect(figures.storedRaid + figures.storedHonest + refused).toBe(sent.length);
  const places = outcome.sent.flatMap(({ answer }) =>
    answer && "seq" in answer ? [answer.seq] : [],
  );
  expect(places.length).toBeGreaterThan(0);
  const times = places.map((place) => outcome.shown.filter(({ seq }) => seq === place).length);
  expect(new Set(times)).toEqual(new Set([1]));
});

test("with a moderator, who presses no faster than a person, each honest message is shown once too", async () => {
  const outcome = await evening(planOf("S3-mod", { seconds: 8, people: 24, share: 0.5 }, 5), null);
  expect(resultOf(outcome).figures.notShownOnce).toBe(0);
  const between = outcome.presses.slice(1).map((at, index) => at - (outcome.presses[index] ?? 0));
  expect(between.filter((ms) => ms < 1_990)).toEqual([]);
});

test("an unknown scenario is refused with those there are", async () => {
  const unknown = await raid("--only=S99");
  expect(unknown.err).toContain("S8-S2");
  expect(unknown.code).toBe(2);
});

async function raid(...options: string[]) {
  const run = Bun.spawn([process.execPath, RUN, ...options], { stdout: "pipe", stderr: "pipe" });
  const [out, err] = await Promise.all([
    new Response(run.stdout).text(),
    new Response(run.stderr).text(),
  ]);
  return { code: await run.exited, out, err };
}
