/** Runs in Node, bundled by guided.ts, with a `Plan` as its argument: V8 says which code each input reached. */
import { Session } from "node:inspector";
import { Chance } from "../simulation/chance.ts";
import { Found, Plan } from "./guided-plan.ts";
import { mutated } from "./mutate.ts";
import { PARSER_SEEDS, PARSERS } from "./parsers.ts";
import type { Target } from "./promise.ts";

/** What is longer reaches little more, and is slower to change. */
const KEPT_CHARS = 300;

const plan = Plan.parse(JSON.parse(process.argv[2] ?? ""));
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

for (const [at, [name, target]] of Object.entries(PARSERS).entries()) {
  console.log(JSON.stringify(await fuzz(name, target, new Chance(plan.seed + at))));
}
process.exit();

async function fuzz(name: string, target: Target, chance: Chance): Promise<Found> {
  const seen = new Set<string>();
  const failures: Found["failures"] = [];
  /** Whether it reached code, or ran it so many times more often, that no input before did. */
  const isNew = async (input: string) => {
    reached();
    try {
      await target(input);
    } catch (error) {
      failures.push({ input, error: String(error) });
    }
    const fresh = reached().filter((piece) => !seen.has(piece));
    for (const piece of fresh) seen.add(piece);
    return fresh.length > 0;
  };

  const seeds = PARSER_SEEDS[name] ?? [];
  for (const input of seeds) await isNew(input);
  const bySeeds = seen.size;
  const corpus: string[] = [];
  const before = (plan.corpus[name] ?? []).toSorted((one, other) => one.length - other.length);
  for (const input of before) if (await isNew(input)) corpus.push(input);
  const pool = [...seeds, ...corpus];
  let inputs = 0;
  for (const until = performance.now() + plan.ms; performance.now() < until; inputs++) {
    const input = mutated(chance.of(pool) ?? "", pool, chance);
    if (!(await isNew(input))) continue;
    pool.push(input);
    if (input.length <= KEPT_CHARS && input.isWellFormed()) corpus.push(input);
  }
  return Found.parse({ target: name, inputs, reached: seen.size, bySeeds, corpus, failures });
}

/** Pieces of the bundle that ran since this was last asked, each with how often, by powers of two. */
function reached(): string[] {
  const pieces: string[] = [];
  session.post("Profiler.takePreciseCoverage", (_, { result }) => {
    for (const { functions } of result.filter(({ url }) => url === import.meta.url)) {
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0) pieces.push(`${startOffset}-${endOffset} ${Math.floor(Math.log2(count))}`);
        }
      }
    }
  });
  return pieces;
}
