import { expect, test } from "bun:test";
import fc from "fast-check";
import {
  nextAfterChange,
  openingOf,
  openingsAfter,
  type TopicPlan,
} from "../../src/room/topics.ts";

const USUAL = { topic: "Usual", rules: "The usual rules." };
const entry = (topic: string) => ({ topic, rules: null });
const planOf = (rotation: string, next = 0, planned: string[] = []): TopicPlan => ({
  rotation: [...rotation].map(entry),
  next,
  planned: planned.map((date) => ({ date, topic: `for ${date}`, rules: null })),
});
const dayOf = (n: number) => Temporal.PlainDate.from("2026-03-01").add({ days: n }).toString();
const ahead = (plan: TopicPlan, count: number) =>
  openingsAfter(dayOf(0), count, plan, USUAL).map(({ topic }) => topic);

test("a day opens with what is planned for it, else with the next of the rotation, else as usual", () => {
  expect(ahead(planOf("AB", 1, [dayOf(2)]), 4)).toEqual(["B", `for ${dayOf(2)}`, "A", "B"]);
  expect(ahead(planOf("", 0, [dayOf(2)]), 3)).toEqual(["Usual", `for ${dayOf(2)}`, "Usual"]);
});

test("what has no rules of its own has the usual ones, and what has none on purpose has none", () => {
  const plan = { ...planOf("A"), rotation: [entry("A"), { topic: "B", rules: "" }] };
  const [a, b] = openingsAfter(dayOf(0), 2, plan, USUAL);
  expect(a).toMatchObject({ topic: "A", rules: USUAL.rules, from: "rotation" });
  expect(b).toMatchObject({ topic: "B", rules: "" });
});

test("every day opens as it was foreseen, whichever days before it the room was away", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.nat(4),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
      fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
      (size, start, plannedDays, turned) => {
        const plan = planOf(
          "ABCDE".slice(0, size),
          size === 0 ? 0 : start % size,
          plannedDays.map(dayOf).sort(),
        );
        const foreseen = openingsAfter(dayOf(0), 12, plan, USUAL);
        let now = plan;
        let last = dayOf(0);
        for (const day of turned.sort((a, b) => a - b).map(dayOf)) {
          const { next, ...opening } = openingOf(now, last, day, USUAL);
          expect(foreseen).toContainEqual({ date: day, ...opening });
          now = { ...now, next, planned: now.planned.filter(({ date }) => date > day) };
          last = day;
        }
      },
    ),
  );
});

test.each([
  ["nothing changes", "ABC", 1, "ABC", 1],
  ["one is added before it", "ABC", 1, "XABC", 2],
  ["it is moved", "ABC", 1, "ACB", 2],
  ["it is removed", "ABC", 1, "AC", 1],
  ["it is removed from the end", "ABC", 2, "AB", 0],
  ["it is written anew", "ABC", 1, "AXC", 1],
  ["it has a twin before it", "ABA", 2, "AXA", 2],
  ["all are removed", "ABC", 2, "", 0],
  ["there were none", "", 0, "AB", 0],
])("what comes next is kept in a changed rotation: %s", (_, before, next, after, expected) => {
  expect(nextAfterChange(planOf(before, next), [...after].map(entry))).toBe(expected);
});
