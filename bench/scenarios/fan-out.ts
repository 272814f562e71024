/** A crowd that listens while a few dozen speak: quiet, busy, full, and a flood. */

import { Generator } from "../generator.ts";
import type { Round } from "../load/commands.ts";
import { Server } from "../server.ts";
import { BARE_SENDS, PEERS, ROOM, ROOM_DEFLATED, type Subject } from "../subjects.ts";
import { bareSends, FRAME_BYTES, FRAMES_PER_CPU, ownShare } from "./bare-sends.ts";
import {
  atLeast,
  atMost,
  type Bench,
  type Figures,
  figure,
  type Row,
  type Scenario,
  type Target,
} from "./scenario.ts";

export const SAMPLED = 200;
export const PER_CPU = "deliveries / CPU s";

interface Load {
  readonly clients: number;
  readonly rate: number;
  /** Of bare sends beside it: what a frame of the room's has in this load. */
  readonly frameBytes?: number;
}

export const quiet = fanOut("quiet", { clients: 1_000, rate: 1 }, (rows) => [
  atMost(5, "quiet p50, ms", figure(rows, ROOM, "p50 ms")),
  atMost(20, "quiet p99, ms", figure(rows, ROOM, "p99 ms")),
]);

export const busy = fanOut("busy", { clients: 2_000, rate: 50 }, (rows) => {
  const cpu = (subject: Pick<Subject, "name">) => figure(rows, subject, "CPU s");
  return [
    atMost(25, "busy p50, ms", figure(rows, ROOM, "p50 ms")),
    atMost(0.5, "busy: CPU s, times ws's", cpu(ROOM) / cpu({ name: "ws" })),
  ];
});

/** What both peers can carry. */
export const full = fanOut("full", { clients: 2_000, rate: 100 }, () => []);

export const FLOOD: Load = { clients: 2_000, rate: 300, frameBytes: 5_700 };

export const flood = fanOut("flood", FLOOD, (rows) => [
  atMost(0.4, "flood: share of the CPU besides bare sends", ownShareOf(rows)),
  ...[ROOM, ROOM_DEFLATED].flatMap((room) => {
    const ours = figure(rows, room, PER_CPU);
    const times = (name: string) => ours / figure(rows, { name }, PER_CPU);
    return [
      atLeast(30, `flood, ${room.name}: deliveries a CPU s, times Socket.IO's`, times("Socket.IO")),
      atLeast(20, `flood, ${room.name}: deliveries a CPU s, times ws's`, times("ws")),
      atMost(120, `flood, ${room.name}: p99, ms`, figure(rows, room, "p99 ms")),
      atMost(0, `flood, ${room.name}: clients that miss any`, figure(rows, room, "wrong")),
    ];
  }),
]);

export const floodLarge: Scenario = {
  name: "flood-large",
  about: "300 messages a second to 10000 clients.",
  run(bench) {
    const load = { clients: 10_000, rate: 300, frameBytes: 10_500 };
    const subjects = [ROOM, ROOM_DEFLATED, BARE_SENDS];
    return bench.interleave("flood-large", subjects, (subject) => listenTo(bench, subject, load));
  },
  targets: (rows) => [
    atLeast(4_500_000, "large flood: deliveries a CPU s", figure(rows, ROOM, PER_CPU)),
    atMost(0.25, "large flood: share of the CPU besides bare sends", ownShareOf(rows)),
    atMost(0, "large flood: clients that miss any", figure(rows, ROOM, "wrong")),
  ],
};

function ownShareOf(rows: readonly Row[]): number {
  const frames = (subject: Subject) => figure(rows, subject, FRAMES_PER_CPU);
  return ownShare(frames(ROOM), frames(BARE_SENDS));
}

function fanOut(name: string, load: Load, targets: (rows: readonly Row[]) => Target[]): Scenario {
  return {
    name,
    about: `${load.rate} messages a second to ${load.clients} clients.`,
    targets,
    run(bench) {
      const compared = !bench.quick || name === "flood";
      const bare = name === "flood" ? [BARE_SENDS] : [];
      const subjects = compared ? [ROOM, ROOM_DEFLATED, ...PEERS, ...bare] : [ROOM];
      return bench.interleave(name, subjects, (subject) => listenTo(bench, subject, load));
    },
  };
}

/** One subject under the load, from its start to its end. */
export async function listenTo(bench: Bench, subject: Subject, load: Load): Promise<Figures> {
  if (subject === BARE_SENDS) return await bareSends(bench, load);
  await using server = await Server.start(subject.command);
  await using generator = new Generator();
  const clients = bench.clients(load.clients);
  await generator.join({ ...subject, port: server.port, clients, sampled: SAMPLED });
  await warmUp(generator, bench);
  const before = server.cpuSeconds();
  const round = await generator.say({
    rate: load.rate,
    ms: bench.ms(10_000),
    drainMs: bench.drainMs,
  });
  return figuresOf(round, server.cpuSeconds() - before);
}

/** Longer than a full room waits between two beats: its first message is not the last of the warm-up's. */
export const REST_MS = 1_000;

/** Compiled code and full pools are what a room runs on but for its first second. */
export async function warmUp(generator: Generator, bench: Bench): Promise<void> {
  await generator.say({ rate: 20, ms: bench.ms(2_000), drainMs: bench.drainMs });
  await Bun.sleep(REST_MS);
}

export function figuresOf(round: Round, cpu: number): Figures {
  return {
    [PER_CPU]: round.delivered / cpu,
    [FRAMES_PER_CPU]: round.frames / cpu,
    "messages / frame": round.delivered / round.frames,
    [FRAME_BYTES]: round.bytes / round.frames,
    "CPU s": cpu,
    offered: round.offered,
    "delivered %": (round.delivered / round.offered) * 100,
    wrong: round.wrong,
    "p50 ms": round.p50,
    "p99 ms": round.p99,
    "max ms": round.max,
    "generator late ms": round.late,
  };
}
