import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { FRAME_LIMITS } from "../../src/live/frame-limits.ts";
import type { ClientFrame } from "../../src/wire/frames.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { join, range } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const SECOND = 1_000;
const noon = () => virtualClock("2026-03-01T12:00:00Z");
/** The clock stands still, so that no minute passes while a loop runs. */
const room = await openRoom({ clock: noon() });
afterAll(room.stop);

/** hello is once for each socket and has its own tests. */
const FRAMES: Record<Exclude<ClientFrame["type"], "hello">, ClientFrame> = {
  say: { type: "say", ref: "the same", text: "hello" },
  erase: { type: "erase", id: 1 },
  forget: { type: "forget" },
  undo: { type: "undo", act: 1 },
  felt: { type: "felt", id: 1 },
  mood: { type: "mood", mood: "same" },
  report: { type: "report", id: 1 },
  look: { type: "look", at: "back" },
  roll: { type: "roll" },
  keep: { type: "keep" },
  proof: { type: "proof" },
};

test.each(Object.values(FRAMES))(
  "a sender that repeats $type in a loop is told to wait",
  async (frame) => {
    const { client } = await join(room.wsUrl);
    for (let sent = 0; sent <= FRAME_LIMITS[frame.type].sender; sent++) client.send(frame);
    const refused = await client.next("refused", ({ code, retry_after }) => {
      return code === "rate_limited" && retry_after !== undefined;
    });
    expect(refused.retry_after).toBeGreaterThan(0);
    await client.close();
  },
);

test("who goes on over a limit is told once a second, and closed at the two hundredth frame", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { client } = await join(room.wsUrl);
  for (let sent = 0; sent < FRAME_LIMITS.forget.sender + 100; sent++) client.send(FRAMES.forget);
  client.send(FRAMES.roll);
  await client.next("you");
  await clock.advance(SECOND);
  for (let sent = 0; sent < 99; sent++) client.send(FRAMES.forget);
  client.send(FRAMES.roll);
  await client.next("you");
  const told = client.events.filter(({ type }) => type === "refused");
  expect(told.map((event) => event.type === "refused" && event.retry_after)).toEqual([60, 59]);
  client.send(FRAMES.forget);
  expect(await client.closed).toMatchObject({ code: 1002 });
});

test("every message over the limit is answered by its ref", async () => {
  const { client } = await join(room.wsUrl);
  for (let sent = 0; sent < FRAME_LIMITS.say.sender; sent++) client.send(FRAMES.say);
  const over = range(1, 50).map((number) => `over ${number}`);
  for (const ref of over) client.send({ type: "say", ref, text: "hello" });
  for (const ref of over) {
    const refused = await client.next("refused", (event) => event.ref === ref);
    expect(refused.code).toBe("rate_limited");
  }
  await client.close();
});

test("a frame over its limit is refused as that, whatever else is wrong with it", async () => {
  const { client } = await join(room.wsUrl);
  for (let sent = 0; sent < FRAME_LIMITS.undo.sender; sent++) client.send(FRAMES.undo);
  client.sendRaw('{"type":"undo","act":"a word"}');
  await client.next("refused", ({ code }) => code === "rate_limited");
  await client.close();
});

test("a socket in plain mode that goes on over its limit is told once, and closed", async () => {
  const client = await connectPlain(room.wsUrl);
  for (let sent = 0; sent < FRAME_LIMITS.say.sender + 200; sent++) client.send({ text: "x" });
  expect(await client.closed).toMatchObject({ code: 1002 });
  const told = client.events.filter(({ text }) => text.includes("too often; try again"));
  expect(told).toHaveLength(1);
});

test("in plain mode too", async () => {
  const client = await connectPlain(room.wsUrl);
  for (let sent = 0; sent <= FRAME_LIMITS.say.sender; sent++) client.send({ text: "x" });
  await client.next(({ user, text }) => user === "System" && text.includes("too often"));
  await client.close();
});

test("a thousand come in at once from one address; one that never stops is told to wait, staff is not", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { token } = await room.member("ann");
  const admin = await room.admin();
  const thousand = await Promise.all(range(1, 1_000).map(() => join(room.wsUrl)));
  expect(thousand.at(-1)?.welcome.you.kind).toBe("guest");
  for (const { client } of thousand) await client.close();

  for (let joined = 1_000; joined < FRAME_LIMITS.hello.range; joined += 100) {
    const more = await Promise.all(range(1, 100).map(() => join(room.wsUrl)));
    await Promise.all(more.map(({ client }) => client.close()));
  }
  await using excess = await connect(room.wsUrl);
  excess.send({ type: "hello" });
  const refused = await excess.next("refused");
  expect(refused).toMatchObject({ code: "rate_limited", retry_after: 60 });
  const plain = await connectPlain(room.wsUrl);
  expect((await plain.next()).text).toContain("try again in 60 seconds");
  expect(await plain.closed).toMatchObject({ code: 1013 });
  for (const known of [token, admin]) {
    const { client } = await join(room.wsUrl, { token: known });
    await client.close();
  }
  await clock.advance(60 * SECOND);
  await join(room.wsUrl);
});

test.each(["a guest's pass", "an account"])(
  "%s may join so often in a minute, and is told when to say hello again",
  async (who) => {
    const clock = noon();
    await using room = await openRoom({ clock });
    const { token } = await room.member("ann");
    const { client, welcome } = await join(room.wsUrl);
    await client.close();
    const hello = who === "an account" ? { token } : { guest: welcome.you.guest };
    const before = who === "an account" ? 0 : 1;
    for (const _ of range(before + 1, FRAME_LIMITS.hello.sender)) {
      const { client } = await join(room.wsUrl, hello);
      await client.close();
    }
    await clock.advance(55 * SECOND);
    const again = await connect(room.wsUrl);
    again.send({ type: "hello", ...hello });
    const refused = await again.next("refused");
    expect(refused).toMatchObject({ code: "rate_limited", retry_after: 5 });
    await join(room.wsUrl);
    await clock.advance(5 * SECOND);
    again.send({ type: "hello", ...hello });
    await again.next("welcome");
  },
);
