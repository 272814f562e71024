/**
 * `npx bun torture/hostile.ts`: two thousand hostile sockets of each kind beside an honest pair. Prints
 * what they cost the pair and the room's memory. The pair waits longer beside many readers too, as each is sent what
 * it says: a kind that makes its p99 half as long again as so many readers do is exit code 1.
 */
import { constants, loadavg, setPriority } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Server } from "../bench/server.ts";
import { room } from "../bench/subjects.ts";
import { endOnSignals, keepTrackOf } from "./cleanup.ts";
import { Deeds, type Plan } from "./hostile/crowd.ts";
import { hostileKinds } from "./hostile/kinds.ts";
import { Pair } from "./hostile/pair.ts";

const CROWD = new URL("./hostile/crowd.ts", import.meta.url).pathname;
const ADMIN = { email: "admin@rageroom.com", password: "a password of the admin" };
/** So that a member of staff may say ten a second. What the hostile may do grows with it, 24 times. */
const MESSAGES_PER_MINUTE = "600";
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
  "| kind | acts a s | came back | p99 ms without | beside | beside readers = 1 | heard | MiB before | during | after | KiB a socket | CPU s |",
);
console.log("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
const readersP99 = await beside(READERS);
let failures = 0;
for (const name of names) {
  if (name === READERS) continue;
  const ratio = (await beside(name, readersP99)) / readersP99;
  if (!(ratio <= MOST)) failures += 1;
}
console.log(`\n${names.length} kinds, ${failures} beyond ${MOST} times`);
process.exit(failures === 0 ? 0 : 1);

/** The pair's p99 beside that kind, in milliseconds; infinite where something was not heard. */
async function beside(kind: string, readers?: number): Promise<number> {
  const env = { MESSAGES_PER_MINUTE, ADMIN_PASSWORD: ADMIN.password };
  await using server = await Server.start(room(env));
  const { port } = server;
  const plan: Plan = {
    port,
    kind,
    sockets,
    everyMs: Number(values.every),
    calls: await callsOf(port),
  };
  const pair = await Pair.join(port, ADMIN);
  await pair.talk(Math.min(WARM_UP_MS, talkMs));
  const without = await pair.talk(talkMs);
  const before = server.residentKiB();

  const crowd = keepTrackOf(
    Bun.spawn([process.execPath, CROWD, JSON.stringify(plan)], {
      stdout: "pipe",
      stderr: "inherit",
    }),
  );
  // The processors of those who attack are not the room's.
  setPriority(crowd.pid, constants.priority.PRIORITY_LOW);
  const reader = crowd.stdout.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const cpu = server.cpuSeconds();
  const hostile = await pair.talk(talkMs);
  const during = server.residentKiB();
  const spent = server.cpuSeconds() - cpu;
  crowd.kill("SIGTERM");
  const deeds = Deeds.parse(JSON.parse((await reader.read()).value ?? ""));
  await crowd.exited;
  await Bun.sleep(Math.min(SETTLE_MS, talkMs));
  const after = server.residentKiB();
  pair.leave();

  const mebibytes = (kibibytes: number) => (kibibytes / 1024).toFixed(0);
  const cells = [
    kind,
    Math.round(deeds.acts / (talkMs / 1_000)),
    deeds.returns,
    without.p99.toFixed(1),
    hostile.p99.toFixed(1),
    (hostile.p99 / (readers ?? hostile.p99)).toFixed(2),
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

async function callsOf(port: number): Promise<Plan["calls"]> {
  const answer = await fetch(`http://127.0.0.1:${port}/openapi.json`);
  const { paths } = Reference.parse(await answer.json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), path]),
  );
}
