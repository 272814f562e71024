/** Networks that are slow, cut, or silent; nodes and readers that stand still. */
import type { Cluster } from "../cluster.ts";
import type { Relay } from "../network-relay.ts";
import type { Fault } from "./fault.ts";
import { some } from "./fault.ts";

const slow = async (cluster: Cluster, relays: readonly Relay[]) => {
  for (const relay of relays) relay.delay(cluster.random.whole(20, 200));
  await Bun.sleep(1_500);
  for (const relay of relays) relay.delay(0);
};
const cut = async (_arena: Cluster, relays: readonly Relay[]) => {
  for (const relay of relays) relay.cut();
};
const silent = async (cluster: Cluster, relays: readonly Relay[]) => {
  cluster.random.pick(relays).abandon();
};

/** In turn, so that even a few strikes have one of each. */
const WAYS = [cut, silent, slow];

async function strikeNetwork(
  cluster: Cluster,
  at: number,
  relays: readonly Relay[],
): Promise<number> {
  await Bun.sleep(cluster.random.whole(0, 500));
  await WAYS[at % WAYS.length]?.(cluster, relays);
  const over = performance.now();
  await cluster.healthy();
  await cluster.stores();
  return performance.now() - over;
}

export const clientNetwork: Fault = {
  name: "network to the clients slow, cut, half-open",
  stores: ["sqlite", "postgres"],
  times: ({ kills, quick }, store) => {
    if (quick) return store === "sqlite" ? 1 : 0;
    return Math.max(WAYS.length, some(kills, 0.06));
  },
  strike: (cluster, at) => strikeNetwork(cluster, at, cluster.fronts),
};

export const postgresNetwork: Fault = {
  name: "network to PostgreSQL slow, cut, half-open",
  relaysPostgres: true,
  stores: ["postgres"],
  times: ({ kills, quick }) => (quick ? 0 : Math.max(WAYS.length, some(kills, 0.045))),
  strike: (cluster, at) => strikeNetwork(cluster, at, cluster.backs),
};

/** Past every timeout there is, or just long enough for clients to leave. */
const FREEZES_MS = [13_000, 1_000, 4_000];

export const freezeNode: Fault = {
  name: "SIGSTOP of a node, then SIGCONT",
  stores: ["sqlite", "postgres"],
  times: ({ kills, quick }) => (quick ? 0 : some(kills, 0.015)),
  async strike(cluster, at) {
    await Bun.sleep(cluster.random.whole(0, 300));
    const node = cluster.random.pick(cluster.nodes);
    node.freeze();
    await Bun.sleep(FREEZES_MS[at % FREEZES_MS.length] ?? 0);
    const thawed = performance.now();
    node.thaw();
    await cluster.healthy();
    await cluster.stores();
    return performance.now() - thawed;
  },
};

/** The longest message there may be: 500 characters of 25 bytes. */
const LONGEST = "👨‍👩‍👧‍👦".repeat(480);
const STALL_MS = 15_000;

export const stallReaders: Fault = {
  name: "readers that stall",
  stores: ["sqlite", "postgres"],
  times: ({ kills, quick }) => (quick ? 0 : some(kills, 0.005)),
  async strike(cluster) {
    cluster.talk(() => LONGEST);
    const restart = cluster.fronts.map((front) => front.stall(() => cluster.random.next() < 0.3));
    await Bun.sleep(STALL_MS);
    for (const goOn of restart) goOn();
    cluster.talk();
    const over = performance.now();
    await cluster.healthy();
    await cluster.stores();
    return performance.now() - over;
  },
};
