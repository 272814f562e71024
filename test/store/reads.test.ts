import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, dayAfter, newAccount, nodesOf, range, say, submissions } from "./nodes.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const TEXTS = [
  "plain",
  "Robert'); DROP TABLE messages;--",
  `"double" 'single' \`back\` \\ \\n \\u0041 $1 ? %s {{x}}`,
  "two\nlines",
  "שלום, עולם ‏مرحبا‎",
  "\u202eoverridden\u202c",
  "zero\u200bwidth\u200d\ufeff",
  "e\u0301 ö 한글 汉字 𝔘𝔫𝔦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇪🇺",
  FAMILY.repeat(363),
  "🤬".repeat(500),
];

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("a read of the log, on %s", (store) => {
  const newDay = nodesOf(store);

  test("every text comes back exactly, from every read and from the append", async () => {
    const { here, there, head, day } = await newDay();
    const { events } = await here.log.append(
      TEXTS.map((text) => say("a", text)),
      AT,
    );
    const texts = (rows: readonly object[]) => rows.map((row) => ("text" in row ? row.text : null));
    expect(texts(events)).toEqual(TEXTS);
    expect(texts(await there.log.after(head, 100, day))).toEqual(TEXTS);
    expect(texts(await there.log.history(day, 100))).toEqual(TEXTS);
    expect(texts(await there.log.newest(day, 0, 100))).toEqual(TEXTS.toReversed());
    expect(texts(await there.log.messagesAfter(day, head, 100))).toEqual(TEXTS);
  });

  test("a message read is the message that was said", async () => {
    const { here, there, head, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const sender = {
      key: `u:${id}`,
      name: "O'Neil “x” \\",
      kind: "user",
      userId: id,
      range: null,
      since: null,
    } as const;
    const { events } = await here.log.append([{ sender, ref: null, text: "hi" }], AT + 7);
    expect(await there.log.after(head, 10, day)).toEqual(events);
    expect(await there.log.history(day, 1)).toEqual([
      {
        id: head + 1,
        user: sender.name,
        text: "hi",
        timestamp: "2026-03-01T12:00:00.007Z",
        kind: "user",
        day,
        userId: id,
        re: null,
        isFirst: true,
        felt: 0,
      },
    ]);
  });

  test("events after a place come without a gap: what was deleted is quiet", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append(submissions(4, "a"), AT);
    await here.log.apply("erase", { id: head + 2 }, ROOM, AT);
    await here.log.apply("setTopic", { topic: "T", rules: "R" }, ROOM, AT);
    const all = await there.log.after(head, 100, day);
    expect(all.map(({ seq }) => seq)).toEqual(range(head + 1, 6));
    expect(all.map(({ type }) => type)).toEqual([
      "message",
      "quiet",
      "message",
      "message",
      "deleted",
      "topic",
    ]);
    expect(await there.log.after(head + 1, 2, day)).toEqual(all.slice(1, 3));
    expect(await there.log.after(head + 6, 10, day)).toEqual([]);
    expect(await there.log.after(head + 99, 10, day)).toEqual([]);
    expect(await there.log.after(Number.MAX_SAFE_INTEGER, 10, day)).toEqual([]);
  });

  test("after a clearing, the places of what it removed are quiet", async () => {
    const { here, head, day } = await newDay();
    await here.log.append(submissions(3, "a"), AT);
    await here.log.apply("clear", {}, ROOM, AT);
    const types = (await here.log.after(head, 10, day)).map(({ type }) => type);
    expect(types).toEqual(["quiet", "quiet", "quiet", "cleared"]);
  });

  test("history pages backwards, each page oldest first, and nothing is on two pages", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append(submissions(7, "a"), AT);
    const ids = async (before?: number) =>
      (await there.log.history(day, 3, before)).map(({ id }) => id);
    expect(await ids()).toEqual(range(head + 5, 3));
    expect(await ids(head + 5)).toEqual(range(head + 2, 3));
    expect(await ids(head + 2)).toEqual([head + 1]);
    expect(await ids(head + 1)).toEqual([]);
    expect(await ids(Number.MAX_SAFE_INTEGER)).toEqual(range(head + 5, 3));
  });

  test("the newest come first and the messages after a place in order, as many as asked for", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append(submissions(5, "a"), AT);
    const newest = await there.log.newest(day, 1, 2);
    expect(newest.map(({ id }) => id)).toEqual([head + 4, head + 3]);
    const following = await there.log.messagesAfter(day, head + 1, 2);
    expect(following.map(({ id }) => id)).toEqual([head + 2, head + 3]);
  });

  test("after midnight and before the turn, no read brings what was said the day before", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append(submissions(3, "a"), AT);
    const next = dayAfter(day);
    for (const { log } of [here, there]) {
      const events = await log.after(head, 10, next);
      expect(events.map(({ type }) => type)).toEqual(["quiet", "quiet", "quiet"]);
      expect(await log.history(next, 10)).toEqual([]);
      expect(await log.newest(next, 0, 10)).toEqual([]);
      expect(await log.messagesAfter(next, 0, 10)).toEqual([]);
      expect(await log.counts(next, AT - 1)).toEqual({ today: 0, recent: 0 });
    }
  });

  test("after the turn, nothing of the day before is there to be read, whatever day is asked for", async () => {
    const { here, there, day, head } = await newDay();
    await here.log.append(submissions(3, "a"), AT);
    await there.log.turnDay(dayAfter(day), { topic: "", rules: "" }, AT);
    expect(await here.log.history("0000-01-01", 10)).toEqual([]);
    expect(await here.log.counts("0000-01-01", 0)).toEqual({ today: 0, recent: 0 });
    const types = (await here.log.after(head, 10, "0000-01-01")).map(({ type }) => type);
    expect(types).toEqual(["quiet", "quiet", "quiet", "cleared", "topic"]);
  });

  test("counts tell today's messages and the recent ones, without what was deleted since", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append(submissions(2, "a"), AT);
    await here.log.append(submissions(3, "b"), AT + 60_000);
    await here.log.apply("erase", { id: head + 5 }, ROOM, AT);
    expect(await there.log.counts(day, AT)).toEqual({ today: 4, recent: 2 });
  });

  test("counts that are asked again go on with what was said, went and came back since", async () => {
    const { here, there, day } = await newDay();
    const today = async () => {
      const counts = await Promise.all([here, there].map(({ log }) => log.counts(day, AT)));
      return counts.map((count) => count.today);
    };
    await here.log.append(submissions(5, "a"), AT);
    expect(await today()).toEqual([5, 5]);
    await there.log.append(submissions(2, "b"), AT);
    expect(await today()).toEqual([7, 7]);
    const cleared = await here.log.apply("clear", {}, ROOM, AT);
    expect(await today()).toEqual([0, 0]);
    await there.log.append(submissions(1, "c"), AT);
    expect(await today()).toEqual([1, 1]);
    await there.log.apply("undo", { act: cleared.result.act ?? 0 }, ROOM, AT);
    expect(await today()).toEqual([8, 8]);
    await here.log.turnDay(dayAfter(day), { topic: "", rules: "" }, AT);
    await here.log.append(submissions(3, "d"), AT);
    expect(await today()).toEqual([3, 3]);
  });

  test("recent is also what was stored before by a node whose clock is ahead", async () => {
    const { here, there, day } = await newDay();
    await here.log.append(submissions(2, "a"), AT + 50_000);
    await there.log.append(submissions(3, "b"), AT);
    expect((await here.log.counts(day, AT + 10_000)).recent).toBe(2);
  });

  test("a read during a batch sees all of it or nothing", async () => {
    const { here, there, head, day } = await newDay();
    let open = true;
    const seen: number[] = [];
    const writing = (async () => {
      for (const batch of range(0, 12)) await here.log.append(submissions(20, `w${batch}`), AT);
      open = false;
    })();
    while (open) seen.push((await there.log.history(day, 1_000)).length);
    await writing;
    expect(seen.every((count) => count % 20 === 0)).toBe(true);
    expect(await there.log.history(day, 1_000)).toHaveLength(240);
    expect(await there.log.after(head, 1_000, day)).toHaveLength(240);
  });
});
