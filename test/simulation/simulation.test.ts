import { expect, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { simulate } from "./simulate.ts";
import { sqlDisk } from "./sql-disk.ts";

const SEEDS = 10_000;
const SQL_SEEDS = 100;
/** A slow machine does as many as fit, and these; the rest is for `npx bun test/simulation/main.ts`. */
const MEMORY = { seeds: SEEDS, least: 200, ms: 25_000 };
const SQL = { seeds: SQL_SEEDS, least: 10, ms: 5_000 };

test(
  `what the room promises holds in up to ${SEEDS} evenings of lost answers, cut wires and crashes`,
  async () => {
    const done = await pass(MEMORY, (seed) => simulate(seed));
    console.log(`${done} of ${SEEDS} seeds`);
    expect(done).toBeGreaterThanOrEqual(MEMORY.least);
  },
  TEST_MS,
);

test(
  "it holds on the store's own SQL",
  async () => {
    const done = await pass(SQL, (seed) => simulate(seed, { disk: sqlDisk }));
    console.log(`${done} of ${SQL_SEEDS} seeds on SQLite`);
    expect(done).toBeGreaterThanOrEqual(SQL.least);
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

/** Returns how many it did: what there was time for, and the least on the busiest machine. */
async function pass(
  { seeds, least, ms }: { seeds: number; least: number; ms: number },
  run: (seed: number) => Promise<{ violation: string | null }>,
): Promise<number> {
  const start = performance.now();
  let seed = 0;
  while (seed < least || (seed < seeds && performance.now() - start < ms)) {
    seed++;
    const { violation } = await run(seed);
    if (violation === null) continue;
    throw new Error(
      `Seed ${seed}: ${violation}. Again: npx bun test/simulation/main.ts --seed=${seed}`,
    );
  }
  return seed;
}
