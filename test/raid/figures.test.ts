import { expect, test } from "bun:test";
import type { Outcome } from "../../raid/evening.ts";
import { calmAfter, medians, resultOf, worstScreen } from "../../raid/figures.ts";
import type { Side } from "../../raid/plan.ts";
import type { Sent } from "../../raid/sent.ts";

/** A line a second: `r` is raid, `h` honest. */
const lines = (said: string) =>
  [...said].map((side, at) => ({ atMs: at * 1_000, isRaid: side === "r" }));

const sent = (side: Side, atMs: number, answer: Sent["answer"], seenMs: number | null = null) => ({
  side,
  person: side,
  atMs,
  answer,
  seenMs,
});
const stored = (seq: number, atMs: number) => ({ seq, atMs });

const EVENING: Outcome = {
  raidAt: 1_000,
  endAt: 31_000,
  sent: [
    sent("heard", 0, stored(1, 10), 10),
    sent("heard", 1_000, stored(2, 1_010), 1_020),
    sent("heard", 2_000, { refused: "busy" }),
    sent("new", 3_000, stored(4, 3_010), 3_050),
    sent("raid", 1_500, stored(3, 1_510)),
    sent("raid", 1_600, { refused: "rate_limited" }),
    sent("raid", 1_700, null),
  ],
  turned: [
    { side: "raid", as: "closed 1013", atMs: 500 },
    { side: "raid", as: "closed 1013", atMs: 1_800 },
  ],
  newcomers: [
    { arrivedAt: 2_000, tried: true, firstStoredAt: 3_010 },
    { arrivedAt: 2_000, tried: true, firstStoredAt: 95_000 },
    { arrivedAt: 2_000, tried: true, firstStoredAt: null },
    { arrivedAt: 2_000, tried: false, firstStoredAt: null },
  ],
  shown: [stored(1, 10), stored(2, 1_010), stored(3, 1_510), stored(4, 3_010), stored(5, 3_100)],
  hidden: [],
  shields: 0,
  presses: [],
  reportedSince: 0,
  cpuSeconds: 2,
  raidersCpuSeconds: Number.NaN,
};

test("an evening is counted from the first moment of the raid on", () => {
  const { figures, refusals } = resultOf(EVENING);
  expect(figures).toMatchObject({
    storedRaid: 1,
    storedHonest: 2,
    refusedHeard: 50,
    refusedNew: 0,
  });
  expect(figures).toMatchObject({ heardP50: 20, heardP99: 20, newP50: 50, cpuSeconds: 2 });
  expect(Object.fromEntries(refusals)).toEqual({
    "heard busy": 1,
    "raid rate_limited": 1,
    "raid unanswered": 1,
    "raid closed 1013": 1,
  });
});

test("what the reader was shown and no honest person said is raid, acknowledged or not", () => {
  expect(resultOf(EVENING).figures).toMatchObject({ raidShare: 50, worstScreen: 2 });
});

test("a newcomer spoke who was stored within 90 seconds, of those who tried", () => {
  expect(resultOf(EVENING).figures.spoke).toBeCloseTo(100 / 3);
});

test("an honest message that the reader missed, or was shown twice, is counted", () => {
  const { shown } = EVENING;
  const count = (seen: Outcome["shown"]) =>
    resultOf({ ...EVENING, shown: seen }).figures.notShownOnce;
  expect(count(shown)).toBe(0);
  expect(count(shown.slice(1))).toBe(1);
  expect(count([...shown, ...shown.slice(0, 2)])).toBe(2);
});

test("the worst screen is the one of any twenty successive lines with the most raid", () => {
  expect(worstScreen([])).toBe(0);
  expect(worstScreen(lines("hrhr"))).toBe(2);
  expect(worstScreen(lines(`rr${"h".repeat(18)}r`))).toBe(2);
  expect(worstScreen(lines(`r${"h".repeat(30)}${"r".repeat(25)}`))).toBe(20);
});

test("a calm is ten seconds, all of them before the end, with at most a twentieth raid", () => {
  expect(calmAfter(lines("hhhh"), 60_000)).toBeNaN();
  expect(calmAfter(lines(`hhr${"h".repeat(20)}`), 60_000)).toBe(0);
  expect(calmAfter(lines(`rrrr${"h".repeat(20)}`), 60_000)).toBe(3);
  expect(calmAfter(lines(`rrrr${"h".repeat(20)}`), 12_000)).toBe(Number.POSITIVE_INFINITY);
  expect(calmAfter(lines("rh".repeat(20)), 40_000)).toBe(Number.POSITIVE_INFINITY);
  const many = [0, ...Array.from({ length: 20 }, (_, at) => 100 + at)].map((atMs, at) => ({
    atMs,
    isRaid: at === 0 || at === 20,
  }));
  expect(calmAfter(many, 60_000)).toBe(0);
});

test("a median leaves out what had nothing to count, and hides no message that was missed", () => {
  const { figures, ...counts } = resultOf(EVENING);
  const other = (calm: number, notShownOnce: number) => ({
    figures: { ...figures, calmAfter: calm, notShownOnce },
    ...counts,
  });
  const all = [other(3, 0), other(Number.POSITIVE_INFINITY, 2), other(Number.NaN, 0), other(5, 0)];
  expect(medians(all).figures).toMatchObject({ calmAfter: 5, notShownOnce: 2, storedRaid: 1 });
});

test("what reports hid is counted for each author, until staff bring it back", () => {
  const said = [10, 11, 12].map((seq) => sent("heard", 1_000, stored(seq, 1_010)));
  const hide = (id: number, atMs: number, isBack = false) => ({ ids: [id], isBack, atMs });
  const { acts } = resultOf({
    ...EVENING,
    sent: [...said, sent("raid", 1_000, stored(13, 1_010))],
    hidden: [hide(10, 2_000), hide(13, 2_000), hide(10, 9_000, true), hide(11, 9_500)],
    presses: [8_000, 9_000],
    reportedSince: 0,
  });
  expect(Object.fromEntries(acts)).toMatchObject({
    presses: 2,
    "honest hidden": 2,
    "most of one": 2,
    "longest s": 21.5,
    restored: 1,
    "hidden after staff came": 1,
    "reported after staff decided": 0,
  });
});

test("a calm after the first press is counted from it", () => {
  const says = (side: Side, atMs: number, seq: number) => sent(side, atMs, stored(seq, atMs));
  const raid = Array.from({ length: 10 }, (_, at) => says("raid", 1_000 + at * 200, 100 + at));
  const honest = Array.from({ length: 28 }, (_, at) => says("heard", 2_000 + at * 1_000, 200 + at));
  const all = [...raid, ...honest].toSorted((a, b) => a.atMs - b.atMs);
  const shown = all.flatMap(({ answer }) => (answer && "seq" in answer ? [answer] : []));
  const { acts } = resultOf({ ...EVENING, sent: all, shown, presses: [2_700] });
  expect(acts.get("calm after the first s")).toBeCloseTo(0.1);
});
