import { expect, setDefaultTimeout, test } from "bun:test";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { nextMidnight } from "../../src/room/day.ts";
import type { Log } from "../../src/room/ports.ts";
import { Ready } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { keptLog, type LogLine, openRoom, type TestRoom } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { folder, start } from "../process/program.ts";

setDefaultTimeout(TEST_MS);

const READY = { ready: [200, { status: "ready" }], health: [200, "healthy"] };
const UNREADY = {
  ready: [503, { status: "not_ready", reason: "store" }],
  health: [503, "unhealthy"],
};

async function look({ url }: Pick<TestRoom, "url">): Promise<{
  ready: unknown[];
  health: unknown[];
}> {
  const ready = await fetch(`${url}/ready`);
  const health = await fetch(`${url}/health`);
  return {
    ready: [ready.status, Ready.strict().parse(await ready.json())],
    health: [health.status, (await health.json()).status],
  };
}

const eventsOf = (lines: LogLine[]) =>
  lines.flatMap(({ fields }) => ("event" in fields ? [fields.event] : [])).filter(isOfReadiness);
const isOfReadiness = (event: unknown) => event === "not_ready" || event === "ready_again";

test("a room whose next key cannot be written is not ready from midnight on, says so once, and recovers by itself", async () => {
  await using here = await folder();
  const key = join(here.path, "day");
  const clock = virtualClock("2026-03-01T22:00:00Z");
  const { logger, lines } = keptLog();
  const env = { DAY_KEY_FILE: key };
  await using room = await openRoom({ clock, logger, env });
  expect(await look(room)).toEqual(READY);
  await rm(key);
  await mkdir(key);
  await clock.advanceTo(nextMidnight(clock.now(), "Europe/Berlin") + 5_000);
  await using guest = await connect(room.wsUrl);
  guest.send({ type: "hello" });
  await guest.next("welcome");
  guest.send({ type: "say", ref: "1", text: "After midnight." });
  expect((await guest.next("refused")).code).toBe("unavailable");
  expect(await look(room)).toEqual(UNREADY);
  expect(await look(room)).toEqual(UNREADY);
  expect(eventsOf(lines)).toEqual(["not_ready"]);

  await rmdir(key);
  expect(await look(room)).toEqual(READY);
  guest.send({ type: "say", ref: "2", text: "At last." });
  await guest.next("ack");
  expect(eventsOf(lines)).toEqual(["not_ready", "ready_again"]);
});

test("where nobody asks and nobody speaks, a room looks by itself every second whether it can store again", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  const { logger, lines } = keptLog();
  const disk = { full: false };
  const looked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const log = (own: Log) =>
    new Proxy(own, {
      get(log, name) {
        if (name === "checkWritable") looked.shift()?.resolve();
        const isWrite = name === "append" || name === "checkWritable";
        const full = () => Promise.reject(new Error("database or disk is full"));
        return isWrite && disk.full ? full : Reflect.get(log, name);
      },
    });
  await using room = await openRoom({ clock, logger, log });
  const plain = await connectPlain(room.wsUrl);
  disk.full = true;
  plain.send({ user: "Ben", text: "Refused." });
  await plain.next(({ user }) => user === "System");
  const [first, second] = looked;
  await clock.advance(1_000);
  await first?.promise;
  disk.full = false;
  await clock.advance(1_000);
  await second?.promise;
  expect(await look(room)).toEqual(READY);
  expect(eventsOf(lines)).toEqual(["not_ready", "ready_again"]);
});

test("a full disk is not ready and not healthy, and one line says so", async () => {
  await using here = await folder();
  const env = { MESSAGES_PER_MINUTE: "1000000" };
  await using program = await start(here.path, env, "small files");
  expect(await look(program)).toEqual(READY);
  await using guest = await connect(program.wsUrl);
  guest.send({ type: "hello" });
  await guest.next("welcome");
  const answer = guest.next("refused");
  let isFull = false;
  void answer.then(() => {
    isFull = true;
  });
  for (let ref = 0; !isFull; ref++) {
    guest.send({ type: "say", ref: `${ref}`, text: "x".repeat(500) });
    await Promise.race([answer, guest.next("ack")]);
  }
  expect((await answer).code).toBe("unavailable");
  expect(await look(program)).toEqual(UNREADY);
  expect(await look(program)).toEqual(UNREADY);
  expect(program.output().match(/"event":"not_ready"/g)).toHaveLength(1);
});

test("a room that drains is healthy and not ready", async () => {
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const log = (own: Log) =>
    new Proxy(own, {
      get(log, name) {
        if (name !== "append") return Reflect.get(log, name);
        return async (...args: Parameters<Log["append"]>) => {
          asked.resolve();
          await held.promise;
          return log.append(...args);
        };
      },
    });
  await using room = await openRoom({ log });
  const plain = await connectPlain(room.wsUrl);
  plain.send({ user: "Ben", text: "On its way." });
  await asked.promise;
  const stopped = room.stop();
  const { ready, health } = await look(room);
  expect(ready).toEqual([503, { status: "not_ready", reason: "draining" }]);
  expect(health).toEqual([200, "healthy"]);
  held.resolve();
  await stopped;
});
