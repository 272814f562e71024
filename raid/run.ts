/** `npm run raid`: raids a room in every way that people do, and counts what its readers saw of it. */
import { parseArgs } from "node:util";
import { commit, machine } from "../bench/report.ts";
import { type PostgresServer, startPostgres } from "../test/harness/postgres-server.ts";
import { endOnSignals } from "../torture/cleanup.ts";
import { STORES, type Store } from "../torture/storage-target.ts";
import { evening } from "./evening.ts";
import { medians, type Result, resultOf } from "./figures.ts";
import type { Size } from "./plan.ts";
import { NAMES, planOf, SCENARIOS, type ScenarioName } from "./scenarios.ts";
import { SHAPE } from "./shape.ts";
import { type Row, table } from "./table.ts";
import { virtualEvening } from "./virtual-evening.ts";

const QUICK = { seconds: 5, people: 24, seeds: 1, store: "sqlite", only: "S1,S7", share: 0.1 };
const FULL = { seconds: 60, people: 200, seeds: 3, store: "both", only: NAMES.join(), share: 1 };
const LONGEST_S = SHAPE.seconds - 10;

const { values } = parseArgs({
  options: {
    seconds: { type: "string" },
    people: { type: "string" },
    store: { type: "string" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string" },
    virtual: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const usual = values.quick ? QUICK : values.virtual ? { ...FULL, seconds: LONGEST_S } : FULL;
const play = values.virtual ? virtualEvening : evening;
const size: Size = {
  seconds: whole("seconds", values.seconds ?? usual.seconds, LONGEST_S),
  people: whole("people", values.people ?? usual.people, SHAPE.people.length),
  share: usual.share,
};
const seed = whole("seed", values.seed, 1_000_000_000);
const seeds = whole("seeds", values.seeds ?? usual.seeds, 100);
const wanted = values.store ?? usual.store;
const stores = STORES.filter((store) => wanted === "both" || wanted === store);
if (stores.length === 0) giveUp(`--store takes ${STORES.join(", ")} or both.`);
const names = chosen(values.only ?? usual.only);
const interrupted = new AbortController();
process.once("SIGINT", () => {
  console.error("Ending after this evening; once more to end at once.");
  interrupted.abort();
  endOnSignals();
});
process.once("SIGTERM", () => process.exit(143));

let shared: Promise<PostgresServer> | undefined;
const rows: Row[] = [];
for (const store of stores) {
  let calm: Result | null = null;
  for (const name of names) {
    const results = await overSeeds(store, name);
    if (results.length === 0) continue;
    const result = medians(results);
    rows.push({ store, scenario: name, result, calm });
    if (name === "calm") calm = result;
  }
}
await (await shared)?.[Symbol.asyncDispose]();

console.log(table(rows));
console.log(`\n${names.map((name) => `${name}: ${SCENARIOS[name].about}`).join("\n")}`);
console.log(
  `\nCommit ${commit()}, ${new Date().toISOString()}\n${machine()}\n` +
    `${size.people} people, ${size.seconds} s from the raid on, medians of ${seeds} from seed ${seed}` +
    (values.virtual ? ", in virtual time" : "") +
    (size.share === 1 ? "" : `, raiders and crowds at ${size.share * 100} %`),
);
const wrong = rows.reduce((sum, { result }) => sum + result.figures.notShownOnce, 0);
console.log(`${wrong} acknowledged honest messages not shown exactly once`);
process.exit(wrong === 0 ? 0 : 1);

async function overSeeds(store: Store, name: ScenarioName): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = seed; at < seed + seeds && !interrupted.signal.aborted; at++) {
    const server = store === "postgres" ? await postgres() : null;
    const result = resultOf(await play(planOf(name, size, at), server));
    results.push(result);
    const { storedRaid, storedHonest } = result.figures;
    console.error(`${store}: ${name}, seed ${at}: ${storedRaid} raid, ${storedHonest} honest`);
  }
  return results;
}

function postgres(): Promise<PostgresServer> {
  shared ??= startPostgres({ durable: true });
  return shared;
}

/** `S8` stands for all that begin with it. */
function chosen(only: string): ScenarioName[] {
  return only.split(",").flatMap((part) => {
    const exact = NAMES.filter((name) => name === part);
    const found = exact.length > 0 ? exact : NAMES.filter((name) => name.startsWith(`${part}-`));
    if (found.length === 0) giveUp(`--only takes ${NAMES.join(", ")}.`);
    return found;
  });
}

function whole(name: string, text: string | number, most: number): number {
  const value = /^\d{1,9}$/.test(`${text}`) ? Number(text) : 0;
  if (value < 1 || value > most) giveUp(`--${name} takes a whole number from 1 to ${most}.`);
  return value;
}

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
