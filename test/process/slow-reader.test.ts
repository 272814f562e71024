import { expect, test } from "bun:test";
import { z } from "zod";
import { TEST_MS } from "../harness/limits.ts";
import { FAMILY, join, logged, range } from "../ws/joining.ts";
import { handshake } from "../ws/raw.ts";
import { folder, start } from "./program.ts";

const READERS = 8;
/** Some 20 MB for each reader: more than the kernel's buffers hold. */
const MESSAGES = 1_600;
const MB = 1024 * 1024;

test(
  "those who stop reading are cut, cost no memory, and disturb nobody",
  async () => {
    await using here = await folder();
    const env = { MESSAGES_PER_MINUTE: "1000000", LOG_LEVEL: "warn" };
    await using program = await start(here.path, env);
    const memory = async () => {
      const status = await Bun.file(`/proc/${program.pid}/status`).text();
      return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / MB;
    };
    const online = async () => {
      const health = await (await fetch(`${program.url}/health`)).json();
      return z.object({ connected_clients: z.number() }).parse(health).connected_clients;
    };
    const stalled = await Promise.all(
      Array.from({ length: READERS }, async (_, index) => {
        const protocol = index % 2 === 0 ? { "Sec-WebSocket-Protocol": "rageroom.v1" } : {};
        const reader = await handshake(program.wsUrl, protocol);
        if (index % 2 === 0) {
          reader.send('{"type":"hello"}');
          await reader.frame();
        }
        reader.pause();
        return reader;
      }),
    );
    const { client: speaker, welcome } = await join(program.wsUrl);
    const { client: listener } = await join(program.wsUrl);
    expect(await online()).toBe(READERS + 2);
    const before = await memory();

    let sent = 0;
    let peak = 0;
    const text = FAMILY.repeat(500);
    const sendOne = () => speaker.send({ type: "say", ref: `${sent++}`, text });
    for (let i = 0; i < 20; i++) sendOne();
    for (let acked = 1; acked <= MESSAGES; acked++) {
      await speaker.next("ack");
      if (sent < MESSAGES) sendOne();
      if (acked % 100 === 0) peak = Math.max(peak, await memory());
    }
    const last = welcome.seq + MESSAGES;
    await listener.next("message", ({ seq }) => seq === last);
    expect(logged(listener.events).map(({ seq }) => seq)).toEqual(range(welcome.seq + 1, last));
    expect(await online()).toBe(2);
    // Unbounded, they would hold READERS * 20 MB.
    expect(peak - before).toBeLessThan(100);
    for (const reader of stalled) {
      reader.resume();
      await reader.gone;
      expect(reader.received / MB).toBeLessThan(20);
    }
  },
  TEST_MS,
);
