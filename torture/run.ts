/** `npm run torture`: breaks a room in every way there is while it talks, and counts what that cost. */
import { parseArgs } from "node:util";
import { type PostgresServer, startPostgres } from "../test/harness/postgres-server.ts";
import { endOnSignals } from "./cleanup.ts";
import type { Fault } from "./faults/fault.ts";
import { fullDisk } from "./faults/full-disk.ts";
import { killNode, killPostgres, terminateBackends } from "./faults/kills.ts";
import { midnight } from "./faults/midnight.ts";
import { clientNetwork, freezeNode, postgresNetwork, stallReaders } from "./faults/networks.ts";
import { Random } from "./random.ts";
import { faultRun } from "./run-fault.ts";
import { STORES } from "./storage-target.ts";
import { syncBeforeAck } from "./sync.ts";
import { type Row, table } from "./table.ts";

const FAULTS = {
  "kill-node": killNode,
  "kill-postgres": killPostgres,
  terminate: terminateBackends,
  "client-network": clientNetwork,
  "postgres-network": postgresNetwork,
  freeze: freezeNode,
  stall: stallReaders,
  disk: fullDisk,
  midnight,
} satisfies Record<string, Fault>;
/** Not a fault: looked at from outside. */
const SYNC = "sync";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: `${Math.floor(Math.random() * 1e9)}` },
    kills: { type: "string" },
    store: { type: "string", default: "both" },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: [...Object.keys(FAULTS), SYNC].join(",") },
  },
});
const seed = whole("seed", values.seed);
const kills = whole("kills", values.kills ?? (values.quick ? "2" : "20"));
const stores = STORES.filter((store) => values.store === "both" || values.store === store);
if (stores.length === 0) giveUp(`--store takes ${STORES.join(", ")} or both.`);
const names = values.only.split(",");
const known = [...Object.keys(FAULTS), SYNC];
if (names.some((name) => !known.includes(name))) giveUp(`--only takes ${known.join(", ")}.`);

const interrupted = new AbortController();
process.once("SIGINT", () => {
  progress("Ending after this strike; once more to end at once.");
  interrupted.abort();
  endOnSignals();
});
process.once("SIGTERM", () => process.exit(143));
progress(
  `Seed ${seed}. The same choices again: npm run torture -- --seed=${seed} --kills=${kills}`,
);
let shared: Promise<PostgresServer> | undefined;
const server = () => {
  shared ??= startPostgres({ durable: true });
  return shared;
};
const rows: Row[] = [];
for (const store of stores) {
  for (const [name, fault] of Object.entries(FAULTS)) {
    if (!names.includes(name) || !fault.stores.includes(store) || interrupted.signal.aborted)
      continue;
    const random = new Random(seed).fork(`${store} ${name}`);
    const size = { kills, quick: values.quick };
    const ended = interrupted.signal;
    note(await faultRun(fault, { store, size, random, server, progress, ended }));
  }
}
if (names.includes(SYNC) && stores.includes("sqlite") && !interrupted.signal.aborted) {
  for (const level of ["FULL", "NORMAL"] as const) {
    note(await syncBeforeAck(level, new Random(seed).fork(SYNC)));
    progress(`sqlite: a sync before each ack looked for, synchronous=${level}`);
  }
}
await (await shared)?.[Symbol.asyncDispose]();

console.log(table(rows));
const violations = rows.flatMap((row) => row.violations);
console.log(`\nSeed ${seed}, ${violations.length} violations`);
process.exit(violations.length === 0 ? 0 : 1);

function note(row: Row): void {
  rows.push(row);
  for (const { kind, what } of row.violations.slice(0, 10)) progress(`  ${kind}: ${what}`);
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) giveUp(`--${name} takes a whole number.`);
  return Number(text);
}

function progress(sentence: string): void {
  console.error(sentence);
}

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
