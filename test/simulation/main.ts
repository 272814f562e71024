/**
 * Evenings by the number: `npx bun test/simulation/main.ts --seeds=1000000 --from=1`, or one again:
 * `--seed=N`. ^C ends it with what held so far.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { memoryDisk } from "./memory-disk.ts";
import { simulate } from "./simulate.ts";
import { sqlDisk } from "./sql-disk.ts";

/** So often a long run says how far it is. */
const PROGRESS_MS = 10_000;

const count = z.coerce.number().pipe(z.int().nonnegative());
const Options = z.object({
  seeds: count.default(10_000),
  from: count.default(1),
  /** One seed, with its trace. */
  seed: count.optional(),
  store: z.enum(["memory", "sqlite"]).default("memory"),
});
const { values } = parseArgs({
  options: {
    seeds: { type: "string" },
    from: { type: "string" },
    seed: { type: "string" },
    store: { type: "string" },
  },
});
const { seeds, from, seed, store } = Options.parse(values);
const disk = store === "sqlite" ? sqlDisk : memoryDisk;

if (seed !== undefined) {
  const { violation, trace } = await simulate(seed, { traced: true, disk });
  console.log(trace.join("\n"));
  console.log(violation === null ? `Seed ${seed} holds.` : `Seed ${seed}: ${violation}`);
  process.exit(violation === null ? 0 : 1);
}

const start = performance.now();
let [done, saidAt, isStopped] = [0, start, false];
process.once("SIGINT", () => {
  isStopped = true;
});
for (let at = from; at < from + seeds && !isStopped; at++) {
  const { violation } = await simulate(at, { disk });
  done++;
  if (performance.now() - saidAt >= PROGRESS_MS) {
    saidAt = performance.now();
    process.stderr.write(`${progress(done)}\n`);
  }
  if (violation === null) continue;
  const { trace } = await simulate(at, { disk, traced: true });
  console.log(trace.join("\n"));
  console.log(`Seed ${at}: ${violation}`);
  console.log(`Again: npx bun test/simulation/main.ts --seed=${at} --store=${store}`);
  process.exit(1);
}
console.log(`${done} seeds hold. ${((performance.now() - start) / 1_000).toFixed(1)} s`);

/** How many hold, how many a second, and when the last is expected. */
function progress(done: number): string {
  const perMs = done / (performance.now() - start);
  const end = new Date(Date.now() + (seeds - done) / perMs).toISOString();
  return `${done} of ${seeds} hold, ${(perMs * 1_000).toFixed(1)} a second, the end is expected at ${end.slice(0, 19)}Z`;
}
