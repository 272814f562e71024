/** A crowd that listens while a few dozen speak: quiet, busy, and a flood. */

import { Generator } from "../generator.ts";
import type { Round } from "../load/orders.ts";
import { Server } from "../server.ts";
import { PEERS, ROOM, ROOM_DEFLATED, type Subject } from "../subjects.ts";
import {
  type Bench,
  type Figures,
  figure,
  type Row,
  type Scenario,
  type Target,
} from "./scenario.ts";

const SAMPLED = 200;
const DRAIN_MS = 5_000;
const PER_CPU = "deliveries / CPU s";

interface Load {
  readonly clients: number;
  readonly rate: number;
}

export const quiet = fanOut("quiet", { clients: 1_000, rate: 1 }, (rows) => [
  { what: "quiet p50, ms", at: "most", limit: 5, figure: figure(rows, ROOM, "p50 ms") },
  { what: "quiet p99, ms", at: "most", limit: 20, figure: figure(rows, ROOM, "p99 ms") },
]);

export const busy = fanOut("busy", { clients: 2_000, rate: 50 }, () => []);

export const flood = fanOut("flood", { clients: 2_000, rate: 300 }, (rows) => {
  const ours = figure(rows, ROOM, PER_CPU);
  const times = (name: string, limit: number): Target => ({
    what: `flood, times ${name}'s deliveries a CPU second`,
    at: "least",
    limit,
    figure: ours / figure(rows, { name }, PER_CPU),
  });
  return [
    times("Socket.IO", 30),
    times("ws", 20),
    { what: "flood p99, ms", at: "most", limit: 120, figure: figure(rows, ROOM, "p99 ms") },
    {
      what: "flood, clients that miss a message",
      at: "most",
      limit: 0,
      figure: figure(rows, ROOM, "wrong"),
    },
  ];
});

function fanOut(name: string, load: Load, targets: (rows: readonly Row[]) => Target[]): Scenario {
  return {
    name,
    about: `${load.rate} messages a second to ${load.clients} clients.`,
    targets,
    run(bench) {
      const compared = !bench.quick || name === "flood";
      const subjects = compared ? [ROOM, ROOM_DEFLATED, ...PEERS] : [ROOM];
      return bench.interleave(name, subjects, (subject) => once(bench, subject, load));
    },
  };
}

async function once(bench: Bench, subject: Subject, load: Load): Promise<Figures> {
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const clients = bench.clients(load.clients);
  await generator.join({ ...subject, port: server.port, clients, sampled: SAMPLED });
  await warmUp(generator);
  const before = server.cpuSeconds();
  const round = await generator.say({ rate: load.rate, ms: bench.ms(10_000), drainMs: DRAIN_MS });
  return figuresOf(round, server.cpuSeconds() - before);
}

/** Compiled code and full pools are what a room runs on but for its first second. */
export async function warmUp(generator: Generator): Promise<void> {
  await generator.say({ rate: 20, ms: 1_000, drainMs: DRAIN_MS });
}

export function figuresOf(round: Round, cpu: number): Figures {
  return {
    [PER_CPU]: round.delivered / cpu,
    "CPU s": cpu,
    offered: round.offered,
    "delivered %": (round.delivered / round.offered) * 100,
    wrong: round.wrong,
    "p50 ms": round.p50,
    "p99 ms": round.p99,
    "max ms": round.max,
    "generator CPU %": (round.generatorCpu / round.ms) * 100_000,
  };
}
