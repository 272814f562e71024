/** A tenth of the readers stop reading; the others must not notice. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM } from "../subjects.ts";
import { warmUp } from "./fan-out.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 2_000;
const RATE = 300;
const RATIO = "p99 with / without";

export const slowTenth: Scenario = {
  name: "slow-tenth",
  about: `${RATE} messages a second to ${CLIENTS} clients, then again while a tenth read nothing.`,
  run: (bench) => bench.interleave("slow-tenth", [ROOM], () => once(bench)),
  targets: (rows) => [atMost(1.3, "slow tenth: p99 with / without", figure(rows, ROOM, RATIO))],
};

async function once(bench: Bench): Promise<Figures> {
  await using server = await Server.start(ROOM.command);
  await using generator = new Generator();
  const { port } = server;
  await generator.join({ ...ROOM, port, clients: bench.clients(CLIENTS), sampled: 200 });
  await warmUp(generator, bench);
  const load = { rate: RATE, ms: bench.ms(15_000), drainMs: bench.drainMs };
  const without = await generator.say(load);
  const before = server.residentKiB();
  const { stalled } = await generator.stall(0.1);
  const slowed = await generator.say(load);
  return {
    [RATIO]: slowed.p99 / without.p99,
    "p99 ms without": without.p99,
    "p99 ms with": slowed.p99,
    stalled,
    "MiB held more": (server.residentKiB() - before) / 1024,
    wrong: slowed.wrong,
  };
}
