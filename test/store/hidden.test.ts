import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Actor, CommandInput, CommandName, Withdrawn } from "../../src/room/commands.ts";
import { ROOM } from "../../src/room/commands.ts";
import type { Change, Log } from "../../src/room/ports.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, dayAfter, guest, nodesOf, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const GONE = { code: "not_found" };
const MUCH_LATER = Number.MAX_SAFE_INTEGER;
const texts = async (log: Log, day: string) =>
  (await log.history(day, 1_000)).map(({ text }) => text);
const asRoom = <Name extends CommandName>(log: Log, name: Name, input: CommandInput<Name>) =>
  log.apply(name, input, ROOM, AT);
const MINUTE = 60_000;
/** Raises the shield a minute after an instant. `act`: what hid what newcomers had said since then, if anything did. */
async function hide(log: Log, since = AT) {
  const { events } = await log.apply("setShield", { minutes: 1 }, ROOM, since + MINUTE);
  return { events, act: events.find(({ type }) => type === "removed")?.seq ?? 0 };
}
/** A day that begins with the shield down. */
function downDays(newDay: ReturnType<typeof nodesOf>) {
  return async () => {
    const nodes = await newDay();
    await asRoom(nodes.here.log, "setShield", { minutes: 0 });
    const { seq: head } = await nodes.here.log.state();
    return { ...nodes, head };
  };
}
type Erase = (log: Log, id: number) => Promise<Change<Withdrawn>>;
const undo = (log: Log, act: number | null) => asRoom(log, "undo", { act: act ?? 0 });

const banOf = (message: number): CommandInput<"sanction"> => ({
  kind: "ban",
  message,
  userId: null,
  minutes: null,
  midnight: AT + 1,
  reason: null,
});

describe.each(STORES)("what is hidden, on %s", (store) => {
  const newDay = downDays(nodesOf(store));

  test("is nothing of those who were here before midnight, which a sweep takes all the same", async () => {
    const { here, there, day } = await newDay();
    const sender = { ...guest("a"), wasHere: true };
    await here.log.append([{ ...say("a", "one"), sender }, say("b", "two")], AT);
    await hide(there.log);
    expect(await texts(here.log, day)).toEqual(["one"]);
    await asRoom(here.log, "sweep", { since: AT });
    expect(await texts(there.log, day)).toEqual([]);
  });

  test("is out of sight on every node, and comes back where it stood with its reactions", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "before")], AT - 1);
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    await asRoom(here.log, "react", { reactions: [{ id: head + 2, sender: "c" }] });
    const { events, act } = await hide(there.log);
    expect(events).toMatchObject([
      { type: "mode", seq: head + 5 },
      { type: "removed", seq: head + 6, ids: [head + 2, head + 3], by: "hidden" },
    ]);
    for (const { log } of [here, there]) {
      expect(await log.hidden(day)).toMatchObject([
        { act, count: 2, messages: [{ id: head + 2, text: "one" }, { text: "two" }] },
      ]);
    }
    expect(await texts(here.log, day)).toEqual(["before"]);
    expect((await here.log.after(head, 10, day)).map(({ type }) => type).join(" ")).toBe(
      "message quiet quiet felt mode removed",
    );
    const kept = await asRoom(here.log, "keepHidden", { act });
    expect(kept).toMatchObject({
      events: [
        {
          type: "restored",
          undone: act,
          of: "removed",
          ids: [head + 2, head + 3],
          messages: [{ text: "one", felt: 1 }, { text: "two" }],
        },
      ],
      result: 2,
    });
    expect(await texts(there.log, day)).toEqual(["before", "one", "two"]);
    const again = asRoom(here.log, "keepHidden", { act });
    expect(await refusalOf(again)).toMatchObject(GONE);
    expect(await there.log.hidden(day)).toEqual([]);
  });

  test("is kept until staff decide, however much is destroyed meanwhile, and is no act to undo", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const { act } = await hide(here.log);
    await asRoom(there.log, "destroyWithdrawn", { upTo: MUCH_LATER });
    expect(await refusalOf(undo(here.log, act))).toMatchObject(GONE);
    const removed = await asRoom(there.log, "removeHidden", { act });
    expect(removed.events).toEqual([
      { type: "removed", seq: head + 4, ids: [head + 1], by: "staff" },
    ]);
    await asRoom(there.log, "destroyWithdrawn", { upTo: MUCH_LATER });
    expect(await refusalOf(undo(here.log, removed.result.act))).toMatchObject(GONE);
    const kept = asRoom(here.log, "keepHidden", { act });
    expect(await refusalOf(kept)).toMatchObject(GONE);
    expect(await texts(here.log, day)).toEqual([]);
  });

  const deletions: [string, Actor, Erase][] = [
    ["its author", guest("a"), (log, id) => log.apply("eraseOwn", { id }, guest("a"), AT)],
    [
      "an author who takes back everything",
      guest("a"),
      (log) => log.apply("eraseOwn", {}, guest("a"), AT),
    ],
    ["staff", ROOM, (log, id) => asRoom(log, "erase", { id })],
    ["staff with all of its sender's", ROOM, (log, id) => asRoom(log, "eraseSender", { id })],
    ["a ban of its sender", ROOM, (log, id) => asRoom(log, "sanction", banOf(id))],
    ["a clearing", ROOM, (log) => asRoom(log, "clear", {})],
    ["a sweep", ROOM, (log) => asRoom(log, "sweep", { since: AT })],
  ];
  test.each(deletions)(
    "is deleted by %s as what is seen, and hidden again where that is undone",
    async (_, actor, erase) => {
      const { here, there, head, day } = await newDay();
      await here.log.append([say("a", "one")], AT);
      const { act } = await hide(here.log);
      const erased = await erase(there.log, head + 1);
      expect(erased.result).toMatchObject({ count: 1 });
      const kept = asRoom(here.log, "keepHidden", { act });
      expect(await refusalOf(kept)).toMatchObject(GONE);
      const undone = { act: erased.result.act ?? 0 };
      expect((await here.log.apply("undo", undone, actor, AT)).result).toBe(1);
      expect(await texts(here.log, day)).toEqual([]);
      await asRoom(here.log, "keepHidden", { act });
      expect(await texts(there.log, day)).toEqual(["one"]);
    },
  );

  test("is destroyed with what was deleted, and then nothing of it is left", async () => {
    const { here, there, day } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const { act } = await hide(here.log);
    const own = await here.log.apply("eraseOwn", {}, guest("a"), AT);
    await asRoom(there.log, "destroyWithdrawn", { upTo: own.result.act ?? 0 });
    expect(await refusalOf(undo(here.log, own.result.act))).toMatchObject(GONE);
    const kept = asRoom(here.log, "keepHidden", { act });
    expect(await refusalOf(kept)).toMatchObject(GONE);
    expect(await texts(here.log, day)).toEqual([]);
  });
});

