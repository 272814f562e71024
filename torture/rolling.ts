/**
 * Three nodes behind one address, a thousand clients, and a restart of one node after the other. With
 * `--from` the nodes begin as an earlier version, become this one, and go back.
 */
import { parseArgs } from "node:util";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { check, type Violation } from "./check.ts";
import { endOnSignals, newFolder, removeFolder } from "./cleanup.ts";
import { Client } from "./client.ts";
import { isHere, openFront, PROXIES } from "./front-proxy.ts";
import { MAIN, NodeProcess } from "./node-process.ts";
import { buildEarlier, buildThis, LAST_RELEASE } from "./one-file.ts";
import { Random } from "./random.ts";
import { headOf, postgresGround, storedIn } from "./storage-target.ts";

const NODES = 3;
const MESSAGES_A_SECOND = 5;
const JOINING_A_SECOND = 250;
const SETTLED_WITHIN_MS = 60_000;

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "1000" },
    /** The first of them that is installed, unless named. */
    proxy: { type: "string" },
    /** By TLS, behind Caddy. */
    tls: { type: "boolean", default: false },
    /** How many milliseconds after a node is told to end everyone must be back on another. */
    within: { type: "string", default: "2000" },
    /** A program in one file, a commit, or `release`, the last version that has a number. */
    from: { type: "string" },
  },
});
const size = Number(values.clients);
const withinMs = Number(values.within);
const wanted = values.tls ? "caddy" : values.proxy;
const proxy = PROXIES.find((name) => (wanted === undefined ? isHere(name) : name === wanted));
if (proxy === undefined) throw new Error(`--proxy takes one of ${PROXIES.join(", ")}.`);
if (!isHere(proxy)) throw new Error(`${proxy} is not installed here.`);
endOnSignals();

const upgrade = values.from === undefined ? null : await programs(values.from);
const random = new Random(1);
const folder = newFolder();
await using server = await startPostgres({ durable: true });
const storageTarget = await postgresGround(server, folder);
const nodes = Array.from({ length: NODES }, (_, at) => {
  const name = `node-${at}`;
  const dayKey = storageTarget.dayKey(name);
  return new NodeProcess({
    name,
    folder,
    databaseUrl: storageTarget.url,
    dayKey,
    entry: upgrade?.earlier ?? MAIN,
  });
});
const [storing] = nodes;
if (!storing) throw new Error("There are no nodes.");
await Promise.all(nodes.map((node) => node.start()));
await using front = await openFront(
  proxy,
  folder,
  nodes.map(({ port }) => port),
  values.tls,
);
say(`Three nodes behind ${front.name}.`);

const clients: Client[] = [];
for (let at = 0; at < size; at++) {
  clients.push(new Client(`c${at}`, [front.url], random.fork(`client ${at}`)));
  await Bun.sleep(1_000 / JOINING_A_SECOND);
}
await until("everyone is in", async () => clients.every(({ welcomed }) => welcomed));
say(`${size} clients are in.`);

const talk = setInterval(() => random.pick(clients).say("grr"), 1_000 / MESSAGES_A_SECOND);
const violations: Violation[] = [];
if (upgrade === null) {
  for (const node of nodes) await restart(node);
} else {
  const { earlier, present, version } = upgrade;
  for (const node of nodes) await restart(node, present);
  say(await storing.verb(present, ["downgrade", version]));
  for (const node of nodes) await restart(node, earlier);
}
clearInterval(talk);
await until("everyone has seen everything", async () => {
  const head = await headOf(storageTarget);
  return clients.every(({ unanswered, place }) => unanswered === 0 && place === head);
});

const witnesses = clients.map(({ witness }) => witness);
violations.push(...check(witnesses, await storedIn(storageTarget, storing.name)));
for (const client of clients) client.leave();
const count = (of: (witness: (typeof witnesses)[number]) => number) =>
  witnesses.reduce((sum, witness) => sum + of(witness), 0);
const returns = count(({ runs }) => runs.length - 1);
const recovered = count(({ runs }) => runs.slice(1).filter((run) => run.recovered).length);
for (const { kind, what } of violations.slice(0, 10)) say(`  ${kind}: ${what}`);
console.log(
  `${size} clients, ${count(({ acked }) => acked.size)} acked, ${returns} came back (${recovered} without a gap), ${violations.length} violations`,
);
await Promise.all(nodes.map((node) => node.kill()));
removeFolder(folder);
process.exitCode = violations.length === 0 ? 0 : 1;

/** What `--from` names, and this checkout, each in one file. */
async function programs(from: string) {
  const earlier = await buildEarlier(from === "release" ? LAST_RELEASE : from);
  const present = await buildThis();
  const version = (await Bun.$`${earlier} version`.text()).trim();
  say(`From ${version} (${from}) to this, and back.`);
  return { earlier, present, version };
}

async function restart(node: NodeProcess, entry?: string): Promise<void> {
  const stopping = performance.now();
  const code = await node.stop();
  if (code !== 0) violations.push({ kind: "other", what: `${node.name} ended with ${code}` });
  const stopped = Math.round(performance.now() - stopping);
  const started = Math.round(await node.start(entry));
  await until("everyone is back", async () => clients.every(({ welcomed }) => welcomed));
  const last = Math.max(...clients.map(({ welcomedAt }) => welcomedAt));
  const back = Math.max(0, Math.round(last - stopping));
  if (back > withinMs) violations.push({ kind: "other", what: `everyone back after ${back} ms` });
  say(
    `${node.name}: drained in ${stopped} ms, up in ${started} ms, everyone back after ${back} ms`,
  );
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await isSo())) {
    if (performance.now() - started > SETTLED_WITHIN_MS)
      throw new Error(`It never came that ${what}.`);
    await Bun.sleep(100);
  }
}

function say(sentence: string): void {
  console.error(sentence);
}
