import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import type { Store } from "../../src/store/ports.ts";
import { PLANNED_DAYS } from "../../src/wire/limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, nodesOf, TOPIC } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const entry = (topic: string) => ({ topic, rules: null });
const plan = ({ log }: Store, date: string, topic: string, rules: string | null = null) =>
  log.apply("planTopic", { date, topic, rules }, ROOM, AT);
const rotate = ({ log }: Store, ...topics: string[]) =>
  log.apply("setRotation", { topics: topics.map(entry) }, ROOM, AT);
/** From its beginning, whatever the tests before left. */
async function rotateAnew(store: Store, ...topics: string[]) {
  await rotate(store);
  await rotate(store, ...topics);
}
/** Opens `day`, and returns the topic that everyone is told. */
async function turn({ log }: Store, day: string): Promise<string> {
  const { events } = await log.turnDay(day, TOPIC, AT);
  const told = events.find((event) => event.type === "topic");
  const { topic, rules } = await log.state();
  expect(told).toMatchObject({ topic, rules });
  return topic;
}

describe.each(STORES)("the topics of days to come, on %s", (store) => {
  const newDay = nodesOf(store);

  test("a day opens with what was planned for it on any node, and the plan ends with that", async () => {
    const { here, there, day } = await newDay();
    await rotate(here);
    await plan(here, later(day, 2), "Queues", "No pushing.");
    await plan(there, later(day, 1), "Replaced");
    await plan(here, later(day, 1), "Trains");
    expect((await there.log.topics()).planned).toEqual([
      { date: later(day, 1), topic: "Trains", rules: null },
      { date: later(day, 2), topic: "Queues", rules: "No pushing." },
    ]);
    expect(await turn(there, later(day, 1))).toBe("Trains");
    expect(await here.log.state()).toMatchObject({ topic: "Trains", rules: TOPIC.rules });
    expect((await here.log.topics()).planned).toHaveLength(1);
    expect(await turn(here, later(day, 2))).toBe("Queues");
    expect(await there.log.state()).toMatchObject({ topic: "Queues", rules: "No pushing." });
    expect(await turn(here, later(day, 3))).toBe(TOPIC.topic);
    expect((await here.log.topics()).planned).toEqual([]);
  });

  test("of many nodes that turn a day at once one does, and the rotation moves on by one", async () => {
    const { here, there, turners, day } = await newDay();
    const nodes = await turners();
    await rotateAnew(here, "A", "B", "C");
    const opened: string[] = [];
    for (const days of [1, 2, 3, 4]) {
      const next = later(day, days);
      const turns = await Promise.all(
        [...nodes, ...nodes].map(({ log }) => log.turnDay(next, TOPIC, AT)),
      );
      expect(turns.filter(({ result }) => result)).toHaveLength(1);
      opened.push((await there.log.state()).topic);
    }
    expect(opened).toEqual(["A", "B", "C", "A"]);
    expect((await here.log.topics()).next).toBe(1);
  });

  test("days that were missed take their turn, and those that were planned do not", async () => {
    const { here, there, day } = await newDay();
    await rotateAnew(here, "A", "B", "C");
    await plan(here, later(day, 2), "missed");
    await plan(here, later(day, 5), "Queues");
    // A, what was planned, and B were missed.
    expect(await turn(there, later(day, 4))).toBe("C");
    expect((await here.log.topics()).planned).toMatchObject([{ topic: "Queues" }]);
    expect(await turn(here, later(day, 5))).toBe("Queues");
    expect(await turn(there, later(day, 6))).toBe("A");
  });

  test("a rotation of none leaves every day with the usual topic", async () => {
    const { here, day } = await newDay();
    await rotateAnew(here, "A", "B");
    expect(await turn(here, later(day, 1))).toBe("A");
    expect((await rotate(here, "B")).result).toEqual({ next: 0 });
    expect((await rotate(here)).result).toEqual({ next: 0 });
    expect(await turn(here, later(day, 2))).toBe(TOPIC.topic);
  });

  test("neither today nor a day gone is planned, nor one that is too far ahead", async () => {
    const { here, there, day } = await newDay();
    const wrong = [later(day, -1), day, later(day, PLANNED_DAYS + 1), "9999-12-31", "0001-01-01"];
    for (const date of wrong) {
      expect(await refusalOf(plan(there, date, "T"))).toMatchObject({ code: "not_plannable" });
    }
    await plan(here, later(day, PLANNED_DAYS), "T");
    const { result } = await here.log.apply(
      "unplanTopic",
      { date: later(day, PLANNED_DAYS) },
      ROOM,
      AT,
    );
    expect(result).toBeNull();
    expect((await here.log.topics()).planned).toEqual([]);
  });

  test("only what is planned is taken back", async () => {
    const { here, there, day } = await newDay();
    const date = later(day, 1);
    await plan(here, date, "T");
    const takeBack = ({ log }: Store) => log.apply("unplanTopic", { date }, ROOM, AT);
    await takeBack(there);
    expect(await refusalOf(takeBack(here))).toMatchObject({ code: "not_found" });
    expect(await turn(here, date)).toBe(TOPIC.topic);
  });

  test("nothing of it takes a place in the log", async () => {
    const { here, day, head } = await newDay();
    await plan(here, later(day, 1), "T");
    await rotate(here, "A");
    await here.log.apply("unplanTopic", { date: later(day, 1) }, ROOM, AT);
    expect((await here.log.state()).seq).toBe(head);
  });

  test("one who is no admin plans nothing", async () => {
    const { here, day } = await newDay();
    const actor = { key: "u:999", kind: "admin", userId: 999 } as const;
    const date = later(day, 1);
    const tries = [
      () => here.log.apply("planTopic", { date, topic: "T", rules: null }, actor, AT),
      () => here.log.apply("unplanTopic", { date }, actor, AT),
      () => here.log.apply("setRotation", { topics: [] }, actor, AT),
    ];
    for (const attempt of tries) {
      expect(await refusalOf(attempt())).toMatchObject({ code: "not_admin" });
    }
  });
});
