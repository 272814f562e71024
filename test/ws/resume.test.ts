import { describe, expect, test } from "bun:test";
import type { Log } from "../../src/room/ports.ts";
import { RESUME_EVENTS } from "../../src/wire/limits.ts";
import { virtualClock } from "../harness/clock.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { type Client, connect } from "../harness/sockets.ts";
import { heard, join, logged, openAfter, range, say } from "./joining.ts";

/** Resolves once the server has read everything that was sent. */
async function seen(client: Client) {
  client.sendRaw("not a frame");
  await client.next("refused");
}

/** What of the log is read, by name. */
const READS: ReadonlySet<string | symbol> = new Set<keyof Log>([
  "state",
  "after",
  "history",
  "messagesAfter",
  "newest",
  "counts",
]);

describe.each(STORES)("coming back, on %s", (store) => {
  test("brings exactly what was missed: messages, deletions, topics and quiet places", async () => {
    await using room = await openRoom({ store });
    const token = await room.admin();
    const { id } = await room.member("banned");
    const { client } = await join(room.wsUrl);
    const { client: leaver } = await join(room.wsUrl);
    const last = await say(leaver, "I go");
    await leaver.close();

    const deletedLater = await say(client, "deleted later");
    const kept = await say(client, "kept");
    await room.call("DELETE", `/api/admin/message/${deletedLater}`, { token });
    await room.call("DELETE", `/api/admin/message/${last}`, { token });
    await room.call("POST", "/api/admin/user/ban", { token, body: { user_id: id } });
    await room.call("POST", "/api/admin/topic", { token, body: { topic: "Queues" } });
    const head = await heard(client, "head");

    const { client: back, welcome } = await join(room.wsUrl, { after: last });
    expect(welcome).toMatchObject({ recovered: true, seq: head });
    await back.next("message", ({ seq }) => seq === head);
    expect(logged(back.events)).toMatchObject([
      { type: "quiet", seq: deletedLater },
      { type: "message", seq: kept, text: "kept" },
      { type: "deleted", id: deletedLater },
      { type: "deleted", id: last },
      { type: "quiet" },
      { type: "topic", topic: "Queues" },
      { type: "message", seq: head, text: "head" },
    ]);
    expect(logged(back.events).map(({ seq }) => seq)).toEqual(range(last + 1, head));
  });

  test("with nothing missed brings nothing, and goes on with what is next", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const last = await heard(client, "last");
    const { client: back, welcome } = await join(room.wsUrl, { after: last });
    expect(welcome.recovered).toBe(true);
    await say(back, "next");
    await back.next("message", ({ text }) => text === "next");
    expect(logged(back.events).map(({ seq }) => seq)).toEqual([last + 1]);
  });

  test("costs no question to the store, however many come back at once", async () => {
    let asked = 0;
    const counting = (log: Log) =>
      new Proxy(log, {
        get(target, name) {
          // Nodes also look for what others stored; this is the only one, and its looks are not counted.
          if (name === "follow") return async () => false;
          if (READS.has(name)) asked++;
          const method: unknown = Reflect.get(target, name);
          return typeof method === "function" ? method.bind(target) : method;
        },
      });
    await using room = await openRoom({ store, log: counting });
    const { client } = await join(room.wsUrl);
    const first = await say(client, "first");
    const last = await heard(client, "last");
    const before = asked;
    const back = await Promise.all(
      range(1, 60).map((number) =>
        join(room.wsUrl, number % 2 === 0 ? { after: first } : {}, { deflate: number % 3 === 0 }),
      ),
    );
    for (const { client: one } of back) await one.next("message", ({ id }) => id === last);
    expect(before).toBeGreaterThan(0);
    expect(asked).toBe(before);
  });

  test("works across a restart", async () => {
    const place = await emptyStore(store);
    const env = { DATABASE_URL: place.url };
    let last = 0;
    {
      await using room = await openRoom({ env });
      const { client } = await join(room.wsUrl);
      last = await say(client, "before");
      await heard(client, "missed");
    }
    {
      await using room = await openRoom({ env });
      const { client: back, welcome } = await join(room.wsUrl, { after: last });
      expect(welcome).toMatchObject({ recovered: true, seq: last + 1 });
      expect(await back.next("message")).toMatchObject({ seq: last + 1, text: "missed" });
    }
    await place.remove();
  });

  test("after the room was cleared says so, and gives what is there now", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const before = await say(client, "before");
    await say(client, "before too");
    await room.call("DELETE", "/api/admin/clear-messages", { token: await room.admin() });
    const { seq: clearedAt } = await client.next("cleared");
    const head = await heard(client, "after");
    const { client: back, welcome } = await join(room.wsUrl, { after: before });
    expect(welcome.recovered).toBe(false);
    await back.next("message", ({ seq }) => seq === head);
    expect(logged(back.events)).toMatchObject([{ type: "message", text: "after" }]);

    const { client: close, welcome: near } = await join(room.wsUrl, { after: clearedAt - 1 });
    expect(near.recovered).toBe(true);
    await close.next("message", ({ seq }) => seq === head);
    expect(logged(close.events).map(({ type }) => type)).toEqual(["cleared", "message"]);
  });

  test("from the future says so, and gives a snapshot", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    const seq = await heard(client, "now");
    for (const after of [seq + 1, Number.MAX_SAFE_INTEGER]) {
      const { client: back, welcome } = await join(room.wsUrl, { after });
      expect(welcome).toMatchObject({ recovered: false, seq });
      expect(await back.next("message")).toMatchObject({ text: "now" });
    }
  });

  test("too late gives a snapshot, just in time gives every event", async () => {
    const env = { MESSAGES_PER_MINUTE: "100000" };
    await using room = await openAfter(RESUME_EVENTS + 5, store, { env });
    const { welcome: now } = await join(room.wsUrl);
    const inTime = now.seq - RESUME_EVENTS;
    const { client: late, welcome: tooLate } = await join(room.wsUrl, { after: inTime - 1 });
    expect(tooLate.recovered).toBe(false);
    await late.next("message", ({ seq }) => seq === now.seq);
    expect(logged(late.events)).toHaveLength(300);
    const { client: back, welcome } = await join(room.wsUrl, { after: inTime });
    expect(welcome.recovered).toBe(true);
    await back.next("message", ({ seq }) => seq === now.seq);
    expect(logged(back.events).map(({ seq }) => seq)).toEqual(range(inTime + 1, now.seq));
  });
});

