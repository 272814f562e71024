/** One message at a time to everyone: how long until the last client has it. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { PEERS, ROOM, type Subject } from "../subjects.ts";
import { warmUp } from "./fan-out.ts";
import type { Bench, Figures, Scenario } from "./scenario.ts";

const CLIENTS = 5_000;

export const oneToAll: Scenario = {
  name: "one-to-all",
  about: `One message to ${CLIENTS} clients, twice a second: the time until the last has it.`,
  run(bench) {
    const subjects = bench.quick ? [ROOM] : [ROOM, ...PEERS];
    return bench.interleave("one-to-all", subjects, (subject) => once(bench, subject));
  },
  targets: () => [],
};

async function once(bench: Bench, subject: Subject): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const clients = bench.clients(CLIENTS);
  await generator.join({ ...subject, port: server.port, clients, sampled: clients });
  await warmUp(generator, bench);
  const before = server.cpuSeconds();
  const round = await generator.say({ rate: 2, ms: bench.ms(10_000), drainMs: bench.drainMs });
  return {
    "to the last, ms": round.toLast,
    "p50 ms": round.p50,
    "max ms": round.max,
    "CPU ms / message": ((server.cpuSeconds() - before) * 1000) / round.sent,
    wrong: round.wrong,
  };
}
