import { expect, test } from "bun:test";
import { z } from "zod";
import { TEST_MS } from "../harness/limits.ts";
import type { Client } from "../harness/sockets.ts";
import { FAMILY, join, logged, range } from "../ws/joining.ts";
import { handshake } from "../ws/raw.ts";
import { folder, type Program, start } from "./program.ts";

const READERS = 16;
/** Some 20 MB for each reader: more than the kernel's buffers hold. */
const MESSAGES = 1_600;
const MB = 1024 * 1024;
/** Half of what they would hold if nothing bounded it. */
const FAR_TOO_MUCH = (READERS * 20) / 2;

test(
  "those who stop reading are cut, cost no memory, and disturb nobody",
  async () => {
    // What the messages cost by themselves is the machine's and the collector's business.
    const usual = await peakWith(0);
    const peak = await peakWith(READERS);
    expect(peak - usual).toBeLessThan(FAR_TOO_MUCH);
  },
  TEST_MS,
);

/** The most memory, in MB, that a program of its own has while all is said and so many do not read. */
async function peakWith(readers: number): Promise<number> {
  await using here = await folder();
  const env = { MESSAGES_PER_MINUTE: "1000000", LOG_LEVEL: "warn" };
  await using program = await start(here.path, env);
  const stalled = await stall(program.wsUrl, readers);
  const { client: speaker, welcome } = await join(program.wsUrl);
  const { client: listener } = await join(program.wsUrl);
  expect(await online(program)).toBe(readers + 2);
  const peak = await speak(speaker, program);
  const last = welcome.seq + MESSAGES;
  await listener.next("message", ({ seq }) => seq === last);
  expect(logged(listener.events).map(({ seq }) => seq)).toEqual(range(welcome.seq + 1, last));
  expect(await online(program)).toBe(2);
  for (const reader of stalled) {
    reader.resume();
    await reader.gone;
    expect(reader.received / MB).toBeLessThan(20);
  }
  return peak;
}

/** Half of them in each mode; they read the welcome and then no more. */
function stall(url: string, readers: number) {
  return Promise.all(
    range(1, readers).map(async (number) => {
      const protocol = number % 2 === 0 ? { "Sec-WebSocket-Protocol": "rageroom.v1" } : {};
      const reader = await handshake(url, protocol);
      if (number % 2 === 0) {
        reader.send('{"type":"hello"}');
        await reader.frame();
      }
      reader.pause();
      return reader;
    }),
  );
}

/** Says all the messages, twenty at a time; the most memory that the program had meanwhile, in MB. */
async function speak(speaker: Client, program: Program): Promise<number> {
  const text = FAMILY.repeat(500);
  let peak = 0;
  let sent = 0;
  const sendOne = () => {
    sent++;
    speaker.send({ type: "say", ref: crypto.randomUUID(), text });
  };
  for (let i = 0; i < 20; i++) sendOne();
  for (let acked = 1; acked <= MESSAGES; acked++) {
    await speaker.next("ack");
    if (sent < MESSAGES) sendOne();
    if (acked % 100 === 0) peak = Math.max(peak, await memory(program));
  }
  return peak;
}

async function memory({ pid }: Program): Promise<number> {
  const status = await Bun.file(`/proc/${pid}/status`).text();
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / MB;
}

async function online({ url }: Program): Promise<number> {
  const health = await (await fetch(`${url}/health`)).json();
  return z.object({ connected_clients: z.number() }).parse(health).connected_clients;
}