describe.each(STORES)("a shield that goes up, on %s", (store) => {
  const newDay = downDays(nodesOf(store));
  const MINUTES = { minutes: 10 };

  test("hides once what newcomers said in the last minute, whoever else raises it then or renews it", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "long ago")], AT - MINUTE - 1);
    await here.log.append([say("a", "one"), say("b", "two")], AT - MINUTE);
    const raised = await Promise.all(
      [here, there, here].map(({ log }) => log.apply("setShield", MINUTES, ROOM, AT)),
    );
    const events = raised.flatMap((change) => change.events);
    expect(events.map(({ type }) => type).toSorted()).toEqual(["mode", "removed"]);
    const act = events.find(({ type }) => type === "removed")?.seq ?? 0;
    expect(act).toBe(head + 5);
    const renewed = await there.log.apply("setShield", MINUTES, ROOM, AT + MINUTE);
    expect(renewed.events.map(({ type }) => type)).toEqual(["mode"]);
    for (const { log } of [here, there]) {
      expect(await texts(log, day)).toEqual(["long ago"]);
      expect(await log.hidden(day)).toMatchObject([{ act, count: 2 }]);
    }
    await asRoom(there.log, "removeHidden", { act });
    expect(await here.log.hidden(day)).toEqual([]);
  });

  test("leaves alone what was said by who was heard and by staff, and says nothing where there is nothing", async () => {
    const { here, day } = await newDay();
    const came = AT - 10 * MINUTE;
    const known = (text: string) => ({ ...say("k", text), sender: { ...guest("k"), since: came } });
    const staff = { ...say("s", "from staff"), sender: { ...guest("s"), kind: "admin" as const } };
    await here.log.append([known("first")], came);
    await here.log.append([known("heard"), staff], AT - 1);
    const { events } = await here.log.apply("setShield", MINUTES, ROOM, AT);
    expect(events.map(({ type }) => type)).toEqual(["mode"]);
    expect(await texts(here.log, day)).toEqual(["first", "heard", "from staff"]);
    expect(await here.log.hidden(day)).toEqual([]);
  });

  test("tells staff of the reports of what it hides, and of what they decide", async () => {
    const { here, there, head, day } = await newDay();
    const came = AT - 10 * MINUTE;
    const by = { ...guest("k"), since: came, range: "r" };
    await here.log.append([{ ...say("k", "first"), sender: by }], came);
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    await here.log.apply("report", { id: head + 2, by }, by, AT);
    const { events, act } = await hide(there.log);
    const count = (seq: number, reports: number, hidden: boolean) => ({
      type: "report_count" as const,
      seq,
      id: head + 2,
      count: reports,
      hidden,
    });
    expect(events.at(-1)).toEqual(count(act + 1, 1, true));
    expect(await here.log.reports(day)).toMatchObject([{ id: head + 2, hidden: true }]);
    const kept = await asRoom(here.log, "keepHidden", { act });
    expect(kept.events.at(-1)).toEqual(count(act + 3, 0, false));
    expect(await there.log.reports(day)).toEqual([]);
    // Who reported what nobody hid for it is believed as before.
    const again = await here.log.apply("report", { id: head + 3, by }, by, AT + 1);
    expect(again.events).toMatchObject([{ id: head + 3, count: 1 }]);
  });
});

describe.each(STORES)("what is hidden at midnight, on %s", (store) => {
  const newDay = downDays(nodesOf(store));

  test("is destroyed with the day, searched for, and counted in its receipt", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "a text long enough to be told"), say("b", "two")], AT);
    const { act } = await hide(here.log);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    const kept = asRoom(there.log, "keepHidden", { act });
    expect(await refusalOf(kept)).toMatchObject(GONE);
    expect(await there.log.after(head, 2, dayAfter(day))).toMatchObject([
      { type: "quiet" },
      { type: "quiet" },
    ]);
    const destroyed = await here.destruction.destroy();
    expect(destroyed).toMatchObject({ day, messages: 2, people: 2 });
    expect(destroyed?.checks).toContainEqual({ what: "rows", found: 0, ok: true });
    expect(destroyed?.checks).toContainEqual({ what: "key", found: 0, ok: true });
    expect(destroyed?.checks.every(({ ok }) => ok)).toBe(true);
  });
});
