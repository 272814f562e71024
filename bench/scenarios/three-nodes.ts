/** A room of three nodes on one PostgreSQL: what its readers are given, and what each part takes of it. */

import { startPostgres } from "../../test/harness/postgres-server.ts";
import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM, room } from "../subjects.ts";
import { figuresOf, REST_MS, SAMPLED, warmUp } from "./fan-out.ts";
import { freshDatabase } from "./ingest.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 1_500;
const RATE = 100;
const NODES = 3;

export const threeNodes: Scenario = {
  name: "three-nodes",
  about: `${RATE} messages a second to ${CLIENTS} clients of ${NODES} nodes on one PostgreSQL, which shares their processors; its own CPU is not in the figure.`,
  async run(bench) {
    await using postgres = await startPostgres({ durable: true });
    return await bench.interleave("three-nodes", [ROOM], () => once(bench, postgres.url));
  },
  targets: (rows) => [atMost(0, "three nodes: clients that miss any", figure(rows, ROOM, "wrong"))],
};

async function once(bench: Bench, postgres: string): Promise<Figures> {
  const env = { DATABASE_URL: await freshDatabase(postgres), SECRET_KEY: crypto.randomUUID() };
  await using started = new AsyncDisposableStack();
  const nodes: Server[] = [];
  for (let node = 0; node < NODES; node += 1)
    nodes.push(started.use(await Server.start(room(env))));
  await using generator = new Generator();
  const clients = Math.floor(bench.clients(CLIENTS) / NODES);
  const sampled = Math.floor(SAMPLED / NODES);
  for (const { port } of nodes) await generator.join({ ...ROOM, port, clients, sampled });
  await warmUp(generator, bench);
  await Bun.sleep(REST_MS);
  const cpu = () => nodes.reduce((sum, node) => sum + node.cpuSeconds(), 0);
  const before = cpu();
  const ms = bench.ms(10_000);
  const round = await generator.say({ rate: RATE, ms, drainMs: bench.drainMs });
  return figuresOf(round, cpu() - before);
}
