import { expect, test } from "bun:test";
import { shapeOf } from "../../raid/make-shape.ts";
import type { Person, Side } from "../../raid/plan.ts";
import { NAMES, planOf, type ScenarioName } from "../../raid/scenarios.ts";
import { SHAPE, Shape } from "../../raid/shape.ts";
import { rangeOf } from "../../src/client-address.ts";

const SIZE = { seconds: 60, people: 200, share: 1 };
const MINUTE_MS = 60_000;

const of = (name: ScenarioName, side: Side, seed = 1) =>
  planOf(name, SIZE, seed).people.filter((person) => person.side === side);
const distinct = <Item>(items: readonly Item[]) => new Set(items).size;
const texts = (people: readonly Person[]) =>
  people.flatMap(({ lines }) => lines.map(({ text }) => text));

test.each(NAMES)(
  "%s: a seed decides to the letter what is sent, and another decides otherwise",
  (name) => {
    expect(planOf(name, SIZE, 7)).toEqual(planOf(name, SIZE, 7));
    expect(planOf(name, SIZE, 7)).not.toEqual(planOf(name, SIZE, 8));
  },
);

test.each(NAMES)("%s: nothing is said before its speaker comes, or after the end", (name) => {
  const { people, raidMs, endMs } = planOf(name, SIZE, 1);
  for (const { side, arrivesMs, lines, before } of people) {
    const times = lines.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.filter((atMs) => atMs < arrivesMs || atMs >= endMs)).toEqual([]);
    if (side === "raid" && before.length === 0) expect(arrivesMs).toBeGreaterThanOrEqual(raidMs);
  }
  expect(distinct(people.map(({ name }) => name))).toBe(people.length);
});

test("the recorded shape is what its generator makes", () => {
  expect(SHAPE).toEqual(Shape.parse(shapeOf()));
});

test("the honest people say the same with a raid and without", () => {
  for (const name of ["S1", "S2", "S3", "S4"] as const) {
    expect(of(name, "heard")).toEqual(of("calm", "heard"));
    expect(of(name, "new")).toEqual(of("calm", "new"));
  }
});

test("no honest person is one whom the limit of 25 a minute would stop", () => {
  for (const name of NAMES) {
    for (const side of ["heard", "new"] as const) {
      for (const { lines } of of(name, side)) {
        for (const { atMs } of lines) {
          const within = lines.filter((one) => one.atMs >= atMs && one.atMs < atMs + MINUTE_MS);
          expect(within.length).toBeLessThanOrEqual(25);
        }
      }
    }
  }
});

test("the first raid message is due at the first moment of the raid", () => {
  for (const name of NAMES) {
    const { people, raidMs } = planOf(name, SIZE, 1);
    const times = people.flatMap(({ side, lines }) =>
      side === "raid" ? lines.map(({ atMs }) => atMs) : [],
    );
    if (times.length > 0) expect(Math.min(...times)).toBe(raidMs);
  }
});

test("S1 is 100 sockets of one address with one text, each with a pass for each message", () => {
  const raid = of("S1", "raid");
  expect(raid).toHaveLength(100);
  expect(distinct(raid.map(({ address }) => address))).toBe(1);
  expect(distinct(texts(raid))).toBe(1);
  expect(raid.every(({ manner }) => manner === "a pass each time")).toBe(true);
});

test("S2 is 500 identities on 500 ranges, with changing texts, each once in 15 seconds", () => {
  const raid = of("S2", "raid");
  expect(distinct(raid.map(({ address }) => rangeOf(address)))).toBe(500);
  expect(distinct(texts(raid))).toBe(texts(raid).length);
  expect(texts(raid)).toHaveLength(500 * 4);
  for (const { lines } of raid) {
    lines.slice(1).forEach(({ atMs }, at) => {
      expect(atMs - (lines[at]?.atMs ?? 0)).toBe(15_000);
    });
  }
});

test("S3 is 20 people, S4 one who comes back, each with texts of their own", () => {
  expect(of("S3", "raid")).toHaveLength(20);
  expect(of("S4", "raid").map(({ manner }) => manner)).toEqual(["a pass once refused"]);
  for (const name of ["S3", "S4"] as const) {
    const said = texts(of(name, "raid"));
    expect(distinct(said)).toBe(said.length);
  }
});

test("S5 is 30 people on ranges of their own who were heard, say nothing more and report; staff come later", () => {
  const { people, staffMs, raidMs, endMs } = planOf("S5", SIZE, 1);
  const reporters = people.filter(({ reports }) => reports);
  expect(reporters).toHaveLength(30);
  expect(distinct(reporters.map(({ address }) => rangeOf(address)))).toBe(30);
  expect(reporters.every(({ before, lines }) => before.length === 5 && lines.length === 0)).toBe(
    true,
  );
  expect(staffMs).toBe((raidMs + endMs) / 2);
});

test("with a moderator a raid is the same raid, and staff are there from its first moment", () => {
  const { people, staffMs, raidMs } = planOf("S3-mod", SIZE, 1);
  expect(people).toEqual(planOf("S3", SIZE, 1).people);
  expect(staffMs).toBe(raidMs);
});

test("S6 is 500 honest newcomers within a minute, S7 40 behind one address, and neither has a raid", () => {
  const { raidMs } = planOf("S6", SIZE, 1);
  const link = of("S6", "new");
  expect(link).toHaveLength(500);
  expect(link.every(({ arrivesMs }) => arrivesMs - raidMs <= MINUTE_MS)).toBe(true);
  expect(link.every(({ arrivesMs }) => arrivesMs >= raidMs)).toBe(true);
  const house = of("S7", "new");
  expect(house).toHaveLength(40);
  expect(distinct(house.map(({ address }) => address))).toBe(1);
  expect([...of("S6", "raid"), ...of("S7", "raid")]).toEqual([]);
});

test("S8 is S1 and S2 a second after midnight", () => {
  for (const [late, usual] of [
    ["S8-S1", "S1"],
    ["S8-S2", "S2"],
  ] as const) {
    const { isAfterMidnight, raidMs } = planOf(late, SIZE, 1);
    expect({ isAfterMidnight, raidMs }).toEqual({ isAfterMidnight: true, raidMs: 1_000 });
    expect(of(late, "raid")).toHaveLength(of(usual, "raid").length);
  }
});
