/** One evening on the wire: a room of its own is opened, filled, raided and looked at. */
import { existsSync } from "node:fs";
import { cpuSecondsOf } from "../bench/server.ts";
import { nextMidnight } from "../src/room/day.ts";
import { NOON_ZONE } from "../test/harness/noon-zone.ts";
import type { PostgresServer } from "../test/harness/postgres-server.ts";
import { newFolder, removeFolder } from "../torture/cleanup.ts";
import { NodeProcess, WITH_CLOCK } from "../torture/node-process.ts";
import { postgresGround, sqliteGround } from "../torture/storage-target.ts";
import { Moderator, type Time } from "./moderator.ts";
import { type Person, type Plan, ROUNDS } from "./plan.ts";
import { RaiderProcess } from "./raider-process.ts";
import { type Hidden, Reader, type Shown } from "./reader.ts";
import { reportHonest } from "./reporting.ts";
import type { Sent, Turned } from "./sent.ts";
import { Speaker } from "./speaker.ts";
import { STAFF, WireDesk } from "./wire-desk.ts";

/** What a person of the evening came to: moments by `performance.now()`. */
export interface Newcomer {
  arrivedAt: number;
  tried: boolean;
  firstStoredAt: number | null;
}

export interface Outcome {
  raidAt: number;
  endAt: number;
  /** By everyone, what was said before the evening included. */
  sent: readonly Sent[];
  turned: readonly Turned[];
  newcomers: readonly Newcomer[];
  shown: readonly Shown[];
  hidden: readonly Hidden[];
  /** How often the room raised its shield by itself. */
  shields: number;
  /** Of staff, where they came: when each button was pressed, and of what reports counted afterwards. */
  presses: readonly number[];
  reportedSince: number;
  /** Of the room's process alone, while the raid lasts; NaN where the system does not say. */
  cpuSeconds: number;
  /** Of the process that the raiders are in; NaN where there is none. */
  raidersCpuSeconds: number;
}

/** Those who are heard have been there for so long, by the room's clock. */
const PRESENT_MS = 35 * 60_000;
const STEP_MS = 30_000;
/** So many speak at a time before the evening: no more than a careful room lets pass at once. */
const GROUP = 10;
const BEFORE_MIDNIGHT_MS = 2_000;
const SETTLED_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 20;
/** Only a room that hangs takes longer, beside the evening itself, on the busiest machine too. */
const OPENED_AND_SETTLED_WITHIN_MS = 300_000;

const WALL: Time = { now: () => performance.now(), sleep: (ms) => Bun.sleep(ms) };

/** On SQLite where there is no server. Rejects where the room does not start, or hangs. */
export async function evening(plan: Plan, server: PostgresServer | null): Promise<Outcome> {
  const folder = newFolder();
  const target = server ? await postgresGround(server, folder) : sqliteGround(folder);
  const node = new NodeProcess({
    name: "node",
    folder,
    databaseUrl: target.url,
    dayKey: target.dayKey("node"),
    entry: WITH_CLOCK,
    env: {
      MESSAGES_PER_MINUTE: "25",
      TRUSTED_PROXIES: "127.0.0.1",
      ADMIN_EMAIL: STAFF.email,
      ADMIN_PASSWORD: STAFF.password,
    },
  });
  const url = `ws://127.0.0.1:${node.port}/ws`;
  const apart = plan.people.filter(playsApart);
  const speakers = plan.people
    .filter((person) => !playsApart(person))
    .map((person) => new Speaker(person, url));
  const raiders = new RaiderProcess();
  const reader = new Reader(url);
  const desk = new WireDesk(node.port);
  const staff = plan.staffMs === undefined ? null : new Moderator(desk, WALL);
  const whole = async () => {
    await node.start();
    await reader.enter();
    const midnight = plan.isAfterMidnight ? nextMidnight(Date.now(), NOON_ZONE) : null;
    await beHeard(speakers, node, midnight);
    if (midnight !== null) {
      await node.tell(`${midnight - BEFORE_MIDNIGHT_MS - Date.now()}`);
      await reader.nextDay;
    }
    if (staff) await desk.open((event) => staff.see(event));
    await raiders.ready;
    const playRaid = (start: number) => raiders.play(apart, url, start, plan.endMs);
    return await played(plan, speakers, playRaid, reader, node, staff);
  };
  try {
    return await within(plan.endMs + OPENED_AND_SETTLED_WITHIN_MS, whole());
  } finally {
    for (const speaker of speakers) speaker.leave();
    reader.leave();
    staff?.leave();
    desk.close();
    await raiders.end();
    await node.kill();
    removeFolder(folder);
  }
}

