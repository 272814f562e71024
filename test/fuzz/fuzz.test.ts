import { expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { TEST_MS } from "../harness/limits.ts";
import corpus from "./corpus.json";
import failed from "./failed.json";
import { Corpus } from "./guided-plan.ts";
import { fuzzPure, outcomeOf } from "./pure.ts";
import { SEEDS, TARGETS } from "./targets.ts";
import { fuzzWire } from "./wire.ts";

setDefaultTimeout(TEST_MS);

/** Every input that ever broke a promise, and what took it. */
const KEPT = z.array(z.object({ target: z.string(), input: z.string() })).parse(failed);
const ON_THE_WIRE = KEPT.filter(({ target }) => target === "wire").map(({ input }) => input);

test("no changed input breaks a promise of what takes it: frames, texts, names, tokens, addresses, variables", async () => {
  expect(await fuzzPure(9_000, 20_261_128)).toEqual([]);
});

test("every input that ever broke one is tried again, and so is each that others are made from", async () => {
  const kept = KEPT.filter(({ target }) => target !== "wire");
  const seeds = [...Object.entries(SEEDS), ...Object.entries(Corpus.parse(corpus))].flatMap(
    ([target, inputs]) => inputs.map((input) => ({ target, input })),
  );
  for (const { target, input } of [...kept, ...seeds]) {
    expect(Object.keys(TARGETS)).toContain(target);
    expect(await outcomeOf(target, input)).toHaveProperty("said");
  }
});

test("changed requests and frames on the wire end nothing, leave no socket, and an honest guest goes on", async () => {
  expect(await fuzzWire(200, 20_261_128, ON_THE_WIRE)).toEqual({ sent: 200, faults: [], left: 0 });
});
