/**
 * `npx bun torture/hostile.ts`: two thousand hostile sockets of each kind beside an honest pair. Prints
 * what they cost the pair and the room's memory. The pair waits longer beside many readers too, as each is sent what
 * it says: a kind that makes its p99 half as long again as so many readers do is exit code 1.
 *
 * Those who attack are on the same machine, and take of its processors what they take. So there is a control: the
 * room with as many readers, and beside it the same attack on a server that does nothing (`hostile/bare.ts`). What the
 * pair waits longer there is the machine's; what it waits longer beside the kind than beside its control is the room's.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Server } from "../bench/server.ts";
import { room } from "../bench/subjects.ts";
import { endOnSignals } from "./cleanup.ts";
import { BARE } from "./hostile/bare-server.ts";
import type { Plan } from "./hostile/crowd.ts";
import { Crowd } from "./hostile/crowd-process.ts";
import { hostileKinds } from "./hostile/kinds.ts";
import { Pair } from "./hostile/pair.ts";

const ADMIN = { email: "admin@rageroom.com", password: "a password of the admin" };
/** So that a member of staff may say ten a second. What the hostile may do grows with it, 24 times. */
const ENV = { MESSAGES_PER_MINUTE: "600", ADMIN_PASSWORD: ADMIN.password };
const WARM_UP_MS = 2_000;
/** The kernel tells the room of thousands that have left, and the room lets go of them. */
const SETTLE_MS = 3_000;
const MOST = 1.5;
/** They say hello and read, as honest people do. */
const READERS = "silent after the hello";

const Reference = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

const { values } = parseArgs({
  options: {
    sockets: { type: "string", default: "2000" },
    seconds: { type: "string", default: "10" },
    /** Milliseconds between two acts of one socket. */
    every: { type: "string", default: "1000" },
    /** Words of kinds, between commas. */
    only: { type: "string" },
  },
});
const sockets = Number(values.sockets);
const talkMs = Number(values.seconds) * 1_000;
const only = values.only?.split(",");
endOnSignals();

const names = Object.keys(hostileKinds([["GET", "/"]])).filter(
  (name) => only?.some((word) => name.includes(word)) ?? true,
);
const [load = 0] = loadavg();
console.log(
  `${sockets} sockets, an act each ${values.every} ms, ${values.seconds} s a kind; load before: ${load.toFixed(1)}`,
);
console.log(
  "| kind | acts a s | came back | p99 ms without | beside | beside readers = 1 | control ms | beside readers = 1 | more than the control | heard | MiB before | during | after | KiB a socket | CPU s |",
);
console.log("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
const readersP99 = await beside(READERS);
let failures = 0;
for (const name of names) {
  if (name === READERS) continue;
  const control = await besideControl(name);
  const ratio = (await beside(name, { readers: readersP99, control })) / readersP99;
  if (!(ratio <= MOST)) failures += 1;
}
console.log(`\n${names.length} kinds, ${failures} beyond ${MOST} times`);
process.exit(failures === 0 ? 0 : 1);

/** The pair's p99 beside that kind, in milliseconds; infinite where something was not heard. */
async function beside(kind: string, than?: { readers: number; control: number }): Promise<number> {
  await using server = await Server.start(room(ENV));
  const pair = await Pair.join(server.port, ADMIN);
  await pair.talk(Math.min(WARM_UP_MS, talkMs));
  const without = await pair.talk(talkMs);
  const before = server.residentKiB();

  const crowd = await Crowd.come(await planOf(kind, server.port));
  const cpu = server.cpuSeconds();
  const hostile = await pair.talk(talkMs);
  const during = server.residentKiB();
  const spent = server.cpuSeconds() - cpu;
  const deeds = await crowd.leave();
  await Bun.sleep(Math.min(SETTLE_MS, talkMs));
  const after = server.residentKiB();
  pair.leave();

  const mebibytes = (kibibytes: number) => (kibibytes / 1024).toFixed(0);
  const { readers, control } = than ?? { readers: hostile.p99, control: hostile.p99 };
  const cells = [
    kind,
    Math.round(deeds.acts / (talkMs / 1_000)),
    deeds.returns,
    without.p99.toFixed(1),
    hostile.p99.toFixed(1),
    (hostile.p99 / readers).toFixed(2),
    control.toFixed(1),
    (control / readers).toFixed(2),
    ((hostile.p99 - control) / readers).toFixed(2),
    `${hostile.heard} of ${hostile.said}`,
    mebibytes(before),
    mebibytes(during),
    mebibytes(after),
    ((during - before) / sockets).toFixed(1),
    spent.toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
  return hostile.heard === hostile.said ? hostile.p99 : Number.POSITIVE_INFINITY;
}

/** The pair's p99 beside as many readers, while a server that does nothing is attacked. */
async function besideControl(kind: string): Promise<number> {
  await using server = await Server.start(room(ENV));
  await using bare = await Server.start(BARE);
  const pair = await Pair.join(server.port, ADMIN);
  const readers = await Crowd.come(await planOf(READERS, server.port));
  const attack = await Crowd.come({ ...(await planOf(kind, server.port)), port: bare.port });
  const { p99 } = await pair.talk(talkMs);
  await Promise.all([readers.leave(), attack.leave()]);
  pair.leave();
  return p99;
}

async function planOf(kind: string, port: number): Promise<Plan> {
  return { port, kind, sockets, everyMs: Number(values.every), calls: await callsOf(port) };
}

async function callsOf(port: number): Promise<Plan["calls"]> {
  const answer = await fetch(`http://127.0.0.1:${port}/openapi.json`);
  const { paths } = Reference.parse(await answer.json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), path]),
  );
}