/**
 * Those who are heard come, and speak in rounds while the room's clock moves on, so that each has
 * been there for over half an hour. Up to midnight, where that is given: a room that was silent for
 * long before it protects nobody.
 */
async function beHeard(
  speakers: readonly Speaker[],
  node: NodeProcess,
  midnight: number | null,
): Promise<void> {
  const heard = speakers.filter(({ person }) => person.before.length > 0);
  const groups = Map.groupBy(heard, (speaker) => Math.floor(heard.indexOf(speaker) / GROUP));
  const stepMs = Math.max(STEP_MS, Math.ceil(PRESENT_MS / (ROUNDS * groups.size)));
  let at = midnight === null ? Date.now() : midnight - (ROUNDS * groups.size + 1) * stepMs;
  let ahead = 0;
  const moveOn = async () => {
    ahead = Math.max(ahead, at - Date.now());
    await node.tell(`${ahead}`);
    at += stepMs;
  };
  await moveOn();
  await Promise.all(heard.map((speaker) => speaker.enter()));
  for (let round = 0; round < ROUNDS; round++) {
    for (const group of groups.values()) {
      await Promise.all(group.map((speaker) => speaker.say(speaker.person.before[round] ?? "")));
      await moveOn();
    }
  }
  const refused = heard.flatMap(({ sent }) =>
    sent.filter(({ answer }) => !answer || !("seq" in answer)),
  );
  if (refused.length > 0) {
    throw new Error(`${refused.length} messages were refused before the evening.`);
  }
}

async function played(
  plan: Plan,
  speakers: readonly Speaker[],
  playRaid: (start: number) => ReturnType<RaiderProcess["play"]>,
  reader: Reader,
  node: NodeProcess,
  staff: Moderator | null,
): Promise<Outcome> {
  const start = performance.now();
  void staff?.play(start + (plan.staffMs ?? 0));
  const cpuAt = async (ms: number) => {
    await Bun.sleep(Math.max(0, start + ms - performance.now()));
    return existsSync("/proc/self/stat") ? cpuSecondsOf(node.pid) : Number.NaN;
  };
  const [before, after, raid] = await Promise.all([
    cpuAt(plan.raidMs),
    cpuAt(plan.endMs),
    playRaid(start),
    reportHonest(speakers, start + plan.raidMs, start + plan.endMs, WALL),
    ...speakers.map((speaker) => speaker.play(start, plan.endMs)),
  ]);
  staff?.leave();
  const sent = () => [...speakers.flatMap((speaker) => speaker.sent), ...raid.sent];
  await settled(speakers, sent, reader);
  return {
    raidAt: start + plan.raidMs,
    endAt: start + plan.endMs,
    sent: sent(),
    turned: [...speakers.flatMap(({ turned }) => turned), ...raid.turned],
    newcomers: speakers
      .filter(({ person }) => person.side === "new")
      .map((speaker) => newcomerOf(speaker, start)),
    shown: [...reader.shown],
    hidden: [...reader.hidden],
    shields: reader.shields,
    presses: staff?.presses ?? [],
    reportedSince: staff?.reportedSince.size ?? 0,
    cpuSeconds: after - before,
    raidersCpuSeconds: raid.cpuSeconds,
  };
}

/** Those who were heard before the raid speak before it with the others. */
function playsApart({ side, before }: Person): boolean {
  return side === "raid" && before.length === 0;
}

export function newcomerOf(
  { person, sent }: Pick<Speaker, "person" | "sent">,
  start: number,
): Newcomer {
  const stored = sent.flatMap(({ answer }) => (answer && "seq" in answer ? [answer.atMs] : []));
  const firstStoredAt = stored.length > 0 ? Math.min(...stored) : null;
  return { arrivedAt: start + person.arrivesMs, tried: sent.length > 0, firstStoredAt };
}

/** Resolves once everyone has their answers and the reader has all that was stored, or too late. */
async function settled(
  speakers: readonly Speaker[],
  sent: () => Sent[],
  reader: Reader,
): Promise<void> {
  const asked = performance.now();
  const last = () =>
    sent().reduce(
      (most, { answer }) => Math.max(most, answer && "seq" in answer ? answer.seq : 0),
      0,
    );
  while (performance.now() - asked < SETTLED_WITHIN_MS) {
    if (speakers.every(({ isAtRest }) => isAtRest) && reader.place >= last()) return;
    await Bun.sleep(LOOK_EVERY_MS);
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("The evening does not end.")), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
