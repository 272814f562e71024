/** One fault on one store: a room is opened, struck again and again, brought to rest and checked. */
import { type PostgresServer, startPostgres } from "../test/harness/postgres-server.ts";
import { check, type Violation } from "./check.ts";
import { newFolder, removeFolder } from "./cleanup.ts";
import { Cluster } from "./cluster.ts";
import type { Fault, Size } from "./faults/fault.ts";
import type { Random } from "./random.ts";
import type { Store } from "./storage-target.ts";
import type { Row } from "./table.ts";

export interface Terms {
  store: Store;
  size: Size;
  random: Random;
  /** Started when first asked for; shared. */
  server: () => Promise<PostgresServer>;
  progress: (sentence: string) => void;
  /** Aborted: no further strike, but the verdict on those that were. */
  ended: AbortSignal;
}

/** Never rejects for what the room does: that is a violation. */
export async function faultRun(fault: Fault, terms: Terms): Promise<Row> {
  const { store, size } = terms;
  const times = fault.times(size, store);
  const skipped = (note: string): Row => {
    return {
      store,
      fault: fault.name,
      times: 0,
      acked: 0,
      refused: 0,
      returns: 0,
      violations: [],
      waits: [],
      note,
    };
  };
  if (times === 0) return skipped("not run at this size");
  if (!fault.diskMebibytes) {
    const server = store === "postgres" ? await terms.server() : null;
    return runFault(fault, times, terms, server, null);
  }
  const disk = newFolder(fault.diskMebibytes[store]);
  if (disk === null) return skipped("not run, as this user may not mount a disk");
  try {
    if (store === "sqlite") return await runFault(fault, times, terms, null, disk);
    await using server = await startPostgres({ durable: true, under: disk });
    return await runFault(fault, times, terms, server, disk);
  } finally {
    removeFolder(disk);
  }
}

async function runFault(
  fault: Fault,
  times: number,
  { store, random, progress, ended }: Terms,
  server: PostgresServer | null,
  disk: string | null,
): Promise<Row> {
  const { entry, skewsMs, relaysPostgres = false } = fault;
  const plan = { store, server, random, entry, skewsMs, relaysPostgres, disk };
  await using cluster = await Cluster.open(plan);
  const waits: number[] = [];
  const violations: Violation[] = [];
  try {
    for (let at = 0; at < times && !ended.aborted; at++) {
      const wait = await fault.strike(cluster, at);
      waits.push(wait);
      progress(`${store}: ${fault.name}, ${at + 1} of ${times}, well after ${Math.round(wait)} ms`);
    }
  } catch (error) {
    violations.push({ kind: "other", what: String(error) });
  }
  violations.push(...(await verdict(cluster)));
  const witnesses = cluster.clients.map(({ witness }) => witness);
  const sum = (count: (witness: (typeof witnesses)[number]) => number) =>
    witnesses.reduce((total, witness) => total + count(witness), 0);
  return {
    store,
    fault: fault.name,
    times: waits.length,
    acked: sum(({ acked }) => acked.size),
    refused: sum(({ refused }) => refused),
    returns: sum(({ runs }) => runs.length - 1),
    violations,
    waits,
  };
}

async function verdict(cluster: Cluster): Promise<Violation[]> {
  const unsettled = await cluster.settle();
  const found: Violation[] = unsettled.map((what) => ({ kind: "other", what }));
  found.push(
    ...check(
      cluster.clients.map(({ witness }) => witness),
      await cluster.stored(),
    ),
  );
  for (const node of cluster.nodes) {
    const code = await node.stop();
    if (code !== 0)
      found.push({ kind: "other", what: `${node.name} ended with ${code} on SIGTERM` });
  }
  return found;
}