describe("coming from a node that is gone to one that is behind", () => {
  test("brings what was missed, once that node has read it, and loses no place", async () => {
    const place = await emptyStore("postgres");
    const env = { DATABASE_URL: place.url };
    const clock = virtualClock("2026-03-01T11:00:00Z");
    const reading = Promise.withResolvers<void>();
    const behind = (log: Log) =>
      new Proxy(log, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== "function") return method;
          if (name !== "after" || !isOpen) return method.bind(target);
          return (...args: unknown[]) => reading.promise.then(() => method.apply(target, args));
        },
      });
    let isOpen = false;
    {
      await using here = await openRoom({ env, clock });
      await using there = await openRoom({ env, clock, log: behind });
      isOpen = true;
      const { client } = await join(here.wsUrl);
      const first = await heard(client, "held by both");
      const last = await heard(client, "held by the client alone");
      await client.close();

      const back = await connect(there.wsUrl);
      back.send({ type: "hello", after: last });
      back.send({ type: "say", ref: "at once", text: "said before the welcome" });
      const other = await connect(there.wsUrl);
      other.send({ type: "hello", after: first });
      await seen(back);
      expect(back.events.map(({ type }) => type)).toEqual(["refused"]);

      reading.resolve();
      expect(await back.next("welcome")).toMatchObject({ recovered: true, seq: last });
      expect(await back.next("ack")).toMatchObject({ ref: "at once", seq: last + 1 });
      await back.next("message", ({ seq }) => seq === last + 1);
      expect(logged(back.events).map(({ seq }) => seq)).toEqual([last + 1]);
      expect(await other.next("welcome")).toMatchObject({ recovered: true });
      await other.next("message", ({ seq }) => seq === last + 1);
      expect(logged(other.events).map(({ seq }) => seq)).toEqual([last, last + 1]);
    }
    await place.remove();
  });

  test("is sent on where that node cannot read the log in time, and not told that anything is lost", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    let isOpen = false;
    const silent = (log: Log) =>
      new Proxy(log, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== "function") return method;
          return name === "after" && isOpen
            ? () => new Promise(() => undefined)
            : method.bind(target);
        },
      });
    await using room = await openRoom({ clock, log: silent });
    const { welcome } = await join(room.wsUrl);
    isOpen = true;
    const back = await connect(room.wsUrl);
    back.send({ type: "hello", after: welcome.seq + 1 });
    await seen(back);
    await clock.advance(2_000);
    expect(await Promise.race([back.closed, back.next("welcome")])).toMatchObject({ code: 1001 });
    expect(back.events.map(({ type }) => type)).toEqual(["refused"]);
  });

  test("believes no client's number: a place that is far away is looked for once", async () => {
    let reads = 0;
    const counting = (log: Log) =>
      new Proxy(log, {
        get(target, name) {
          if (name === "after") reads++;
          const method: unknown = Reflect.get(target, name);
          return typeof method === "function" ? method.bind(target) : method;
        },
      });
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ clock, log: counting });
    const { client } = await join(room.wsUrl);
    const far = await connect(room.wsUrl);
    const before = reads;
    far.send({ type: "hello", after: Number.MAX_SAFE_INTEGER });
    await seen(far);
    expect(reads).toBe(before + 1);
    await heard(client, "one");
    await heard(client, "two");
    expect(reads).toBe(before + 1);
  });
});
