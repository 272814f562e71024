import { describe, expect, test } from "bun:test";
import type { Log } from "../../src/room/ports.ts";
import { SUBMISSIONS_IN_FLIGHT } from "../../src/wire/limits.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join, logged, refusal, say } from "./joining.ts";

/** The real log, but what is appended goes through `append`. */
function appending(
  append: (real: Log, ...args: Parameters<Log["append"]>) => ReturnType<Log["append"]>,
) {
  return (real: Log): Log =>
    new Proxy(real, {
      get(target, name) {
        if (name === "append") return (...args: Parameters<Log["append"]>) => append(real, ...args);
        const member: unknown = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
}

describe.each(STORES)("what is said, on %s", (store) => {
  test("reaches everyone once, under one seq that the ack names, and is stored", async () => {
    await using room = await openRoom({ store });
    const { client, welcome } = await join(room.wsUrl);
    const { client: other } = await join(room.wsUrl, {}, { deflate: true });
    const plain = await connectPlain(room.wsUrl);
    const seq = await say(client, "  no \r\n\r\n\r\n\r\nway\t! ");
    const text = "no \n\nway !";
    const message = await client.next("message", ({ id }) => id === seq);
    expect(message).toMatchObject({ seq, text, user: welcome.you.name, kind: "guest" });
    expect(await other.next("message")).toEqual(message);
    expect(await plain.next()).toMatchObject({ id: seq, user: message.user, text });
    const history = await (await room.call("GET", "/api/messages")).json();
    expect(history).toMatchObject({ messages: [{ id: seq, text, user: message.user }] });
  });

  test("the same ref again is the same message, at once, later, and after coming back", async () => {
    await using room = await openRoom({ store });
    const { client, welcome } = await join(room.wsUrl);
    for (let i = 0; i < 3; i++) client.send({ type: "say", ref: "r", text: `try ${i}` });
    const acks = [await client.next("ack"), await client.next("ack"), await client.next("ack")];
    const [seq = 0] = acks.map((ack) => ack.seq);
    expect(acks.map((ack) => ack.seq)).toEqual([seq, seq, seq]);
    expect(await say(client, "later", "r")).toBe(seq);
    await client.close();
    const { client: back } = await join(room.wsUrl, { guest: welcome.you.guest });
    expect(await say(back, "after coming back", "r")).toBe(seq);
    const { client: other } = await join(room.wsUrl);
    expect(await say(other, "another's ref of that name", "r")).toBe(seq + 1);
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages).toMatchObject([{ text: "try 0" }, { text: "another's ref of that name" }]);
  });

  test("many voices at once are heard in one order by all", async () => {
    await using room = await openRoom({ store });
    const joined = await Promise.all([0, 1, 2, 3].map(() => join(room.wsUrl)));
    const clients = joined.map(({ client }) => client);
    const seqs = await Promise.all(
      clients.flatMap((client) => ["a", "b", "c", "d", "e"].map((text) => say(client, text))),
    );
    const last = Math.max(...seqs);
    const heard = await Promise.all(
      clients.map(async (client) => {
        await client.next("message", ({ seq }) => seq === last);
        return logged(client.events);
      }),
    );
    expect(heard[0]?.map(({ seq }) => seq)).toEqual(seqs.toSorted((a, b) => a - b));
    for (const events of heard) expect(events).toEqual(heard[0] ?? []);
  });
});

describe("an ack", () => {
  test("comes after the commit, and so does the message", async () => {
    const started = Promise.withResolvers<void>();
    const commit = Promise.withResolvers<void>();
    const log = appending(async (real, ...args) => {
      started.resolve();
      await commit.promise;
      return real.append(...args);
    });
    await using room = await openRoom({ log });
    const { client } = await join(room.wsUrl);
    client.send({ type: "say", ref: "r", text: "held" });
    await started.promise;
    // Whoever joins now is answered after anything that was sent before.
    const { client: other, welcome } = await join(room.wsUrl);
    client.send({ type: "roll" });
    await client.next("you");
    expect(client.events.map(({ type }) => type)).not.toContain("ack");
    expect(logged(client.events)).toEqual([]);
    expect(logged(other.events)).toEqual([]);
    commit.resolve();
    expect((await client.next("ack")).seq).toBe(welcome.seq + 1);
    await other.next("message");
  });

  test("does not come when the store fails: refused, delivered to nobody, and it may be tried again", async () => {
    let broken = true;
    const log = appending(async (real, ...args) => {
      if (broken) throw new Error("The disk is full.");
      return real.append(...args);
    });
    await using room = await openRoom({ log });
    const { client } = await join(room.wsUrl);
    const { client: other } = await join(room.wsUrl);
    const refused = await refusal(client, "try", "r");
    expect(refused).toMatchObject({ code: "unavailable", retry_after: expect.any(Number) });
    broken = false;
    const seq = await say(client, "try again", "r");
    await other.next("message", ({ id }) => id === seq);
    expect(logged(other.events)).toMatchObject([{ text: "try again" }]);
  });

  test("whose commit came through although the answer was lost: heard once, acked when asked again", async () => {
    let lost = true;
    const log = appending(async (real, ...args) => {
      const appended = await real.append(...args);
      if (lost) throw new Error("The connection was lost.");
      return appended;
    });
    await using room = await openRoom({ log });
    const { client } = await join(room.wsUrl);
    expect(await refusal(client, "once", "r")).toMatchObject({ code: "unavailable" });
    const heard = await client.next("message");
    lost = false;
    expect(await say(client, "once", "r")).toBe(heard.seq);
    const next = await say(client, "next");
    await client.next("message", ({ seq }) => seq === next);
    expect(logged(client.events).map(({ seq }) => seq)).toEqual([heard.seq, next]);
  });

  test("is owed to a bounded number of messages: one more is refused as busy", async () => {
    const commit = Promise.withResolvers<void>();
    const log = appending(async (real, ...args) => {
      await commit.promise;
      return real.append(...args);
    });
    await using room = await openRoom({ log, env: { MESSAGES_PER_MINUTE: "1000" } });
    const { client } = await join(room.wsUrl);
    for (let i = 0; i < SUBMISSIONS_IN_FLIGHT; i++)
      client.send({ type: "say", ref: `${i}`, text: "x" });
    expect(await refusal(client, "one more", "more")).toMatchObject({ code: "busy" });
    commit.resolve();
    for (let i = 0; i < SUBMISSIONS_IN_FLIGHT; i++) await client.next("ack");
    await say(client, "one more", "more");
  });
});
