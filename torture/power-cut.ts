/**
 * `npx bun torture/power-cut.ts`: cuts the power of a room, or of its PostgreSQL, on a disk that holds
 * no more than what was synced (`forget`), some sectors of the rest as well (`tear`), failed one sync
 * before (`eio`), or, of SQLite, is found with one bit changed (`flip`). `--control`: a room that promises
 * less, which must be caught.
 */
import { parseArgs } from "node:util";
import { endOnSignals } from "./cleanup.ts";
import { CONTROLS, isControl } from "./power-cut/controls.ts";
import { LIES, powerCuts } from "./power-cut/cuts.ts";
import { Random } from "./random.ts";
import { STORES } from "./storage-target.ts";
import { table } from "./table.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: `${Math.floor(Math.random() * 1e9)}` },
    cuts: { type: "string", default: "20" },
    store: { type: "string", default: "sqlite" },
    lie: { type: "string", default: "forget" },
    control: { type: "string" },
  },
});
const store = STORES.find((name) => name === values.store) ?? giveUp("store", STORES);
const lie = LIES.find((name) => name === values.lie) ?? giveUp("lie", LIES);
if (lie === "flip" && store !== "sqlite") giveUp("store", ["sqlite"]);
const control = values.control === undefined ? null : values.control;
const controls = Object.entries(CONTROLS).flatMap(([name, weak]) =>
  weak.store === store ? [name] : [],
);
if (control !== null && !(isControl(control) && controls.includes(control))) {
  giveUp("control", controls);
}
const seed = Number(values.seed);
const cuts = Number(values.cuts);
if (Bun.which("cc") === null || process.platform !== "linux") {
  console.error("Not run: it needs Linux and a C compiler (cc).");
  process.exit(0);
}
const interrupted = new AbortController();
process.once("SIGINT", () => {
  console.error("Ending after this cut; once more to end at once.");
  interrupted.abort();
  endOnSignals();
});
process.once("SIGTERM", () => process.exit(143));
const row = await powerCuts({
  store,
  lie,
  cuts,
  control,
  random: new Random(seed).fork(`${store} ${control ?? lie}`),
  progress: (sentence) => console.error(sentence),
  ended: interrupted.signal,
});
console.log(table([row]));
for (const { kind, what } of row.violations.slice(0, 10)) console.error(`  ${kind}: ${what}`);
console.log(`\nSeed ${seed}, ${row.violations.length} violations`);
process.exit(row.violations.length === 0 ? 0 : 1);

function giveUp(option: string, names: readonly string[]): never {
  console.error(`--${option} takes ${names.join(" or ")}.`);
  process.exit(2);
}
