/** As many clients as a small server is asked to hold: what each weighs, then what they cost. */

import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { PEERS, ROOM, type Subject } from "../subjects.ts";
import { figuresOf } from "./fan-out.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const CLIENTS = 8_000;
const RATE = 20;
const SAMPLED = 100;
const KIB = "KiB / idle client";

export const fullHouse: Scenario = {
  name: "full-house",
  about: `${CLIENTS} clients join and rest, then ${RATE} messages a second.`,
  run(bench) {
    const subjects = bench.quick ? [ROOM] : [ROOM, ...PEERS];
    return bench.interleave("full-house", subjects, (subject) => once(bench, subject));
  },
  targets: (rows) => [
    atMost(6, "full house: resident KiB an idle client", figure(rows, ROOM, KIB)),
  ],
};

async function once(bench: Bench, subject: Subject): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const clients = bench.clients(CLIENTS);
  const early = clients / 4;
  const join = { ...subject, port: server.port };
  await generator.join({ ...join, clients: early, sampled: SAMPLED / 4 });
  // What starting left behind is given back by now, and the first clients' code is compiled.
  await bench.settle();
  const fewKiB = server.residentKiB();
  const before = server.cpuSeconds();
  const { ms } = await generator.join({
    ...join,
    clients: clients - early,
    sampled: (SAMPLED * 3) / 4,
  });
  const joining = server.cpuSeconds() - before;
  await bench.settle();
  const perClient = (server.residentKiB() - fewKiB) / (clients - early);
  const start = server.cpuSeconds();
  const round = await generator.say({ rate: RATE, ms: bench.ms(10_000), drainMs: bench.drainMs });
  return {
    [KIB]: perClient,
    "joined / s": ((clients - early) / ms) * 1000,
    "CPU ms / join": (joining * 1000) / (clients - early),
    ...figuresOf(round, server.cpuSeconds() - start),
  };
}
