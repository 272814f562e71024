import { expect, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { simulate } from "./simulate.ts";
import { sqlDisk } from "./sql-disk.ts";

const SEEDS = 10_000;
const SQL_SEEDS = 100;
/** A slow machine does as many as fit; the rest is for `npx bun test/simulation/main.ts`. */
const MEMORY_MS = 25_000;
const SQL_MS = 5_000;

test(
  `what the room promises holds in up to ${SEEDS} evenings of lost answers, cut wires and crashes`,
  async () => {
    const done = await pass(SEEDS, MEMORY_MS, (seed) => simulate(seed));
    console.log(`${done} of ${SEEDS} seeds`);
    expect(done).toBeGreaterThan(100);
  },
  TEST_MS,
);

test(
  "it holds on the store's own SQL",
  async () => {
    const done = await pass(SQL_SEEDS, SQL_MS, (seed) => simulate(seed, { disk: sqlDisk }));
    console.log(`${done} of ${SQL_SEEDS} seeds on SQLite`);
    expect(done).toBeGreaterThan(3);
  },
  TEST_MS,
);

test("one seed gives the same evening twice, and another seed another", async () => {
  const traced = { traced: true };
  const [first, again, other] = [
    await simulate(7, traced),
    await simulate(7, traced),
    await simulate(8, traced),
  ];
  expect(first.trace.length).toBeGreaterThan(20);
  expect(again.trace).toEqual(first.trace);
  expect(other.trace).not.toEqual(first.trace);
});

test("one seed gives the same evening twice on SQLite too", async () => {
  const options = { traced: true, disk: sqlDisk };
  const first = await simulate(11, options);
  expect(await simulate(11, options)).toEqual(first);
});

/** Returns how many there was time for. */
async function pass(
  seeds: number,
  ms: number,
  run: (seed: number) => Promise<{ violation: string | null }>,
): Promise<number> {
  const start = performance.now();
  let seed = 0;
  while (seed < seeds && performance.now() - start < ms) {
    seed++;
    const { violation } = await run(seed);
    if (violation === null) continue;
    throw new Error(
      `Seed ${seed}: ${violation}. Again: npx bun test/simulation/main.ts --seed=${seed}`,
    );
  }
  return seed;
}
