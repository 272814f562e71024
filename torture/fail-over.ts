/**
 * A PostgreSQL with a standby, killed under load again and again: `npx bun torture/fail-over.ts --count=N --mode=sync`.
 * `--mode=async` loses something each time; judged as strictly as the other it must be found out, or the verdict is
 * worth nothing.
 */
import { parseArgs } from "node:util";
import { endOnSignals } from "./cleanup.ts";
import { failOvers, MODES } from "./fail-over-run.ts";
import { Random } from "./random.ts";
import { aligned } from "./table.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "3" },
    mode: { type: "string", default: "sync" },
    seed: { type: "string", default: `${Math.floor(Math.random() * 1e9)}` },
  },
});
const mode = MODES.find((name) => name === values.mode);
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!mode || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  say(`--mode takes ${MODES.join(" or ")}, --count and --seed a whole number.`);
  process.exit(2);
}
const interrupted = new AbortController();
process.once("SIGINT", () => {
  say("Ending after this fail-over; once more to end at once.");
  interrupted.abort();
  endOnSignals();
});
process.once("SIGTERM", () => process.exit(143));

say(`Seed ${seed}.`);
const outcome = await failOvers({
  ...{ mode, count, durable: true, progress: say, ended: interrupted.signal },
  random: new Random(seed).fork(mode),
});
const { violations, strictly } = outcome;
const told = outcome.waits.map(({ all }) => all);
const isCaught = strictly.some(({ kind }) => kind === "lost");
const median = told.toSorted((a, b) => a - b)[Math.floor(told.length / 2)] ?? Number.NaN;
const row = [
  mode,
  isCaught ? "caught if judged as sync" : "–",
  ...[told.length, outcome.acked, outcome.refused, outcome.returns].map(String),
  ...[outcome.lost, outcome.saidAgain, violations.length].map(String),
  ...[median, Math.max(...told)].map((ms) => `${Math.round(ms)}`),
];
const head = ["standby", "control", "times", "acked", "refused", "came back"];
console.log(
  aligned([...head, "lost", "said again", "violations", "all told p50 ms", "max ms"], [row]),
);
for (const { kind, what } of violations.slice(0, 10)) say(`  ${kind}: ${what}`);
if (mode === "async" && !isCaught) say("The loss was not caught by the strict verdict.");
process.exit(violations.length === 0 && isCaught === (mode === "async") ? 0 : 1);

function say(sentence: string): void {
  console.error(sentence);
}
