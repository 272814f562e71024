import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import type { Log } from "../../src/room/ports.ts";
import { SNAPSHOT_MESSAGES } from "../../src/wire/limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, dayAfter, guest, newAccount, nodesOf, range, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const GONE = { code: "not_found" };
const texts = async (log: Log, day: string) =>
  (await log.history(day, 1_000)).map(({ text }) => text);

describe.each(STORES)("what was taken out of sight, on %s", (store) => {
  const newDay = nodesOf(store);

  test("comes back where it stood, with its reactions, and every node says so with its text", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two"), say("a", "three")], AT);
    await here.log.apply("react", { reactions: [{ id: head + 2, sender: "c" }] }, ROOM, AT);
    const { result } = await here.log.apply("erase", { id: head + 2 }, ROOM, AT);
    expect(await texts(there.log, day)).toEqual(["one", "three"]);
    const undone = await there.log.apply("undo", { act: result.act ?? 0 }, ROOM, AT);
    expect(undone).toMatchObject({
      events: [
        {
          type: "restored",
          seq: head + 6,
          undone: head + 5,
          of: "deleted",
          ids: [head + 2],
          messages: [{ id: head + 2, user: "Guest b", text: "two", kind: "guest", felt: 1 }],
        },
      ],
      result: 1,
    });
    expect(await texts(here.log, day)).toEqual(["one", "two", "three"]);
    expect(await here.log.after(head + 5, 10, day)).toEqual(undone.events);
    const types = (await here.log.after(head, 10, day)).map(({ type }) => type);
    expect(types.join(" ")).toBe("message message message felt deleted restored");
  });

  test("comes back once, by who took it away or an admin, and by nobody else", async () => {
    const { here, there, head, day } = await newDay();
    const admin = await here.users.create(newAccount({ isAdmin: true }), AT);
    const asAdmin = { key: `u:${admin.id}`, kind: "admin", userId: admin.id } as const;
    await here.log.append([say("a", "one"), say("a", "two")], AT);
    for (const actor of [guest("a"), asAdmin]) {
      const { result } = await here.log.apply("eraseOwn", {}, guest("a"), AT);
      const act = result.act ?? 0;
      expect(await refusalOf(there.log.apply("undo", { act }, guest("b"), AT))).toMatchObject(GONE);
      expect((await there.log.apply("undo", { act }, actor, AT)).result).toBe(2);
      expect(await refusalOf(here.log.apply("undo", { act }, actor, AT))).toMatchObject(GONE);
    }
    expect(await texts(here.log, day)).toEqual(["one", "two"]);
    expect((await here.log.state()).seq).toBe(head + 6);
  });

  test("is nowhere once it is destroyed, and what stands is left alone", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two"), say("b", "three")], AT);
    await here.log.apply("react", { reactions: [{ id: head + 1, sender: "c" }] }, ROOM, AT);
    const first = await here.log.apply("erase", { id: head + 1 }, ROOM, AT);
    const second = await here.log.apply("erase", { id: head + 2 }, ROOM, AT);
    await there.log.apply("destroyWithdrawn", { upTo: first.result.act ?? 0 }, ROOM, AT);
    const undo = (act: number | null) => here.log.apply("undo", { act: act ?? 0 }, ROOM, AT);
    expect(await refusalOf(undo(first.result.act))).toMatchObject(GONE);
    expect((await undo(second.result.act)).result).toBe(1);
    expect(await texts(here.log, day)).toEqual(["two", "three"]);
  });

  test("a ban is lifted with what it took; what the account took back itself stays gone", async () => {
    const { here, there, day } = await newDay();
    const account = newAccount();
    const { id } = await here.users.create(account, AT);
    const ann = {
      key: `u:${id}`,
      name: "ann",
      kind: "user",
      userId: id,
      range: null,
      since: null,
    } as const;
    const [seq = 0] = (
      await here.log.append(
        ["regretted", "kept"].map((text) => ({ sender: ann, ref: null, text })),
        AT,
      )
    ).outcomes;
    const own = await here.log.apply("eraseOwn", { id: Number(seq) }, ann, AT);
    const ban = await here.log.apply("ban", { userId: id, banned: true }, ROOM, AT);
    expect(await texts(there.log, day)).toEqual([]);
    expect(
      await refusalOf(here.log.apply("undo", { act: own.result.act ?? 0 }, ann, AT)),
    ).toMatchObject(GONE);
    const { events } = await there.log.apply("undo", { act: ban.result.act ?? 0 }, ROOM, AT);
    expect(events).toMatchObject([{ type: "lifted" }, { type: "restored", of: "removed" }]);
    expect(await texts(there.log, day)).toEqual(["kept"]);
    expect((await here.users.byEmail(account.email))?.isActive).toBe(true);
  });

  test("nothing comes back past a clearing but by undoing the clearing", async () => {
    const { here, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    const own = await here.log.apply("eraseOwn", { id: head + 1 }, guest("a"), AT);
    const cleared = await here.log.apply("clear", {}, ROOM, AT);
    const back = here.log.apply("undo", { act: own.result.act ?? 0 }, guest("a"), AT);
    expect(await refusalOf(back)).toMatchObject(GONE);
    await here.log.apply("undo", { act: cleared.result.act ?? 0 }, ROOM, AT);
    expect(await texts(here.log, day)).toEqual(["two"]);
  });

  test("what staff delete after its author did is theirs to bring back, and no longer the author's", async () => {
    const { here, head } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const own = await here.log.apply("eraseOwn", { id: head + 1 }, guest("a"), AT);
    const staff = await here.log.apply("erase", { id: head + 1 }, ROOM, AT);
    const back = here.log.apply("undo", { act: own.result.act ?? 0 }, guest("a"), AT);
    expect(await refusalOf(back)).toMatchObject(GONE);
    expect((await here.log.apply("undo", { act: staff.result.act ?? 0 }, ROOM, AT)).result).toBe(1);
  });

  test("of a large clearing the event brings the newest alone, and all of it stands", async () => {
    const { here, there, open, head, day } = await newDay();
    const patient = await open(1_000);
    const count = SNAPSHOT_MESSAGES + 20;
    await patient.log.append(
      range(1, count).map((number) => say("a", `${number}`)),
      AT,
    );
    const { result } = await here.log.apply("clear", {}, ROOM, AT);
    const { events } = await there.log.apply("undo", { act: result.act ?? 0 }, ROOM, AT);
    expect(events).toMatchObject([{ ids: range(head + 21, SNAPSHOT_MESSAGES) }]);
    expect(await texts(here.log, day)).toEqual(range(1, count).map(String));
  });
});

describe.each(STORES)("what was taken out of sight before midnight, on %s", (store) => {
  const newDay = nodesOf(store);

  test("after midnight nothing of it is left, and the receipt counts it", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    const { result } = await here.log.apply("erase", { id: head + 1 }, ROOM, AT);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    const back = there.log.apply("undo", { act: result.act ?? 0 }, ROOM, AT);
    expect(await refusalOf(back)).toMatchObject(GONE);
    const destroyed = await here.destruction.destroy();
    expect(destroyed).toMatchObject({ day, messages: 2, people: 2 });
    expect(destroyed?.checks.find(({ what }) => what === "rows")).toMatchObject({ found: 0 });
  });
});
