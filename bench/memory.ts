/** `npx bun bench/memory.ts`: what an idle client costs the room's process, and where that goes. */

import { fullGC, heapStats } from "bun:jsc";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/config.ts";
import { startApp } from "../src/server.ts";
import { Generator } from "./generator.ts";
import { ROOM } from "./subjects.ts";

const CLIENTS = 8_000;
/** What starting and the first clients leave behind is in neither reading. */
const EARLY = 2_000;
const SETTLED_MS = 3_000;
/** Fewer than one for so many clients is not theirs. */
const SHARE = 0.5;

const folder = await mkdtemp(join(tmpdir(), "bench-"));
const config = readConfig({
  ...ROOM.command.env,
  DATABASE_URL: `sqlite:${join(folder, "memory.db")}`,
  PORT: "0",
});
const app = await startApp(config);
const generator = new Generator();
const port = Number(app.url.port);

await generator.join({ ...ROOM, port, clients: EARLY, sampled: 0 });
const few = await reading();
await generator.join({ ...ROOM, port, clients: CLIENTS - EARLY, sampled: 0 });
const many = await reading();

console.log(`${CLIENTS} clients, idle; a client, over the first ${EARLY}:`);
console.log(`| resident | ${bytes(few.resident, many.resident)} |`);
console.log(`| objects of JavaScript | ${bytes(few.heap, many.heap)} |`);
console.log(`| what they hold outside its heap | ${bytes(few.extra, many.extra)} |`);
for (const [type, count] of Object.entries(many.types)) {
  const each = (count - (few.types[type] ?? 0)) / (CLIENTS - EARLY);
  if (each >= SHARE) console.log(`| ${type} | ${each.toFixed(2)} |`);
}
await generator[Symbol.asyncDispose]();
await app.stop();
await rm(folder, { recursive: true });
process.exit();

async function reading() {
  await Bun.sleep(SETTLED_MS);
  fullGC();
  const { heapSize, extraMemorySize, objectTypeCounts } = heapStats();
  return {
    resident: process.memoryUsage.rss(),
    heap: heapSize - extraMemorySize,
    extra: extraMemorySize,
    types: objectTypeCounts,
  };
}

function bytes(before: number, after: number): string {
  return `${Math.round((after - before) / (CLIENTS - EARLY))} bytes`;
}
