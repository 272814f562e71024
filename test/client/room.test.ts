/** The client as a program uses it, against the real room. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { type LinkState, type Options, Room, socketAddress } from "../../client/index.ts";
import type { Refused } from "../../client/sending.ts";
import { SUBMISSIONS_IN_FLIGHT } from "../../src/wire/limits.ts";
import { Relay } from "../../torture/network-relay.ts";
import { virtualClock } from "../harness/clock.ts";
import { Inbox } from "../harness/inbox.ts";
import { STEP_MS, TEST_MS } from "../harness/limits.ts";
import { withLongBounds } from "../harness/postgres.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { openRoom } from "../harness/room.ts";
import { folder } from "../process/program.ts";
import { heard, join as joinRaw } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

type Heard = { text: string; isMine: boolean; isBacklog: boolean };

/** A client that keeps what it hears and how its connection is, to be waited for. */
function enter(url: string, options: Options = {}) {
  const messages = new Inbox<Heard>((item) => JSON.stringify(item));
  const states = new Inbox<LinkState>((item) => JSON.stringify(item));
  const kinds = new Inbox<{ type: string }>((item) => JSON.stringify(item));
  const room = new Room(url, {
    message: ({ text }, about) => messages.put({ text, ...about }),
    linkChanged: (state) => states.put(state),
    on: { welcome: (event) => kinds.put(event), cleared: (event) => kinds.put(event) },
    ...options,
  });
  return {
    room,
    messages,
    hears: (text: string) =>
      messages.take(text, (item): item is Heard => item.text === text, STEP_MS),
    is: (wanted: LinkState["is"]) =>
      states.take(wanted, (state): state is LinkState => state.is === wanted, STEP_MS),
    gets: (type: string) =>
      kinds.take(type, (item): item is { type: string } => item.type === type, STEP_MS),
    [Symbol.dispose]: () => room.leave(),
  };
}

describe("what is said", () => {
  test("before one came is backlog, after that it is not; one's own is known as such", async () => {
    await using server = await openRoom();
    const { client } = await joinRaw(server.wsUrl);
    await heard(client, "early");
    using me = enter(server.url);
    expect(await me.hears("early")).toEqual({ text: "early", isMine: false, isBacklog: true });
    expect(await me.room.say("mine")).toEqual({ isStored: true, seq: expect.any(Number) });
    expect(await me.hears("mine")).toMatchObject({ isMine: true, isBacklog: false });
    await heard(client, "late");
    expect(await me.hears("late")).toMatchObject({ isMine: false, isBacklog: false });
  });

  test("is stored once where its answer was lost, and nothing of others is missed", async () => {
    await using server = await openRoom();
    await using relay = await Relay.open(Number(new URL(server.url).port));
    const { client } = await joinRaw(server.wsUrl);
    using me = enter(`http://127.0.0.1:${relay.port}`);
    await me.is("open");
    relay.delay(300);
    const said = me.room.say("once");
    const { seq } = await client.next("message", ({ text }) => text === "once");
    relay.cut();
    relay.delay(0);
    await heard(client, "missed");
    expect(await said).toEqual({ isStored: true, seq });
    await me.hears("missed");
    await me.hears("once");
    expect(me.messages.all.map(({ text }) => text)).toEqual(["once", "missed"]);
  });

  test("is refused in the room's words, and not said again", async () => {
    await using server = await openRoom();
    using me = enter(server.url);
    const said = await me.room.say(" ");
    expect(said).toMatchObject({ isStored: false, refused: { code: "empty" } });
    expect(said).toMatchObject({ why: expect.stringMatching(/\w/) });
    expect(await me.room.say("after it")).toMatchObject({ isStored: true });
  });

  test("while the room cannot store it is said again until it can, and is stored once", async () => {
    await using store = await startPostgres({ durable: false });
    await using keys = await folder();
    const env = {
      DATABASE_URL: withLongBounds(store.url),
      DAY_KEY_FILE: join(keys.path, "room.day"),
    };
    await using server = await openRoom({ env });
    const refusals = new Inbox<Refused>(({ code }) => code);
    using me = enter(server.url, { on: { refused: (event) => refusals.put(event) } });
    await me.is("open");
    await store.kill();
    const said = ["one", "two", "three"].map((text) => me.room.say(text));
    for (const _ of said) {
      await refusals.take(
        "unavailable",
        (item): item is Refused => item.code === "unavailable",
        TEST_MS,
      );
    }
    await store.start();
    const outcomes = await Promise.all(said);
    expect(outcomes.every(({ isStored }) => isStored)).toBe(true);
    using late = enter(server.url);
    for (const text of ["one", "two", "three"]) await late.hears(text);
    expect(late.messages.all).toHaveLength(said.length);
  });

  test("beyond what the room answers at a time goes once there are answers", async () => {
    await using server = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
    const codes: string[] = [];
    using me = enter(server.url, { on: { refused: ({ code }) => codes.push(code) } });
    await me.is("open");
    const texts = Array.from({ length: SUBMISSIONS_IN_FLIGHT + 6 }, (_, at) => `number ${at}`);
    const said = await Promise.all(texts.map((text) => me.room.say(text)));
    expect(said.every(({ isStored }) => isStored)).toBe(true);
    expect(new Set(codes)).toEqual(new Set(["busy"]));
  });

  test("under the shield is proved before it is taken", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using server = await openRoom({ clock });
    const token = await server.admin();
    await server.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });
    await clock.advance(1);
    const proofs = Promise.withResolvers<unknown>();
    using me = enter(server.url, { on: { proof: ({ challenge }) => proofs.resolve(challenge) } });
    const said = me.room.say("proved");
    expect(await proofs.promise).toBeNull();
    // Newcomers read for three minutes first, so it waits; and it is known to wait.
    me.room.leave();
    expect(await said).toMatchObject({ isStored: false });
  });

  test("is given up when one leaves, and when one may not come back", async () => {
    await using server = await openRoom();
    const me = enter(server.url);
    await me.is("open");
    me.room.leave();
    expect(await me.room.say("too late")).toMatchObject({ isStored: false });

    const { id, token } = await server.member("banned");
    using other = enter(server.url, { token });
    await other.is("open");
    const body = { user_id: id, reason: "enough" };
    const admin = await server.admin();
    await server.call("POST", "/api/mod/sanctions", {
      token: admin,
      body: { kind: "ban", ...body },
    });
    expect(await other.is("ended")).toMatchObject({
      why: { code: 4001 },
      ban: { reason: "enough" },
    });
    expect(await other.room.say("still")).toMatchObject({ isStored: false });
  });
});

