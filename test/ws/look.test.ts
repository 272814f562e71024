import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { ServerEvent } from "../../src/wire/frames.ts";
import { BEHIND_MS, LOOK_BACK_MS, RESUME_EVENTS } from "../../src/wire/limits.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { type Client, connect } from "../harness/sockets.ts";
import { heard, join, logged, range, refusal, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const FAST = { MESSAGES_PER_MINUTE: "1000000" };
const evening = () => virtualClock("2026-03-01T20:00:00Z");

/** Looks there; resolves once the server knows. */
async function look(client: Client, at: "end" | "back" | "away", after?: number) {
  client.send({ type: "look", at, ...(after === undefined ? {} : { after }) });
  await refusal(client, "");
}

function isBehind(event: ServerEvent) {
  return event.type === "behind";
}

describe.each([{ deflate: false }, { deflate: true }])("a reader, deflated: $deflate,", (mode) => {
  test("who is away is sent how far behind they are, and when they return all they missed, once", async () => {
    const clock = evening();
    await using room = await openRoom({ clock, env: FAST });
    const { client: speaker } = await join(room.wsUrl);
    const { client: reader } = await join(room.wsUrl, {}, mode);
    const before = await heard(speaker, "before");
    await reader.next("message", ({ seq }) => seq === before);
    await look(reader, "away");
    const from = reader.events.length;
    for (const number of range(1, 5)) await heard(speaker, `missed ${number}`);
    await clock.advance(BEHIND_MS + LOOK_BACK_MS);
    expect(await reader.next("behind")).toEqual({ type: "behind", count: 5 });
    const last = await heard(speaker, "missed 6");
    await clock.advance(BEHIND_MS);
    expect(await reader.next("behind")).toEqual({ type: "behind", count: 6 });
    expect(reader.events.slice(from).every(isBehind)).toBe(true);

    await look(reader, "end", before);
    await reader.next("message", ({ seq }) => seq === last);
    const next = await heard(speaker, "next");
    await reader.next("message", ({ seq }) => seq === next);
    expect(logged(reader.events.slice(from)).map(({ seq }) => seq)).toEqual(
      range(before + 1, next),
    );
  });

  test("who reads further back is sent a frame every 800 ms, and misses nothing on the way there and back", async () => {
    const clock = evening();
    await using room = await openRoom({ clock, env: FAST });
    const { client: speaker } = await join(room.wsUrl);
    const { client: reader, welcome } = await join(room.wsUrl, {}, mode);
    await look(reader, "back");
    const first = await heard(speaker, "while joining");
    await clock.advance(LOOK_BACK_MS);
    await reader.next("message", ({ seq }) => seq === first);
    await heard(speaker, "in");
    const second = await heard(speaker, "one frame");
    await refusal(reader, "");
    expect(logged(reader.events).map(({ seq }) => seq)).toEqual(range(welcome.seq + 1, first));
    await clock.advance(LOOK_BACK_MS);
    await reader.next("message", ({ seq }) => seq === second);
    const third = await heard(speaker, "not sent yet");
    await look(reader, "end");
    await reader.next("message", ({ seq }) => seq === third);
    const last = await heard(speaker, "at once");
    await reader.next("message", ({ seq }) => seq === last);
    expect(logged(reader.events).map(({ seq }) => seq)).toEqual(range(welcome.seq + 1, last));
  });

  test("comes back to more than a broken connection would be sent", async () => {
    await using room = await openRoom({ env: FAST });
    const { client: speaker } = await join(room.wsUrl);
    const { client: reader, welcome } = await join(room.wsUrl, {}, mode);
    await look(reader, "away");
    const many = RESUME_EVENTS + 300;
    let last = 0;
    for (let said = 0; said < many; said += 50) {
      const seqs = await Promise.all(range(1, 50).map((n) => say(speaker, `line ${said + n}`)));
      last = Math.max(...seqs);
    }
    await speaker.next("message", ({ seq }) => seq === last);
    await look(reader, "end");
    await reader.next("message", ({ seq }) => seq === last);
    expect(logged(reader.events).map(({ seq }) => seq)).toEqual(range(welcome.seq + 1, last));
  });
});

test("what was deleted while a reader was away comes without its text", async () => {
  await using room = await openRoom({ env: FAST });
  const { client: speaker } = await join(room.wsUrl);
  const { client: reader } = await join(room.wsUrl);
  await look(reader, "away");
  const id = await heard(speaker, "not for long");
  speaker.send({ type: "erase", id });
  await speaker.next("deleted");
  await look(reader, "end");
  await reader.next("deleted");
  expect(logged(reader.events)).toMatchObject([
    { type: "quiet", seq: id },
    { type: "deleted", id },
  ]);
});

test("whoever is away over midnight returns to the new day, and is not behind by yesterday's messages", async () => {
  const clock = virtualClock("2026-03-01T22:59:50Z");
  await using room = await openRoom({ clock, env: FAST });
  const { client: speaker } = await join(room.wsUrl);
  const { client: reader } = await join(room.wsUrl);
  await look(reader, "away");
  const from = reader.events.length;
  await heard(speaker, "yesterday's");
  await clock.advance(BEHIND_MS + LOOK_BACK_MS);
  expect(await reader.next("behind")).toMatchObject({ count: 1 });
  await clock.advance(10_000);
  await speaker.next("cleared");
  const today = await heard(speaker, "today's");
  const another = await heard(speaker, "another of today");
  await clock.advance(BEHIND_MS + LOOK_BACK_MS);
  expect(await reader.next("behind", ({ count }) => count === 2)).toBeDefined();
  await look(reader, "end");
  expect(await reader.next("welcome")).toMatchObject({ recovered: false, day: "2026-03-02" });
  await reader.next("message", ({ seq }) => seq === another);
  expect(logged(reader.events.slice(from)).map(({ seq }) => seq)).toEqual([today, another]);
});

test("whoever is away still speaks and is answered, and reads it when they return", async () => {
  await using room = await openRoom({ env: FAST });
  const { client } = await join(room.wsUrl);
  await look(client, "away");
  const seq = await say(client, "from another tab");
  expect(logged(client.events)).toEqual([]);
  await look(client, "end");
  expect(await client.next("message")).toMatchObject({ seq });
});

test("through a thousand changes of attention nothing is missed and nothing comes twice", async () => {
  await using room = await openRoom({ env: FAST });
  const { client: speaker } = await join(room.wsUrl);
  const readers = await Promise.all(
    range(1, 20).map((number) => join(room.wsUrl, {}, { deflate: number % 2 === 0 })),
  );
  const first = await heard(speaker, "first");
  for (const round of range(1, 50)) {
    speaker.send({ type: "say", ref: `${round}`, text: `line ${round}` });
    for (const [index, { client }] of readers.entries()) {
      const at = (["end", "back", "away"] as const)[(index + round) % 3] ?? "end";
      client.send({ type: "look", at });
    }
    await speaker.next("message", ({ text }) => text === `line ${round}`);
  }
  for (const { client } of readers) await look(client, "end");
  const last = await heard(speaker, "last");
  for (const { client } of readers) {
    await client.next("message", ({ seq }) => seq === last);
    expect(logged(client.events).map(({ seq }) => seq)).toEqual(range(first, last));
  }
});

test("a look before the hello is refused", async () => {
  await using room = await openRoom();
  const client = await connect(room.wsUrl);
  client.send({ type: "look", at: "away" });
  expect(await client.next("refused")).toMatchObject({ code: "invalid" });
});
