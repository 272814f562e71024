import { expect, setDefaultTimeout, test } from "bun:test";
import { resultOf } from "../../raid/figures.ts";
import { honestEvening } from "../../raid/honest-evening.ts";
import { planOf } from "../../raid/scenarios.ts";
import { virtualEvening } from "../../raid/virtual-evening.ts";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

const SIZE = { seconds: 45, people: 120, share: 1 };

test("honest evenings raise no shield, however many come and whatever they all say at once", async () => {
  for (const seed of [1, 2, 3]) {
    const plan = honestEvening(SIZE, seed);
    expect(plan).toEqual(honestEvening(SIZE, seed));
    const outcome = await virtualEvening(plan);
    expect(resultOf(outcome).figures.storedHonest).toBeGreaterThan(100);
    expect(outcome.shields).toBe(0);
  }
});

test("in a raid of few people, and in one of many, a screen of twenty lines has four of theirs", async () => {
  const size = { ...SIZE, people: 200, seconds: 20 };
  const few = await virtualEvening(planOf("S3", size, 1));
  expect(resultOf(few).figures).toMatchObject({ worstScreen: 4, refusedHeard: 0 });
  expect(few.shields).toBe(0);
  const many = await virtualEvening(planOf("S2", size, 1));
  expect(many.shields).toBe(1);
  const { worstScreen, refusedHeard } = resultOf(many).figures;
  expect(worstScreen).toBeLessThanOrEqual(4);
  expect(refusedHeard).toBe(0);
});

test("in a raid right after midnight, when everybody is new, those who were there before it speak on", async () => {
  const plan = planOf("S8-S2", { ...SIZE, people: 200, seconds: 30 }, 1);
  const { figures, acts } = resultOf(await virtualEvening(plan));
  expect(acts.get("shields")).toBe(1);
  expect(figures.storedHonest).toBeGreaterThan(40);
  expect(figures.worstScreen).toBeLessThanOrEqual(4);
  expect(figures.refusedHeard).toBe(0);
});
