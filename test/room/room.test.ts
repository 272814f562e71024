import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { beat } from "../../src/jobs/heartbeat.ts";
import { ROOM } from "../../src/room/commands.ts";
import type { Sender } from "../../src/room/ports.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "./refusals.ts";
import { newPlace, openStoredRoom, TOPIC } from "./stored-room.ts";

const ANNA: Sender = {
  key: "a",
  name: "Anna",
  kind: "guest",
  userId: null,
  range: null,
  since: null,
};
const NOON = "2026-03-01T11:00:00Z";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("a room, on %s", (kind) => {
  test("a topic that an admin set survives a restart", async () => {
    await using place = await newPlace(kind);
    const clock = virtualClock(NOON);
    const first = await openStoredRoom(await place.open(), { clock });
    expect(first.room.today()).toMatchObject({ ...TOPIC, title: "today's topic: Printers" });
    await first.room.do("setTopic", { topic: "Queues", rules: "No pushing." }, ROOM);
    const { room } = await openStoredRoom(await place.open(), { clock });
    expect(room.today()).toMatchObject({ topic: "Queues", rules: "No pushing." });
  });

  test("an operator's new topic takes effect on a restart, over an admin's; the old one again does not", async () => {
    await using place = await newPlace(kind);
    const clock = virtualClock(NOON);
    const { room } = await openStoredRoom(await place.open(), { clock });
    await room.do("setTopic", { topic: "Queues" }, ROOM);
    const topic = { topic: "Mondays", rules: "Be kind." };
    const second = await openStoredRoom(await place.open(), { clock, topic });
    expect(second.room.today()).toMatchObject(topic);
    await second.room.do("setTopic", { topic: "Trains" }, ROOM);
    const third = await openStoredRoom(await place.open(), { clock, topic });
    expect(third.room.today()).toMatchObject({ topic: "Trains", rules: "Be kind." });
  });

  test("a new day starts with the operator's topic, whatever an admin set the day before", async () => {
    await using place = await newPlace(kind);
    const clock = virtualClock("2026-03-01T22:59:59Z");
    const { room, delivered } = await openStoredRoom(await place.open(), { clock });
    await room.do("setTopic", { topic: "Queues", rules: "No pushing." }, ROOM);
    await delivered("topic");
    await clock.advance(1_000);
    await room.turnDay();
    expect(await delivered("topic")).toMatchObject(TOPIC);
    expect(room.today()).toMatchObject({ date: "2026-03-02", ...TOPIC });
  });

  test("everything is delivered once and in order, and the state is what was delivered", async () => {
    await using place = await newPlace(kind);
    const { room, events } = await openStoredRoom(await place.open(), {
      clock: virtualClock(NOON),
    });
    const { seq: head } = room.state;
    const said = await Promise.all(
      ["1", "2", "3"].map((ref) => room.say(ANNA, ref, `text ${ref}`)),
    );
    await room.do("erase", { id: said[0] ?? 0 }, ROOM);
    await room.do("setTopic", { topic: "T" }, ROOM);
    expect((await room.do("clear", {}, ROOM)).count).toBe(2);
    expect(said).toEqual([head + 1, head + 2, head + 3]);
    expect(events.all.map(({ seq }) => seq - head)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(room.state).toMatchObject({ seq: head + 6, topic: "T", rules: TOPIC.rules });
  });

  test("what one node stores, another delivers once it follows", async () => {
    await using place = await newPlace(kind);
    const clock = virtualClock(NOON);
    const here = await openStoredRoom(await place.open(), { clock });
    const there = await openStoredRoom(await place.open(), { clock });
    const seq = await here.room.say(ANNA, "1", "hello");
    there.room.follow(seq);
    expect(await there.delivered("message")).toMatchObject({ seq, text: "hello", user: "Anna" });
  });

  test("a refused message says why, and is not stored", async () => {
    await using place = await newPlace(kind);
    const { room } = await openStoredRoom(await place.open(), { clock: virtualClock(NOON) });
    const { seq } = room.state;
    expect(await refusalOf(room.say(ANNA, "1", " "))).toMatchObject({ code: "empty" });
    expect(await refusalOf(room.say(ANNA, "1", "x".repeat(501)))).toMatchObject({
      code: "too_long",
    });
    expect(await refusalOf(room.do("erase", { id: seq }, ROOM))).toMatchObject({
      code: "not_found",
    });
    expect(await refusalOf(room.do("ban", { userId: 1, banned: true }, ROOM))).toMatchObject({
      code: "not_found",
    });
    for (let count = 0; count < 25; count++) await room.say(ANNA, `${count}`, "x");
    const over = { code: "rate_limited", retryAfter: 60 };
    expect(await refusalOf(room.say(ANNA, "26", "x"))).toMatchObject(over);
    expect((await room.counts()).today).toBe(25);
  });

  test("nobody wears the name of an account, of staff or of the system, or one that looks like it", async () => {
    await using place = await newPlace(kind);
    const store = await place.open();
    const account = { email: "a@b.example", username: "Anna-B", passwordHash: "x", isAdmin: false };
    await store.users.create(account, 0);
    const { room } = await openStoredRoom(store, { clock: virtualClock(NOON) });
    for (const name of ["Anna-B", "аnnа b", "System", "Adm1n"]) {
      expect(await refusalOf(room.checkGuestName(name))).toMatchObject({ code: "name_taken" });
    }
    await room.checkGuestName("Annabel");
  });

  test("every five minutes the heartbeat logs how many messages and clients there are", async () => {
    await using place = await newPlace(kind);
    const clock = virtualClock(NOON);
    const { room, lines, logged, logger } = await openStoredRoom(await place.open(), { clock });
    await room.say(ANNA, "1", "a secret");
    const alive = "The room is alive.";
    const stop = beat(room, () => 3, clock, logger);
    await clock.advance(5 * 60_000 - 1);
    expect(lines.all.some(({ sentence }) => sentence === alive)).toBe(false);
    await clock.advance(1);
    expect((await logged(alive)).fields).toEqual({ message_count: 1, connected_clients: 3 });
    await room.say(ANNA, "2", "another");
    await clock.advance(5 * 60_000);
    expect((await logged(alive)).fields).toEqual({ message_count: 2, connected_clients: 3 });
    stop();
    await clock.advance(10 * 60_000);
    await room.counts();
    expect(lines.all.filter(({ sentence }) => sentence === alive)).toHaveLength(2);
    expect(JSON.stringify(lines.all)).not.toContain("secret");
  });
});
