import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { ROOM } from "../../src/room/commands.ts";
import type { Log, Submission } from "../../src/room/ports.ts";
import { ServerEvent } from "../../src/wire/frames.ts";
import { EVENT_IDS } from "../../src/wire/limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import {
  AT,
  dayAfter,
  guest,
  LIMIT,
  newAccount,
  nodesOf,
  range,
  say,
  submissions,
  TOPIC,
} from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const NOTHING = { act: null, count: 0 };

/** In parts: PostgreSQL ends a statement that takes ten seconds, and one of a thousand rows may on a busy machine. */
async function appendAll(log: Log, said: readonly Submission[]): Promise<void> {
  for (let at = 0; at < said.length; at += 100) await log.append(said.slice(at, at + 100), AT);
}

describe.each(STORES)("one's own words, on %s", (store) => {
  const newDay = nodesOf(store);

  test("a message is taken back by who said it, on every node, and the others see by whom", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    expect(await there.log.apply("eraseOwn", { id: head + 1 }, guest("a"), AT)).toEqual({
      events: [{ type: "deleted", seq: head + 3, id: head + 1, by: "author" }],
      result: { act: head + 3, count: 1 },
    });
    expect((await here.log.history(day, 10)).map(({ text }) => text)).toEqual(["two"]);
    expect(await here.log.after(head + 2, 10, day)).toEqual([
      { type: "deleted", seq: head + 3, id: head + 1, by: "author" },
    ]);
  });

  test("nobody takes back what another said, what is gone, or what was said yesterday", async () => {
    const { here, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    const nothing = { code: "not_found" };
    expect(
      await refusalOf(here.log.apply("eraseOwn", { id: head + 2 }, guest("a"), AT)),
    ).toMatchObject(nothing);
    await here.log.apply("erase", { id: head + 1 }, ROOM, AT);
    expect(
      await refusalOf(here.log.apply("eraseOwn", { id: head + 1 }, guest("a"), AT)),
    ).toMatchObject(nothing);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    expect(
      await refusalOf(here.log.apply("eraseOwn", { id: head + 2 }, guest("b"), AT)),
    ).toMatchObject(nothing);
  });

  test("to be forgotten takes back everything a sender said today, in order, and nothing of others", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([...submissions(20, "a"), say("b", "stays")], AT);
    const { events, result } = await there.log.apply("eraseOwn", {}, guest("a"), AT);
    expect(result).toEqual({ act: head + 22, count: 20 });
    const ids = range(head + 1, 20);
    expect(events).toEqual([{ type: "removed", seq: head + 22, ids, by: "author" }]);
    expect((await here.log.history(day, 50)).map(({ text }) => text)).toEqual(["stays"]);
    expect(await here.log.after(head + 21, 100, day)).toEqual(events);
    expect(await here.log.apply("eraseOwn", {}, guest("a"), AT)).toEqual({
      events: [],
      result: NOTHING,
    });
  });

  test("a ban takes everything the account said today, in order, and nothing of others", async () => {
    const { here, there, head, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const sender = {
      key: `u:${id}`,
      name: "ann",
      kind: "user",
      userId: id,
      range: null,
      since: null,
    } as const;
    const theirs = Array.from({ length: 20 }, () => ({ sender, ref: null, text: "x" }));
    await here.log.append([...theirs, say("b", "stays")], AT);
    const { events } = await there.log.apply("ban", { userId: id, banned: true }, ROOM, AT);
    expect(events).toMatchObject([
      { type: "sanctioned", seq: head + 22, sanction: { kind: "ban", userId: id } },
      { type: "removed", seq: head + 23, ids: range(head + 1, 20), by: "ban" },
    ]);
    expect((await here.log.history(day, 50)).map(({ text }) => text)).toEqual(["stays"]);
    expect(await here.log.after(head + 21, 100, day)).toEqual(events);
    const unbanned = await here.log.apply("ban", { userId: id, banned: false }, ROOM, AT);
    expect(unbanned.events).toMatchObject([{ type: "lifted", seq: head + 24 }]);
  });

  test("what was felt is counted once for each message and sender, whichever node hears it", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    const first = await here.log.apply(
      "react",
      {
        reactions: [
          { id: head + 1, sender: "b" },
          { id: head + 1, sender: "c" },
          { id: head + 2, sender: "c" },
        ],
      },
      ROOM,
      AT,
    );
    expect(first.events).toEqual([
      {
        type: "felt",
        seq: head + 3,
        counts: [
          [head + 1, 2],
          [head + 2, 1],
        ],
      },
    ]);
    const again = [
      { id: head + 1, sender: "c" },
      { id: head + 1, sender: "d" },
    ];
    expect((await there.log.apply("react", { reactions: again }, ROOM, AT)).events).toEqual([
      { type: "felt", seq: head + 4, counts: [[head + 1, 3]] },
    ]);
    expect((await there.log.history(day, 10)).map(({ felt }) => felt)).toEqual([3, 1]);
    expect(await here.log.after(head + 2, 10, day)).toMatchObject([
      { type: "felt" },
      { type: "felt" },
    ]);
  });

  test("one's own message, a deleted one and yesterday's are not felt, and no event says so", async () => {
    const { here, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("a", "two")], AT);
    await here.log.apply("erase", { id: head + 2 }, ROOM, AT);
    const nothing = { events: [], result: null };
    expect(
      await here.log.apply("react", { reactions: [{ id: head + 1, sender: "a" }] }, ROOM, AT),
    ).toEqual(nothing);
    expect(
      await here.log.apply("react", { reactions: [{ id: head + 2, sender: "b" }] }, ROOM, AT),
    ).toEqual(nothing);
    expect(
      await here.log.apply("react", { reactions: [{ id: head + 99, sender: "b" }] }, ROOM, AT),
    ).toEqual(nothing);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    expect(
      await here.log.apply("react", { reactions: [{ id: head + 1, sender: "b" }] }, ROOM, AT),
    ).toEqual(nothing);
  });

  test("however much a sender said, taking it back is one event and one position of the log", async () => {
    const { here, there, head, day } = await newDay();
    const one = guest("one");
    const said = Array.from({ length: LIMIT }, () => say("one", "x"));
    for (let minute = 0; minute < 3_000 / LIMIT; minute++) {
      await here.log.append(said, AT + minute * 60_000);
    }
    const { events, result } = await there.log.apply("eraseOwn", {}, one, AT);
    expect(result).toEqual({ act: head + 3_001, count: 3_000 });
    expect(events).toHaveLength(1);
    expect((await here.log.state()).seq).toBe(head + 3_001);
    expect(await here.log.history(day, 10)).toEqual([]);
  });

  test("what is too much for one event is taken back in several, each with the next position", async () => {
    const { here, open, head, day } = await newDay();
    const count = EVENT_IDS + 3;
    const patient = await open(2 * count);
    const { id } = await here.users.create(newAccount(), AT);
    const ann = {
      key: `u:${id}`,
      name: "ann",
      kind: "user",
      userId: id,
      range: null,
      since: null,
    } as const;
    const said = Array.from({ length: count }, () => ({ sender: ann, ref: null, text: "x" }));
    const removed = (first: number, seq: number, by: "author" | "ban"): RoomEvent[] => [
      { type: "removed", seq, ids: range(first, EVENT_IDS), by },
      { type: "removed", seq: seq + 1, ids: range(first + EVENT_IDS, 3), by },
    ];

    await appendAll(patient.log, said);
    const own = await here.log.apply("eraseOwn", {}, ann, AT);
    expect(own.result.count).toBe(count);
    expect(own.events).toEqual(removed(head + 1, head + count + 1, "author"));
    expect(await here.log.after(head + count, 10, day)).toEqual(own.events);

    const { seq } = await here.log.state();
    await appendAll(patient.log, said);
    const ban = await here.log.apply("ban", { userId: id, banned: true }, ROOM, AT);
    expect(ban.events.slice(1)).toEqual(removed(seq + 1, seq + count + 2, "ban"));
    expect(await here.log.after(seq + count + 1, 10, day)).toEqual(ban.events.slice(1));
  });

  test("what is felt in one second is as many events as it takes, each with the next position", async () => {
    const { here, open, head, day } = await newDay();
    const count = EVENT_IDS + 3;
    const patient = await open(count);
    const said = Array.from({ length: count }, () => say("a", "x"));
    await appendAll(patient.log, said);
    const reactions = range(head + 1, count).map((id) => ({ id, sender: "b" }));
    const { events } = await here.log.apply("react", { reactions }, ROOM, AT);
    const felt = (first: number, many: number) =>
      range(first, many).map((id): [number, number] => [id, 1]);
    expect(events).toEqual([
      { type: "felt", seq: head + count + 1, counts: felt(head + 1, EVENT_IDS) },
      { type: "felt", seq: head + count + 2, counts: felt(head + 1 + EVENT_IDS, 3) },
    ]);
    expect(await here.log.after(head + count, 10, day)).toEqual(events);
  });
});

test("no event may name more messages than the protocol allows", () => {
  const naming = (count: number) => [
    { type: "removed", seq: 1, ids: range(1, count), by: "ban" },
    { type: "felt", seq: 1, counts: range(1, count).map((id) => [id, 1]) },
  ];
  const isAllowed = (event: unknown) => ServerEvent.safeParse(event).success;
  expect(naming(EVENT_IDS).map(isAllowed)).toEqual([true, true]);
  expect(naming(EVENT_IDS + 1).map(isAllowed)).toEqual([false, false]);
});
