import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Actor } from "../../src/room/commands.ts";
import { ROOM } from "../../src/room/commands.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, newAccount, nodesOf } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;
const iso = (at: number) => new Date(at).toISOString();

describe.each(STORES)("the shield in the store, on %s", (store) => {
  const newDay = nodesOf(store);

  const opened = async () => {
    const nodes = await newDay();
    const { id } = await nodes.here.users.create({ ...newAccount(), isAdmin: true }, AT);
    const staff: Actor = { key: `u:${id}`, kind: "admin", userId: id };
    const set = async (minutes: number, actor: Actor, at: number, node = nodes.here) =>
      (await node.log.apply("setShield", { minutes }, actor, at)).events;
    await set(0, staff, AT);
    const { seq } = await nodes.here.log.state();
    return { ...nodes, staff, set, head: seq };
  };

  test("is raised by staff or the room, seen by every node, and never longer than an hour", async () => {
    const { staff, set, there, head } = await opened();
    const up = (until: number, raised_by: "staff" | "room") => ({
      type: "mode" as const,
      slow_seconds: 0,
      shield: { on: true as const, since: iso(AT), until: iso(until), raised_by },
    });
    expect(await set(10, ROOM, AT)).toEqual([{ ...up(AT + 10 * MINUTE, "room"), seq: head + 1 }]);
    expect((await there.log.state()).shield).toEqual({
      since: AT,
      until: AT + 10 * MINUTE,
      raisedBy: "room",
    });
    const later = AT + 30 * MINUTE;
    expect(await set(10, ROOM, AT + 9 * MINUTE, there)).toMatchObject([
      up(AT + 19 * MINUTE, "room"),
    ]);
    expect(await set(25, staff, AT + 18 * MINUTE)).toMatchObject([up(AT + 43 * MINUTE, "staff")]);
    expect(await set(60, staff, later)).toMatchObject([up(AT + 60 * MINUTE, "staff")]);
    expect(await set(60, ROOM, AT + 59 * MINUTE)).toEqual([]);
  });

  test("is renewed by the room no sooner than a minute later, and never shortened by it", async () => {
    const { staff, set } = await opened();
    await set(10, ROOM, AT);
    expect(await set(10, ROOM, AT + MINUTE - 1)).toEqual([]);
    expect(await set(10, ROOM, AT + MINUTE)).toHaveLength(1);
    await set(30, staff, AT + 2 * MINUTE);
    expect(await set(10, ROOM, AT + 3 * MINUTE)).toEqual([]);
    expect(await set(5, staff, AT + 4 * MINUTE)).toMatchObject([
      { shield: { until: iso(AT + 9 * MINUTE) } },
    ]);
  });

  test("ends at its time and not before, once, and another begins anew", async () => {
    const { set, here, there } = await opened();
    await set(10, ROOM, AT);
    const end = (node: typeof here, at: number) => node.log.apply("endShield", {}, ROOM, at);
    expect((await end(here, AT + 10 * MINUTE - 1)).events).toEqual([]);
    expect((await end(there, AT + 10 * MINUTE)).events).toMatchObject([
      { type: "mode", shield: { on: false, until: null, raised_by: null } },
    ]);
    expect((await end(here, AT + 10 * MINUTE)).events).toEqual([]);
    expect((await there.log.state()).shield).toBeNull();
    await set(10, ROOM, AT + 11 * MINUTE);
    // Over, and no node has ended it yet.
    await set(10, ROOM, AT + 30 * MINUTE);
    expect((await here.log.state()).shield).toMatchObject({ since: AT + 30 * MINUTE });
  });

  test("keeps apart from slow mode, outlives midnight, and is read again from the log", async () => {
    const { set, here, there, staff, head, day } = await opened();
    await here.log.apply("setSlowMode", { seconds: 10 }, staff, AT);
    await set(10, staff, AT);
    const stored = await there.log.after(head, 10, day);
    expect(stored).toMatchObject([
      { type: "mode", slow_seconds: 10, shield: { on: false } },
      { type: "mode", slow_seconds: 10, shield: { on: true, raised_by: "staff" } },
    ]);
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
    await here.log.turnDay(next, { topic: "t", rules: "r" }, AT + MINUTE);
    expect((await there.log.state()).shield).toMatchObject({ until: AT + 10 * MINUTE });
    // Who was behind at midnight is given nothing of the day before.
    expect(await there.log.after(head, 10, next)).toMatchObject([
      { type: "quiet" },
      { type: "quiet" },
      { type: "cleared" },
      { type: "topic" },
      { type: "mode", slow_seconds: 10, shield: { on: true, raised_by: "staff" } },
    ]);
    const acts = await here.log.audit(2, Number.MAX_SAFE_INTEGER);
    expect(acts).toMatchObject([
      { act: "shield_raised", target: { kind: "room", id: null }, until: AT + 10 * MINUTE },
      { act: "slow_mode_set" },
    ]);
    await here.log.apply("setSlowMode", { seconds: 0 }, staff, AT + MINUTE);
  });
});
