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
const hide = (log: Log, since = AT) => asRoom(log, "hideNewcomers", { since });
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
  const newDay = nodesOf(store);

  test("is out of sight on every node, and comes back where it stood with its reactions", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "before")], AT - 1);
    await here.log.append([say("a", "one"), say("b", "two")], AT);
    await asRoom(here.log, "react", { reactions: [{ id: head + 2, sender: "c" }] });
    const { events, result } = await hide(there.log);
    expect(result).toEqual({ act: head + 5, count: 2 });
    expect(events).toEqual([
      { type: "removed", seq: head + 5, ids: [head + 2, head + 3], by: "hidden" },
    ]);
    expect(await texts(here.log, day)).toEqual(["before"]);
    expect((await here.log.after(head, 10, day)).map(({ type }) => type).join(" ")).toBe(
      "message quiet quiet felt removed",
    );
    const kept = await asRoom(here.log, "keepHidden", { act: head + 5 });
    expect(kept).toMatchObject({
      events: [
        {
          type: "restored",
          undone: head + 5,
          of: "removed",
          ids: [head + 2, head + 3],
          messages: [{ text: "one", felt: 1 }, { text: "two" }],
        },
      ],
      result: 2,
    });
    expect(await texts(there.log, day)).toEqual(["before", "one", "two"]);
    const again = asRoom(here.log, "keepHidden", { act: head + 5 });
    expect(await refusalOf(again)).toMatchObject(GONE);
  });

  test("is kept until staff decide, however much is destroyed meanwhile, and is no act to undo", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const { result } = await hide(here.log);
    await asRoom(there.log, "destroyWithdrawn", { upTo: MUCH_LATER });
    expect(await refusalOf(undo(here.log, result.act))).toMatchObject(GONE);
    const removed = await asRoom(there.log, "removeHidden", { act: result.act ?? 0 });
    expect(removed.events).toEqual([
      { type: "removed", seq: head + 3, ids: [head + 1], by: "staff" },
    ]);
    await asRoom(there.log, "destroyWithdrawn", { upTo: MUCH_LATER });
    expect(await refusalOf(undo(here.log, removed.result.act))).toMatchObject(GONE);
    const kept = asRoom(here.log, "keepHidden", { act: result.act ?? 0 });
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
      const { result } = await hide(here.log);
      const erased = await erase(there.log, head + 1);
      expect(erased.result).toMatchObject({ count: 1 });
      const kept = asRoom(here.log, "keepHidden", { act: result.act ?? 0 });
      expect(await refusalOf(kept)).toMatchObject(GONE);
      const act = erased.result.act ?? 0;
      expect((await here.log.apply("undo", { act }, actor, AT)).result).toBe(1);
      expect(await texts(here.log, day)).toEqual([]);
      await asRoom(here.log, "keepHidden", { act: result.act ?? 0 });
      expect(await texts(there.log, day)).toEqual(["one"]);
    },
  );

  test("is destroyed with what was deleted, and then nothing of it is left", async () => {
    const { here, there, day } = await newDay();
    await here.log.append([say("a", "one")], AT);
    const { result } = await hide(here.log);
    const own = await here.log.apply("eraseOwn", {}, guest("a"), AT);
    await asRoom(there.log, "destroyWithdrawn", { upTo: own.result.act ?? 0 });
    expect(await refusalOf(undo(here.log, own.result.act))).toMatchObject(GONE);
    const kept = asRoom(here.log, "keepHidden", { act: result.act ?? 0 });
    expect(await refusalOf(kept)).toMatchObject(GONE);
    expect(await texts(here.log, day)).toEqual([]);
  });
});

describe.each(STORES)("what is hidden at midnight, on %s", (store) => {
  const newDay = nodesOf(store);

  test("is destroyed with the day, searched for, and counted in its receipt", async () => {
    const { here, there, head, day } = await newDay();
    await here.log.append([say("a", "a text long enough to be told"), say("b", "two")], AT);
    const { result } = await hide(here.log);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    const kept = asRoom(there.log, "keepHidden", { act: result.act ?? 0 });
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
