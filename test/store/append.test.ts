import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, codes, guest, LIMIT, newAccount, nodesOf, range, say, submissions } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("what is said, on %s", (store) => {
  const newDay = nodesOf(store);

  test("messages take the places after the head, without a gap, in the order of the batch", async () => {
    const { here, head } = await newDay();
    const first = await here.log.append([say("a", "one"), say("b", "two")], AT);
    const second = await here.log.append([say("a", "three")], AT + 1);
    expect(first.outcomes).toEqual([head + 1, head + 2]);
    expect(second.outcomes).toEqual([head + 3]);
    expect(second.events).toEqual([
      {
        type: "message",
        seq: head + 3,
        id: head + 3,
        user: "Guest a",
        text: "three",
        timestamp: "2026-03-01T12:00:00.001Z",
        kind: "guest",
      },
    ]);
    expect((await here.log.state()).seq).toBe(head + 3);
  });

  test("an empty batch changes nothing", async () => {
    const { here, head } = await newDay();
    expect((await here.log.append([], AT)).events).toEqual([]);
    expect((await here.log.state()).seq).toBe(head);
  });

  test("a ref said twice in one batch is stored once", async () => {
    const { here, head, day } = await newDay();
    const batch = [say("a", "one", "r"), say("a", "one", "r"), say("b", "other", "r")];
    const { outcomes } = await here.log.append(batch, AT);
    expect(outcomes).toEqual([head + 1, head + 1, head + 2]);
    expect(await here.log.history(day, 10)).toHaveLength(2);
  });

  test("a ref said again later, on another node, gets the place it has", async () => {
    const { here, there, head } = await newDay();
    await here.log.append([say("a", "one", "r")], AT);
    const again = await there.log.append([say("a", "one", "r"), say("a", "two", "s")], AT);
    expect(again.outcomes).toEqual([head + 1, head + 2]);
    expect(again.events.map(({ seq }) => seq)).toEqual([head + 2]);
  });

  test("a ref said on both nodes at once is stored once", async () => {
    const { here, there, head, day } = await newDay();
    const refs = range(0, 20).map((number) => say(`k${number}`, "x", "r"));
    const sent = await Promise.all(
      [here, there].flatMap(({ log }) => refs.map((one) => log.append([one], AT))),
    );
    const places = sent.flatMap(({ outcomes }) => codes(outcomes));
    expect(places.slice(0, 20)).toEqual(places.slice(20));
    expect(places.slice(0, 20).sort()).toEqual(range(head + 1, 20).sort());
    expect(await here.log.history(day, 100)).toHaveLength(20);
  });

  test("a guest of another day is neither stored nor heard, and may say it again as who they are by then", async () => {
    const { here, head, day } = await newDay();
    const yesterdays = { ...say("a", "one", "r"), sender: { ...guest("a"), day: "2026-02-28" } };
    const { outcomes, events } = await here.log.append([yesterdays, say("b", "two")], AT);
    expect(outcomes).toEqual([expect.objectContaining({ code: "unavailable" }), head + 1]);
    expect(events).toHaveLength(1);
    const act = here.log.apply("eraseOwn", {}, yesterdays.sender, AT);
    expect(await refusalOf(act)).toMatchObject({ code: "unavailable" });
    const todays = { ...yesterdays, sender: { ...guest("a"), day } };
    expect((await here.log.append([todays], AT)).outcomes).toEqual([head + 2]);
  });

  test("the ref of a deleted message is still known", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one", "r")], AT);
    await here.log.apply("erase", { id: head + 1 }, ROOM, AT);
    const again = await there.log.append([say("a", "one", "r")], AT);
    expect(again).toMatchObject({ events: [], outcomes: [head + 1] });
    expect(await here.log.history(day, 10)).toEqual([]);
  });

  test("messages without a ref are never taken for one another", async () => {
    const { here, head } = await newDay();
    const { outcomes } = await here.log.append([say("a", "x"), say("a", "x")], AT);
    expect(outcomes).toEqual([head + 1, head + 2]);
  });

  const ODD_REFS = [
    "\0",
    "a\0b",
    "\ud800",
    "\udc00\ud800",
    "'",
    '"',
    "\\",
    "\\u0000",
    "‮",
    "💥",
    "%",
    " ",
  ];
  test("refs of any characters are told apart and known again", async () => {
    const { here, there, head } = await newDay();
    const batch = ODD_REFS.map((ref) => say("a", "x", ref));
    const expected = range(head + 1, ODD_REFS.length);
    expect((await here.log.append(batch, AT)).outcomes).toEqual(expected);
    expect((await there.log.append(batch, AT)).outcomes).toEqual(expected);
  });

  test("of messages said on both nodes at once, the limit's number is stored", async () => {
    const { here, there, day } = await newDay();
    const each = submissions(LIMIT, "a").flatMap((one, index) => [
      here.log.append([one], AT),
      there.log.append([{ ...one, ref: `there ${index}` }], AT),
    ]);
    const outcomes = (await Promise.all(each)).flatMap(({ outcomes }) => codes(outcomes));
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(LIMIT);
    expect(await there.log.history(day, 100)).toHaveLength(LIMIT);
  });

  test("the message over the limit is refused on whichever node, and says how long to wait", async () => {
    const { here, there } = await newDay();
    await here.log.append(submissions(10, "a"), AT);
    await there.log.append(submissions(LIMIT, "a").slice(10), AT + 20_000);
    for (const { log } of [here, there]) {
      const over = await log.append([say("a", "over"), say("b", "another's")], AT + 30_500);
      expect(over.outcomes[0]).toMatchObject({ code: "rate_limited", retryAfter: 30 });
      expect(over.outcomes[1]).toBeNumber();
    }
  });

  test("without slow mode nobody waits, though another node's clock is ahead", async () => {
    const { here, there } = await newDay();
    await here.log.append([say("a", "early")], AT + 5_000);
    expect((await there.log.append([say("a", "late")], AT)).outcomes).toEqual([expect.any(Number)]);
  });

  test("the window slides: what is a minute old no longer counts", async () => {
    const { here, there } = await newDay();
    await here.log.append([say("a", "early")], AT);
    await here.log.append(submissions(LIMIT - 1, "a"), AT + 30_000);
    expect(codes((await there.log.append([say("a", "x")], AT + 59_999)).outcomes)).toEqual([
      "rate_limited",
    ]);
    const later = await there.log.append([say("a", "x"), say("a", "y")], AT + 60_000);
    expect(codes(later.outcomes)).toEqual([expect.any(Number), "rate_limited"]);
    expect(later.outcomes[1]).toMatchObject({ retryAfter: 30 });
  });

  test("a refused message and a repeated one do not count towards the limit", async () => {
    const { here } = await newDay();
    const { log } = here;
    await log.append([...submissions(LIMIT - 1, "a"), ...submissions(LIMIT, "a")], AT);
    for (let at = AT; at < AT + 60_000; at += 10_000) {
      expect(codes((await log.append([say("a", "no")], at)).outcomes)).toEqual(["rate_limited"]);
    }
    expect((await log.append([say("a", "yes")], AT + 60_000)).outcomes[0]).toBeNumber();
  });

  test("a repeated message gets its place even from somebody over the limit", async () => {
    const { here, there, head } = await newDay();
    await here.log.append(submissions(LIMIT, "a"), AT);
    expect((await there.log.append(submissions(1, "a"), AT)).outcomes).toEqual([head + 1]);
  });

  test("a banned user is refused from the next place on, on every node, and heard again once unbanned", async () => {
    const { here, there } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const anna = { ...guest(`u:${id}`), userId: id };
    const batch = [{ sender: anna, ref: null, text: "x" }, say("b", "y")];
    expect(codes((await there.log.append(batch, AT)).outcomes)).not.toContain("banned");
    await here.log.apply("ban", { userId: id, banned: true }, ROOM, AT);
    for (const { log } of [here, there]) {
      const { outcomes } = await log.append(batch, AT);
      expect(codes(outcomes)).toEqual(["banned", expect.any(Number)]);
    }
    await there.log.apply("ban", { userId: id, banned: false }, ROOM, AT);
    expect((await here.log.append(batch, AT)).outcomes[0]).toBeNumber();
  });

  test("what an account that was deleted had on its way is refused on every node, and takes nothing with it", async () => {
    const { here, there, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const anna = { ...guest(`u:${id}`), userId: id };
    const batch = [{ sender: anna, ref: null, text: "x" }, say("b", "y")];
    await there.log.append(batch, AT);
    await here.log.apply("deleteAccount", { userId: id }, ROOM, AT);
    for (const { log } of [there, here]) {
      const { outcomes } = await log.append(batch, AT);
      expect(codes(outcomes)).toEqual(["not_signed_in", expect.any(Number)]);
    }
    const kept = await here.log.history(day, 10);
    expect(kept.map(({ text }) => text)).toEqual(["y", "y", "y"]);
  });

  test("a ban and messages that race it have one order: none is stored after the ban", async () => {
    const { here, there, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const one = { sender: { ...guest(`u:${id}`), userId: id }, ref: null, text: "x" };
    const said = range(0, LIMIT).map((index) => (index % 2 ? here : there).log.append([one], AT));
    const [ban] = await Promise.all([
      here.log.apply("ban", { userId: id, banned: true }, ROOM, AT),
      ...said,
    ]);
    const banned = ban.events[0]?.seq ?? 0;
    expect(banned).toBeGreaterThan(0);
    const after = await here.log.messagesAfter(day, banned, 100);
    expect(after).toEqual([]);
  });
});
