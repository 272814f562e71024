/**
 * `npx bun torture/churn.ts --minutes=60 --people=300`: people come, speak and go, with a midnight at
 * the next full hour. Prints what the room's process holds every ten seconds, and draws it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Room } from "../client/index.ts";
import { Token } from "../src/wire/http.ts";
import { endOnSignals, newFolder, removeFolder } from "./cleanup.ts";
import { drawChurn, type Sample } from "./draw-churn.ts";
import { MAIN, NodeProcess, WITH_HEAP } from "./node-process.ts";
import { Random } from "./random.ts";
import { sqliteGround } from "./storage-target.ts";
import { Visitor, words } from "./visitor.ts";

const SAMPLE_MS = 10_000;
const STAY_S = 60;
const SAY_EVERY_S = 40;
/** Said at once, before the answers to all of them are waited for. */
const FILL_AT_ONCE = 50;
const ADMIN_PASSWORD = "the churn has an admin";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "60" },
    people: { type: "string", default: "300" },
    /** So many messages are said before anybody comes: a room that holds all it ever keeps. */
    fill: { type: "string", default: "0" },
    /** Whether to collect at each sample, and to say what is left. */
    heap: { type: "boolean", default: false },
    /** Where the picture goes. */
    out: { type: "string", default: "docs/churn.svg" },
  },
});
const seconds = Number(values.minutes) * 60;
const people = Number(values.people);
endOnSignals();

const random = new Random(1);
const folder = newFolder();
const target = sqliteGround(folder);
const node = new NodeProcess({
  name: "room",
  folder,
  databaseUrl: target.url,
  dayKey: target.dayKey("room"),
  entry: values.heap ? WITH_HEAP : MAIN,
  env: { TIMEZONE: zoneWithMidnightAtNextHour(), ADMIN_PASSWORD },
});
await node.start();

const url = `http://127.0.0.1:${node.port}/`;
await fill(Number(values.fill));
const delays: number[] = [];
const failures = new Map<string, number>();
const visitors = Array.from({ length: people }, (_, at) => {
  const own = random.fork(`visitor ${at}`);
  return new Visitor(
    url,
    own,
    { stayS: STAY_S, sayEveryS: SAY_EVERY_S },
    {
      stored: (ms) => delays.push(ms),
      failed: (why) => failures.set(why, (failures.get(why) ?? 0) + 1),
    },
  );
});
const started = performance.now();
const samples: Sample[] = [];
let stored = 0;
let came = 0;
while (performance.now() - started < seconds * 1_000) {
  if (values.heap) await node.tell("collect");
  await Bun.sleep(SAMPLE_MS);
  const taken = delays.splice(0).toSorted((one, other) => one - other);
  stored += taken.length;
  came = visitors.reduce((sum, { visits }) => sum + visits, 0);
  const sample = {
    minute: (performance.now() - started) / 60_000,
    mebibytes: memoryOf(node.pid),
    descriptors: readdirSync(`/proc/${node.pid}/fd`).length,
    p50: taken[Math.floor(taken.length / 2)] ?? 0,
    p99: taken[Math.floor(taken.length * 0.99)] ?? 0,
  };
  samples.push(sample);
  console.log(JSON.stringify(sample));
  if (values.heap) console.log(node.log().trim().split("\n").at(-1));
}
for (const visitor of visitors) visitor.leave();
const code = await node.stop();
removeFolder(folder);
const refused = [...failures].map(([why, count]) => `${count} ${why}`).join(", ") || "none";
const summary = `${came} visits of ${people} people at once, ${stored} messages stored, not stored: ${refused}`;
console.log(`${summary}; the room ended with ${code}.`);
await Bun.write(values.out, drawChurn(samples, summary));
process.exit(code === 0 ? 0 : 1);

/** Said by the admin, whom no limit of newcomers holds back. */
async function fill(count: number): Promise<void> {
  if (count === 0) return;
  const answer = await fetch(`${url}api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "admin@rageroom.com", password: ADMIN_PASSWORD }),
  });
  const { access_token: token } = Token.parse(await answer.json());
  const room = new Room(url, { token });
  for (let said = 0; said < count; said += FILL_AT_ONCE) {
    const answers = Array.from({ length: FILL_AT_ONCE }, () => room.say(words(random)));
    const lost = (await Promise.all(answers)).find(({ isStored }) => !isStored);
    if (lost) throw new Error(`The room cannot be filled: ${JSON.stringify(lost)}`);
  }
  room.leave();
}

function memoryOf(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kibibytes) / 1_024;
}

/** Every full hour is midnight somewhere. `Etc/GMT-2` is two hours ahead of UTC. */
function zoneWithMidnightAtNextHour(): string {
  const next = (new Date().getUTCHours() + 1) % 24;
  const behind = next <= 12 ? next : next - 24;
  return behind === 0 ? "Etc/GMT" : `Etc/GMT${behind > 0 ? "+" : ""}${behind}`;
}
