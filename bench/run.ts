/** `npm run bench`: every scenario, ours and the peers in one run, and a report of it. */

import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { plot } from "./plot.ts";
import { commit, machine, markdown, met, processorTicks, type Section } from "./report.ts";
import { bytes } from "./scenarios/bytes.ts";
import { coldStart } from "./scenarios/cold-start.ts";
import { busy, flood, floodLarge, full, quiet } from "./scenarios/fan-out.ts";
import { fullHouse } from "./scenarios/full-house.ts";
import { ingest } from "./scenarios/ingest.ts";
import { mixLarge, mixSmall } from "./scenarios/mix.ts";
import { oneFile } from "./scenarios/one-file.ts";
import { oneToAll } from "./scenarios/one-to-all.ts";
import { reconnect } from "./scenarios/reconnect.ts";
import { Bench, type Scenario } from "./scenarios/scenario.ts";
import { sealing } from "./scenarios/sealing.ts";
import { signIns } from "./scenarios/sign-ins.ts";
import { slowTenth } from "./scenarios/slow-tenth.ts";
import { threeNodes } from "./scenarios/three-nodes.ts";

const SCENARIOS: readonly Scenario[] = [
  quiet,
  busy,
  full,
  flood,
  floodLarge,
  mixSmall,
  mixLarge,
  threeNodes,
  fullHouse,
  oneToAll,
  reconnect,
  slowTenth,
  signIns,
  ingest,
  coldStart,
  oneFile,
  bytes,
  sealing,
];
const FOLDER = fileURLToPath(new URL(".", import.meta.url));

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});
const chosen = choose(values.only);
await installPeers();
// A signal ends the process, and its end the servers and the generator.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

const bench = new Bench(values.quick);
const [loadBefore = 0] = loadavg();
const ticks = processorTicks();
const started = new Date().toISOString();
const sections: Section[] = [];
for (const scenario of chosen) {
  const rows = await scenario.run(bench);
  const { name, about } = scenario;
  sections.push({ name, about, rows, targets: scenario.targets(rows) });
}
const now = processorTicks();
const whole = !values.quick && values.only === undefined;
const report = {
  started,
  machine: machine(),
  commit: commit(),
  loadBefore,
  stealPercent: ((now.stolen - ticks.stolen) / (now.all - ticks.all)) * 100,
  size: whole ? "full" : "partial",
  quick: values.quick,
  sections,
} as const;
const file = (extension: string) => `${FOLDER}results/${report.size}.${extension}`;
await Bun.write(file("json"), `${JSON.stringify(report, null, 2)}\n`);
await Bun.write(file("md"), markdown(report));
await Bun.write(file("svg"), plot(report));
console.log(markdown(report));
const missed = sections.flatMap(({ targets }) => targets).filter((target) => !met(target));
bench.progress(`Done. ${missed.length} targets missed. Written to bench/results/${report.size}.*`);

function choose(only: string | undefined): readonly Scenario[] {
  const names = only?.split(",") ?? SCENARIOS.map(({ name }) => name);
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    const known = SCENARIOS.map(({ name }) => name).join(", ");
    console.error(`No scenario “${unknown.join("”, “")}”. There are: ${known}.`);
    process.exit(2);
  }
  return SCENARIOS.filter(({ name }) => names.includes(name));
}

async function installPeers(): Promise<void> {
  if (await Bun.file(`${FOLDER}node_modules/socket.io/package.json`).exists()) return;
  console.error("Installing the peers…");
  const npm = Bun.spawn(["npm", "ci", "--prefix", FOLDER], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if ((await npm.exited) !== 0) throw new Error("npm ci for the peers failed.");
}