describe("who one is", () => {
  test("a token is that account's; when its sign-in ends, one goes on as a guest", async () => {
    await using server = await openRoom();
    const { token } = await server.member("somebody");
    const ends: string[] = [];
    using me = enter(server.url, { token, signedOut: () => ends.push("signed out") });
    await me.gets("welcome");
    expect(me.room.you).toMatchObject({ name: "somebody", kind: "user" });
    await server.call("POST", "/api/auth/logout", { token });
    await me.gets("welcome");
    expect(ends).toEqual(["signed out"]);
    expect(me.room.you?.kind).toBe("guest");
  });
});

describe("time", () => {
  test("is the room's, and midnight turns the day", async () => {
    const clock = virtualClock("2026-03-01T22:00:00Z");
    await using server = await openRoom({ clock });
    using me = enter(server.url);
    await me.gets("welcome");
    const { today } = me.room;
    expect(today?.day).toBe("2026-03-01");
    expect(Math.abs((today?.wipesAt ?? 0) - me.room.now - 3_600_000)).toBeLessThan(STEP_MS);
    await clock.advance(3_600_000);
    await me.gets("cleared");
    expect(me.room.today).toMatchObject({
      day: "2026-03-02",
      wipesAt: Date.parse("2026-03-02T23:00:00Z"),
    });
    expect(await me.room.say("good morning")).toMatchObject({ isStored: true });
  });
});

describe("the address", () => {
  test.each([
    ["http://127.0.0.1:8000", "ws://127.0.0.1:8000/ws"],
    ["https://example.org/", "wss://example.org/ws"],
    ["https://example.org/rage/?lang=de#top", "wss://example.org/rage/ws"],
    ["wss://example.org/rage", "wss://example.org/rage/ws"],
  ])("of %s is %s", (page, socket) => {
    expect(socketAddress(page)).toBe(socket);
  });

  test.each([
    "",
    "example.org",
    "ftp://example.org/",
    "javascript:alert(1)",
    "http://",
    "https://a:b@example.org/",
  ])("“%s” is refused with a sentence", (page) => {
    expect(() => socketAddress(page)).toThrow(/\.$/);
  });
});

test("the package has the program's version, and needs what the program has", async () => {
  const read = (path: string) => Bun.file(join(import.meta.dir, "../..", path)).json();
  const [program, client] = await Promise.all([read("package.json"), read("client/package.json")]);
  expect(client.version).toBe(program.version);
  for (const [name, version] of Object.entries(client.dependencies)) {
    expect(program.dependencies[name]).toBe(version);
  }
});
