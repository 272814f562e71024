/** Changes inputs by the million: `npx bun test/fuzz/run.ts --count=1000000 --seed=1 --wire=20000`. */
import { parseArgs } from "node:util";
import { fuzzPure } from "./pure.ts";
import { fuzzWire } from "./wire.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    wire: { type: "string", default: "2000" },
  },
});
const seed = Number(values.seed);
const megabytes = () => Math.round(process.memoryUsage.rss() / 1_048_576);

const began = performance.now();
const failures = await fuzzPure(Number(values.count), seed);
for (const failure of failures) console.log(JSON.stringify(failure));
console.log(
  `pure: ${values.count} inputs, ${failures.length} broke a promise, ${seconds(began)} s`,
);

const warm = await fuzzWire(Math.min(500, Number(values.wire)), seed);
const [before, from] = [megabytes(), performance.now()];
const wire = await fuzzWire(Number(values.wire), seed + 1);
for (const fault of [...warm.faults, ...wire.faults]) console.log(fault);
console.log(
  `wire: ${wire.sent} connections, ${wire.faults.length} faults, ${wire.left} sockets left, ${before} MB before and ${megabytes()} MB after, ${seconds(from)} s`,
);
const isGood = failures.length + warm.faults.length + wire.faults.length + wire.left === 0;
process.exit(isGood ? 0 : 1);

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
