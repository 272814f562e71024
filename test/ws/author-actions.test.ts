import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { type Client, connect } from "../harness/sockets.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

async function guest(url: string): Promise<Client> {
  const client = await connect(url);
  client.send({ type: "hello" });
  await client.next("welcome");
  return client;
}

async function say(client: Client, text: string): Promise<number> {
  client.send({ type: "say", ref: text, text });
  return (await client.next("ack", ({ ref }) => ref === text)).seq;
}

describe.each(STORES)("one's own words, on %s", (store) => {
  test("a message taken back leaves every page, and says that its author did it", async () => {
    await using room = await openRoom({ store });
    await using anna = await guest(room.wsUrl);
    await using bert = await guest(room.wsUrl);
    const id = await say(anna, "Said too soon.");
    bert.send({ type: "erase", id });
    expect((await bert.next("refused")).code).toBe("not_found");
    anna.send({ type: "erase", id });
    expect(await bert.next("deleted")).toMatchObject({ id, by: "author" });
    const { messages } = await room.call("GET", "/api/messages").then((answer) => answer.json());
    expect(messages).toEqual([]);
  });

  test("to be forgotten takes everything back and says how much it was", async () => {
    await using room = await openRoom({ store });
    await using anna = await guest(room.wsUrl);
    await using bert = await guest(room.wsUrl);
    for (const text of ["one", "two", "three"]) await say(anna, text);
    const kept = await say(bert, "stays");
    anna.send({ type: "forget" });
    expect(await anna.next("forgotten")).toEqual({ type: "forgotten", count: 3, act: kept + 1 });
    const { messages } = await room.call("GET", "/api/messages").then((answer) => answer.json());
    expect(messages).toMatchObject([{ id: kept }]);
  });

  test("an account is forgotten by a call too", async () => {
    await using room = await openRoom({ store });
    const { token } = await room.member("anna");
    await using anna = await connect(room.wsUrl);
    anna.send({ type: "hello", token });
    await anna.next("welcome");
    const id = await say(anna, "Mine.");
    const answer = await room.call("DELETE", "/api/auth/me/messages", { token });
    expect(await answer.json()).toEqual({ message: "Forgot 1 messages", undo: id + 1 });
    expect(await anna.next("removed")).toMatchObject({ ids: [id], by: "author" });
    expect((await room.call("DELETE", "/api/auth/me/messages")).status).toBe(401);
  });

  test("however many feel a message, everyone hears of it in one event a second", async () => {
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using room = await openRoom({ store, clock });
    await using anna = await guest(room.wsUrl);
    const id = await say(anna, "The printer.");
    const crowd = await Promise.all(Array.from({ length: 5 }, () => guest(room.wsUrl)));
    for (const client of crowd) client.send({ type: "felt", id });
    // Answered in order, so that by then the taps were heard.
    await Promise.all(crowd.map((client, at) => say(client, `heard ${at}`)));
    await clock.advance(1_000);
    expect(await anna.next("felt")).toMatchObject({ counts: [[id, 5]] });
    expect(anna.events.filter(({ type }) => type === "felt")).toHaveLength(1);
    await using late = await guest(room.wsUrl);
    expect(await late.next("message", (message) => message.id === id)).toMatchObject({ felt: 5 });
    for (const client of crowd) await client.close();
  });

  test("who taps without end is told to wait", async () => {
    await using room = await openRoom({ store });
    await using anna = await guest(room.wsUrl);
    for (let id = 1; id <= 61; id++) anna.send({ type: "felt", id });
    expect(await anna.next("refused")).toMatchObject({ code: "rate_limited" });
  });
});
