import { expect, test } from "bun:test";
import { DayFigures } from "../../src/room/day-figures.ts";
import { UNMETERED } from "../../src/room/meter.ts";
import { virtualClock } from "../harness/clock.ts";

const MINUTE = 60_000;
const NOON = "2026-03-01T12:00:30Z";

function message(seq: number) {
  const said = { id: seq, user: "Ann", text: "a", timestamp: NOON, kind: "guest" as const };
  return { type: "message" as const, seq, ...said };
}

test("each minute counts its own, and a minute in which nothing happened counts nothing", async () => {
  const clock = virtualClock(NOON);
  const figures = new DayFigures(clock, "2026-03-01");
  const meter = figures.counting(UNMETERED);
  figures.happened([message(1), message(2)]);
  meter.refused("muted");
  figures.present(3);
  await clock.advance(2 * MINUTE);
  figures.happened([message(3)]);
  meter.refused("banned");
  meter.refused("banned");
  expect(figures.today()).toEqual({
    from: Date.parse("2026-03-01T12:00:00Z"),
    messages: [2, 0, 1],
    people: [3, null, null],
    refusals: { muted: [1, 0, 0], banned: [0, 0, 2] },
    standings: { staff: [0, 0, 0], regular: [0, 0, 0], heard: [0, 0, 0], new: [0, 0, 0] },
  });
});

test("whoever counted refusals before still does", () => {
  const told: string[] = [];
  const figures = new DayFigures(virtualClock(NOON), "2026-03-01");
  const meter = figures.counting({ ...UNMETERED, refused: (code) => told.push(code) });
  meter.refused("muted");
  expect(told).toEqual(["muted"]);
});

test("of what was tried here, what was stored counts once, by the standing of who said it", async () => {
  const clock = virtualClock(NOON);
  const figures = new DayFigures(clock, "2026-03-01");
  const refused = { code: "muted" as const, detail: "You are muted." };
  figures.tried({
    events: [message(1), message(2), message(3)],
    // The third is said again under its ref, and the fifth was stored before.
    outcomes: [1, 2, 3, 3, 0, refused],
    standings: ["new", "heard", "staff", "staff", "new", "regular"],
  });
  await clock.advance(MINUTE);
  figures.tried({ events: [message(4)], outcomes: [4], standings: ["regular"] });
  expect(figures.today().standings).toEqual({
    staff: [1, 0],
    regular: [0, 1],
    heard: [1, 0],
    new: [1, 0],
  });
});

test("midnight begins anew; an emptied room does not", async () => {
  const clock = virtualClock(NOON);
  const figures = new DayFigures(clock, "2026-03-01");
  figures.happened([message(1)]);
  figures.happened([{ type: "cleared", seq: 2, day: "2026-03-01" }]);
  expect(figures.today().messages).toEqual([1]);
  await clock.advanceTo(Date.parse("2026-03-02T00:00:05Z"));
  figures.happened([{ type: "cleared", seq: 3, day: "2026-03-02" }, message(4)]);
  expect(figures.today()).toEqual({
    from: Date.parse("2026-03-02T00:00:00Z"),
    messages: [1],
    people: [null],
    refusals: {},
    standings: { staff: [0], regular: [0], heard: [0], new: [0] },
  });
});

test("a day that does not end takes no more room than 25 hours", async () => {
  const clock = virtualClock(NOON);
  const figures = new DayFigures(clock, "2026-03-01");
  await clock.advance(25 * 60 * MINUTE - MINUTE);
  expect(figures.today().messages).toHaveLength(1_500);
  await clock.advance(MINUTE);
  expect(figures.today().messages).toHaveLength(1);
});

test("a clock that is set back goes on in the first minute", async () => {
  let now = Date.parse(NOON);
  const figures = new DayFigures({ now: () => now }, "2026-03-01");
  now -= 10 * MINUTE;
  figures.happened([message(1)]);
  expect(figures.today().messages).toEqual([1]);
});
