/** A storm of sign-ins beside a busy room: hashing passwords must not hold up the chat. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM } from "../subjects.ts";
import { warmUp } from "./fan-out.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 2_000;
const RATE = 50;
const CONCURRENCY = 16;
const RATIO = "p99 with / without";

export const signIns: Scenario = {
  name: "sign-ins",
  about: `${RATE} messages a second to ${CLIENTS} clients, then again beside ${CONCURRENCY} sign-ins at once.`,
  run: (bench) => bench.interleave("sign-ins", [ROOM], () => once(bench)),
  targets: (rows) => [atMost(1.3, "sign-in storm: p99 with / without", figure(rows, ROOM, RATIO))],
};

async function once(bench: Bench): Promise<Figures> {
  await using server = await Server.start(ROOM.command);
  await using generator = new Generator();
  await using stormer = new Generator();
  const { port } = server;
  await generator.join({ ...ROOM, port, clients: bench.clients(CLIENTS), sampled: 200 });
  await warmUp(generator, bench);
  await stormer.register(port);
  const ms = bench.ms(10_000);
  const load = { rate: RATE, ms, drainMs: bench.drainMs };
  const without = await generator.say(load);
  const [stormed, storm] = await Promise.all([
    generator.say(load),
    stormer.signIn({ port, concurrency: CONCURRENCY, ms }),
  ]);
  const answers = Object.values(storm.statuses).reduce((sum, count) => sum + count, 0);
  const signedIn = storm.statuses["200"] ?? 0;
  return {
    [RATIO]: stormed.p99 / without.p99,
    "p99 ms without": without.p99,
    "p99 ms with": stormed.p99,
    "signed in / s": (signedIn / storm.ms) * 1000,
    "turned away": answers - signedIn,
    wrong: stormed.wrong,
  };
}
