import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, codes, dayAfter, guest, newAccount, nodesOf, range, say, TOPIC } from "./nodes.ts";

const NEXT_TOPIC = { topic: "Mondays", rules: "Be kind." };

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const NOT_FOUND = { code: "not_found" };

describe.each(STORES)("a change of the log, on %s", (store) => {
  const newDay = nodesOf(store);

  test("erasing takes the text out of sight and says so; a second time there is nothing to erase", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("a", "two")], AT);
    const deleted: RoomEvent = { type: "deleted", seq: head + 3, id: head + 1 };
    expect(await there.log.apply("erase", { id: head + 1 }, ROOM, AT)).toEqual({
      events: [deleted],
      result: { act: head + 3, count: 1 },
    });
    expect(await refusalOf(here.log.apply("erase", { id: head + 1 }, ROOM, AT))).toMatchObject(
      NOT_FOUND,
    );
    expect((await here.log.history(day, 10)).map(({ text }) => text)).toEqual(["two"]);
    expect((await here.log.after(head, 10, day)).at(-1)).toEqual(deleted);
  });

  test("of many who erase one message at once, one does", async () => {
    const { here, there, head } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const tries = range(0, 10).map((index) =>
      (index % 2 ? here : there).log.apply("erase", { id: head + 1 }, ROOM, AT),
    );
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    expect((await here.log.state()).seq).toBe(head + 2);
  });

  test("what is not a message of today cannot be erased", async () => {
    const { here, head } = await newDay();
    for (const id of [0, head, head + 1, Number.MAX_SAFE_INTEGER]) {
      expect(await refusalOf(here.log.apply("erase", { id }, ROOM, AT))).toMatchObject(NOT_FOUND);
    }
    expect((await here.log.state()).seq).toBe(head);
  });

  test("clearing says how many messages there were, and the places go on after it", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    const cleared: RoomEvent = { type: "cleared", seq: head + 3, day };
    expect(await there.log.apply("clear", {}, ROOM, AT)).toEqual({
      events: [cleared],
      result: { act: head + 3, count: 2 },
    });
    expect(await here.log.history(day, 10)).toEqual([]);
    expect((await here.log.apply("clear", {}, ROOM, AT)).result).toEqual({ act: null, count: 0 });
    expect((await here.log.append([say("a", "new")], AT)).outcomes).toEqual([head + 5]);
  });

  test("a topic without rules keeps the rules, and both nodes know it", async () => {
    const { here, there, head } = await newDay();
    const { events, result } = await here.log.apply("setTopic", { topic: "Queues" }, ROOM, AT);
    expect(result).toEqual({ topic: "Queues", rules: TOPIC.rules });
    expect(events).toEqual([{ type: "topic", seq: head + 1, ...result }]);
    await there.log.apply("setTopic", { topic: '“Q” \\ "', rules: "" }, ROOM, AT);
    expect(await here.log.state()).toMatchObject({ seq: head + 2, topic: '“Q” \\ "', rules: "" });
  });

  test("the operator's topic is applied once for each value it takes", async () => {
    const { here, there } = await newDay();
    expect((await here.log.apply("configure", TOPIC, ROOM, AT)).result).toBe(true);
    await here.log.apply("setTopic", { topic: "An admin's", rules: "own" }, ROOM, AT);
    expect(await there.log.apply("configure", TOPIC, ROOM, AT)).toEqual({
      events: [],
      result: false,
    });
    expect((await here.log.state()).topic).toBe("An admin's");
    expect((await there.log.apply("configure", NEXT_TOPIC, ROOM, AT)).result).toBe(true);
    expect(await here.log.state()).toMatchObject(NEXT_TOPIC);
  });

  test("a ban is an event, and so is lifting it; nobody and admins cannot be banned", async () => {
    const { here, there, head } = await newDay();
    const account = newAccount();
    const { id } = await here.users.create(account, AT);
    const admin = await here.users.create(newAccount({ isAdmin: true }), AT);
    expect(await there.log.apply("ban", { userId: id, banned: true }, ROOM, AT)).toMatchObject({
      events: [{ type: "sanctioned", seq: head + 1, sanction: { kind: "ban", userId: id } }],
      result: { name: account.username, act: null, count: 0 },
    });
    expect((await here.users.byEmail(account.email))?.isActive).toBe(false);
    expect(await here.log.apply("ban", { userId: id, banned: false }, ROOM, AT)).toMatchObject({
      events: [{ type: "lifted", seq: head + 2 }],
      result: { name: account.username, act: null, count: 0 },
    });
    expect((await there.users.byEmail(account.email))?.isActive).toBe(true);
    expect(
      await refusalOf(here.log.apply("ban", { userId: 2 ** 31 - 1, banned: true }, ROOM, AT)),
    ).toMatchObject({ code: "not_found" });
    expect(
      await refusalOf(here.log.apply("ban", { userId: admin.id, banned: true }, ROOM, AT)),
    ).toMatchObject({ code: "admin_protected" });
    expect((await here.log.state()).seq).toBe(head + 2);
  });

  test("making an admin sets the password, lifts a ban and ends every sign-in, which is an event", async () => {
    const { here, there, head } = await newDay();
    const account = newAccount();
    const { id, tokenVersion } = await here.users.create(account, AT);
    await here.log.apply("ban", { userId: id, banned: true }, ROOM, AT);
    const input = { userId: id, passwordHash: "new hash" };
    const { events } = await there.log.apply("makeAdmin", input, ROOM, AT);
    expect(events).toMatchObject([
      { type: "lifted", seq: head + 2 },
      { type: "sign_ins_ended", seq: head + 3, userId: id },
    ]);
    expect(await here.log.after(head + 1, 10, "1970-01-01")).toEqual(events);
    expect(await here.users.byEmail(account.email)).toMatchObject({
      isAdmin: true,
      isActive: true,
      passwordHash: "new hash",
      tokenVersion: tokenVersion + 2,
    });
  });

  test("a token that is signed out is nobody's on any node, and others of the same user work", async () => {
    const { here, there, head } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const { events } = await here.log.apply(
      "signOut",
      { userId: id, tokenId: "token-1", expires: AT },
      ROOM,
      AT,
    );
    expect(events).toEqual([{ type: "signed_out", seq: head + 1, userId: id, tokenId: "token-1" }]);
    await here.log.apply("signOut", { userId: id, tokenId: "token-1", expires: AT }, ROOM, AT);
    expect(await there.users.byToken(id, "token-1")).toBeNull();
    expect((await there.users.byToken(id, "token-2"))?.id).toBe(id);
    expect(await there.users.byToken(2 ** 31 - 1, "token-2")).toBeNull();
  });

  test("a token stays signed out over midnight until it has expired", async () => {
    const { here, there, day } = await newDay();
    const { id } = await here.users.create(newAccount(), AT);
    const midnight = Date.parse(dayAfter(day));
    await here.log.apply(
      "signOut",
      { userId: id, tokenId: "token-3", expires: midnight + 86_400_000 },
      ROOM,
      AT,
    );
    await there.log.turnDay(dayAfter(day), TOPIC, AT);
    expect(await here.users.byToken(id, "token-3")).toBeNull();
  });

  test("of many nodes that turn the day at once, one does: there is one cleared event", async () => {
    const { here, there, turners, head, day } = await newDay();
    const nodes = await turners();
    await here.log.append([say("a", "yesterday's", "r")], AT);
    const next = dayAfter(day);
    const turns = [...nodes, ...nodes].map(({ log }) => log.turnDay(next, NEXT_TOPIC, AT));
    const turned = (await Promise.all(turns)).filter(({ result }) => result);
    expect(turned).toEqual([
      {
        result: true,
        events: [
          { type: "cleared", seq: head + 2, day: next },
          { type: "topic", seq: head + 3, ...NEXT_TOPIC },
        ],
      },
    ]);
    expect(await there.log.state()).toMatchObject({ seq: head + 3, day: next, ...NEXT_TOPIC });
  });

  test("a day that is over or on does not begin again", async () => {
    const { here, head, day } = await newDay();
    for (const other of [day, "1970-01-01"]) {
      expect(await here.log.turnDay(other, NEXT_TOPIC, AT)).toEqual({ events: [], result: false });
    }
    expect(await here.log.state()).toMatchObject({ seq: head, day, ...TOPIC });
  });

  test("messages that race the turn belong to the day they are ordered in", async () => {
    const { here, turners, day } = await newDay();
    const [, other = here] = await turners();
    const next = dayAfter(day);
    const appends = range(0, 20).map((index) => here.log.append([say(`k${index}`, "x")], AT));
    const [{ events }, ...said] = await Promise.all([
      other.log.turnDay(next, TOPIC, AT),
      ...appends,
    ]);
    const turn = events[0]?.seq ?? 0;
    const later = said.flatMap(({ outcomes }) => codes(outcomes)).filter((seq) => +seq > turn);
    const kept = await here.log.history(day, 100);
    expect(kept.map(({ id }) => id)).toEqual(later.map(Number).sort((a, b) => a - b));
    expect(kept.every((message) => message.day === next)).toBe(true);
  });

  test("no place is given twice: not after clearing, turning or opening the store anew", async () => {
    const { here, there, open, day } = await newDay();
    const given: number[] = [];
    const place = async (log: typeof here.log) => {
      given.push(...(await log.append([say(`k${given.length}`, "x")], AT)).outcomes.map(Number));
    };
    await place(here.log);
    await here.log.apply("clear", {}, ROOM, AT);
    await place(there.log);
    await there.log.turnDay(dayAfter(day), TOPIC, AT);
    await place(here.log);
    await place((await open()).log);
    expect(given).toEqual([...new Set(given)].sort((a, b) => a - b));
    expect((await here.log.state()).seq).toBe(given.at(-1) ?? 0);
  });

  test("what only staff or an admin may do is decided in the transaction, whatever the caller believes", async () => {
    const { here, there, head } = await newDay();
    await here.log.append([say("a", "stays")], AT);
    const user = await here.users.create(newAccount(), AT);
    const admin = await here.users.create(newAccount({ isAdmin: true }), AT);
    const as = ({ id }: { id: number }) => ({ key: `u:${id}`, kind: "admin", userId: id }) as const;
    for (const actor of [guest("a"), as(user), as({ id: 2 ** 31 - 1 })]) {
      const clear = there.log.apply("clear", {}, actor, AT);
      expect(await refusalOf(clear)).toMatchObject({ code: "not_admin" });
      const erase = there.log.apply("erase", { id: head + 1 }, actor, AT);
      expect(await refusalOf(erase)).toMatchObject({ code: "not_staff" });
    }
    expect((await there.log.apply("clear", {}, as(admin), AT)).result.count).toBe(1);
  });
});
