import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { turnAtMidnight } from "../../src/midnight/turn-timer.ts";
import type { Log, Sender } from "../../src/room/ports.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { refusalOf } from "./refusals.ts";
import { newPlace, openStoredRoom, sleepingClock, TOPIC } from "./stored-room.ts";

const ANNA: Sender = {
  key: "a",
  name: "Anna",
  kind: "guest",
  userId: null,
  range: null,
  since: null,
};
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("midnight, on %s", (kind) => {
  test("a message said after midnight, before any timer, belongs to the new day", async () => {
    await using place = await newPlace(kind);
    const store = await place.open();
    const clock = sleepingClock("2026-03-01T22:59:59.999Z");
    const { room, events } = await openStoredRoom(store, { clock });
    await room.say(ANNA, "1", "before");
    await clock.advance(1);
    const seq = await room.say(ANNA, "2", "after");
    expect(events.all.map(({ type }) => type)).toEqual(["message", "cleared", "topic", "message"]);
    expect(await room.history(10)).toMatchObject([{ id: seq, text: "after", day: "2026-03-02" }]);
    expect(await store.log.history("0000-01-01", 10)).toHaveLength(1);
  });

  test("whoever notices first that a day is over, it is turned, delivered and logged once", async () => {
    await using place = await newPlace(kind);
    const clock = sleepingClock("2026-03-01T22:59:59.999Z");
    const here = await openStoredRoom(await place.open(), { clock });
    const there = await openStoredRoom(await place.open(), { clock });
    const newDays = () =>
      [...here.lines.all, ...there.lines.all]
        .filter(({ sentence }) => sentence === "A new day; the room is empty.")
        .map(({ fields }) => fields);
    expect(newDays()).toEqual([{ day: "2026-03-01" }]);
    const nights = [
      (): Promise<unknown>[] => [here.room.say(ANNA, null, "after"), here.room.turnDay()],
      () => [here.room.turnDay(), here.room.say(ANNA, null, "after")],
    ];
    for (const notice of nights) {
      await clock.advance(DAY_MS);
      await Promise.all(notice());
      await there.room.turnDay();
      there.room.follow();
      await there.delivered("message");
    }
    expect(newDays()).toEqual(["01", "02", "03"].map((day) => ({ day: `2026-03-${day}` })));
    const night = ["cleared", "topic", "message"] as const;
    expect(here.events.all.map(({ type }) => type)).toEqual([...night, ...night]);
  });

  test("once it is midnight, and before the turn, nothing of the day before is served", async () => {
    await using place = await newPlace(kind);
    const clock = sleepingClock("2026-03-01T22:59:59.999Z");
    const { room } = await openStoredRoom(await place.open(), { clock });
    const seq = await room.say(ANNA, "1", "before");
    await clock.advance(1);
    expect(await room.history(10)).toEqual([]);
    expect(await room.newest(0, 10)).toEqual([]);
    expect(await room.messagesAfter(0, 10)).toEqual([]);
    expect(await room.eventsAfter(seq - 1, 10)).toEqual([{ type: "quiet", seq }]);
    expect((await room.counts()).today).toBe(0);
    expect(room.today().date).toBe("2026-03-02");
  });

  test("a node whose clock runs behind lives in the day that another has begun", async () => {
    await using place = await newPlace(kind);
    const [ahead, behind] = [
      sleepingClock("2026-03-01T22:59:58Z"),
      sleepingClock("2026-03-01T22:59:57Z"),
    ];
    const here = await openStoredRoom(await place.open(), { clock: ahead });
    const there = await openStoredRoom(await place.open(), { clock: behind });
    await here.room.say(ANNA, "1", "before");
    await ahead.advance(2_000);
    await here.room.turnDay();
    const seq = await there.room.say(ANNA, "2", "after");
    await there.delivered("cleared");
    expect(there.room.today()).toMatchObject({
      date: "2026-03-02",
      wipes_at: "2026-03-03T00:00:00.000+01:00",
    });
    expect(await there.room.history(10)).toMatchObject([{ id: seq, day: "2026-03-02" }]);
  });

  test("a node that has not heard of the turn reads on where a guest of the day before speaks", async () => {
    await using place = await newPlace(kind);
    const clock = sleepingClock("2026-03-01T22:59:58Z");
    const here = await openStoredRoom(await place.open(), { clock });
    const there = await openStoredRoom(await place.open(), { clock });
    await clock.advance(2_000);
    await here.room.turnDay();
    const late = there.room.say({ ...ANNA, day: "2026-03-01" }, "1", "after");
    expect(await refusalOf(late)).toMatchObject({ code: "unavailable" });
    await there.delivered("cleared");
    const again = there.room.say({ ...ANNA, day: "2026-03-02" }, "1", "after");
    expect(await again).toBe((await there.delivered("message")).seq);
  });

  test("what an earlier day left is gone before a room is open", async () => {
    await using place = await newPlace(kind);
    const first = await openStoredRoom(await place.open(), {
      clock: sleepingClock("2026-03-01T12:00:00Z"),
    });
    const seq = await first.room.say(ANNA, "1", "before");
    const store = await place.open();
    const { room } = await openStoredRoom(store, { clock: sleepingClock("2026-03-05T12:00:00Z") });
    expect(await store.log.history("0000-01-01", 10)).toEqual([]);
    expect(room.state).toMatchObject({ day: "2026-03-05", ...TOPIC });
    expect(room.state.seq).toBeGreaterThan(seq);
  });
});

describe("the timer of midnight", () => {
  test.each([
    ["Europe/Berlin", "2026-03-01T23:00:00Z"],
    ["Europe/Berlin", "2026-03-29T22:00:00Z"],
    ["Europe/Berlin", "2026-10-25T23:00:00Z"],
    ["Africa/Cairo", "2026-04-23T22:00:00Z"],
    ["America/Havana", "2026-03-08T05:00:00Z"],
    ["America/Santiago", "2026-09-06T04:00:00Z"],
    ["Asia/Beirut", "2026-03-28T22:00:00Z"],
    ["America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["Asia/Kathmandu", "2026-06-01T18:15:00Z"],
  ])("in %s, turns the day at %s and not a millisecond before", async (timezone, midnight) => {
    await using place = await newPlace("sqlite");
    const store = await place.open();
    const at = Date.parse(midnight);
    const clock = sleepingClock(new Date(at - 3_400).toISOString());
    const { room, events, delivered, logger } = await openStoredRoom(store, { clock, timezone });
    const stop = turnAtMidnight(room, clock, logger);
    await room.say(ANNA, "1", "before");
    const { day } = room.state;
    await clock.advanceTo(at - 1);
    await room.drained();
    expect(events.all.map(({ type }) => type)).toEqual(["message"]);
    await clock.advanceTo(at);
    const cleared = await delivered("cleared");
    expect(cleared.day > day).toBe(true);
    expect(await store.log.history("0000-01-01", 10)).toEqual([]);
    stop();
  });

  test("a machine that slept for three days turns to today within a second of waking", async () => {
    await using place = await newPlace("sqlite");
    const clock = sleepingClock("2026-03-01T12:00:00Z");
    const { room, delivered, logger } = await openStoredRoom(await place.open(), { clock });
    const stop = turnAtMidnight(room, clock, logger);
    await room.say(ANNA, "1", "before");
    clock.sleep(3 * DAY_MS);
    await clock.advance(1_000);
    expect((await delivered("cleared")).day).toBe("2026-03-04");
    stop();
  });

  test("a clock that is set back after midnight turns no day back, and none twice", async () => {
    await using place = await newPlace("sqlite");
    const clock = sleepingClock("2026-03-01T22:59:59Z");
    const { room, events, delivered, logger } = await openStoredRoom(await place.open(), { clock });
    const stop = turnAtMidnight(room, clock, logger);
    await clock.advance(1_000);
    await delivered("cleared");
    clock.sleep(-HOUR_MS);
    const seq = await room.say(ANNA, "1", "after midnight, before it");
    await clock.advance(HOUR_MS + 2_000);
    await room.drained();
    expect(events.all.filter(({ type }) => type === "cleared")).toHaveLength(1);
    expect(await room.history(10)).toMatchObject([{ id: seq, day: "2026-03-02" }]);
    stop();
  });

  test("a clock that jumps over midnight turns the day within a second, once", async () => {
    await using place = await newPlace("sqlite");
    const clock = sleepingClock("2026-03-01T22:30:00Z");
    const { room, events, delivered, logger } = await openStoredRoom(await place.open(), { clock });
    const stop = turnAtMidnight(room, clock, logger);
    await room.say(ANNA, "1", "before");
    clock.sleep(HOUR_MS);
    await clock.advance(1_000);
    expect((await delivered("cleared")).day).toBe("2026-03-02");
    await clock.advance(HOUR_MS);
    await room.drained();
    expect(events.all.filter(({ type }) => type === "cleared")).toHaveLength(1);
    stop();
  });

  test("it turns every midnight, not the first alone", async () => {
    await using place = await newPlace("sqlite");
    const clock = sleepingClock("2026-03-01T22:59:59Z");
    const { room, delivered, logger } = await openStoredRoom(await place.open(), { clock });
    const stop = turnAtMidnight(room, clock, logger);
    for (const day of ["2026-03-02", "2026-03-03", "2026-03-04"]) {
      await clock.advance(1_000);
      expect((await delivered("cleared")).day).toBe(day);
      clock.sleep(DAY_MS - 1_000);
    }
    stop();
  });

  test("a turn that failed is reported and tried again within a second", async () => {
    await using place = await newPlace("sqlite");
    const store = await place.open();
    const clock = sleepingClock("2026-03-01T22:59:59Z");
    const unreachable = { log: false };
    const log = new Proxy<Log>(store.log, {
      get(own, name) {
        const lost = () => Promise.reject(new Error("The database is away."));
        return name === "turnDay" && unreachable.log ? lost : Reflect.get(own, name);
      },
    });
    const { room, delivered, logged, logger } = await openStoredRoom(store, { clock, log });
    const stop = turnAtMidnight(room, clock, logger);
    unreachable.log = true;
    await clock.advance(1_000);
    await logged("The day could not be turned; trying again.");
    unreachable.log = false;
    await clock.advance(1_000);
    expect((await delivered("cleared")).day).toBe("2026-03-02");
    stop();
  });

  test("once stopped, it turns no day", async () => {
    await using place = await newPlace("sqlite");
    const clock = sleepingClock("2026-03-01T22:59:58Z");
    const { room, events, logger } = await openStoredRoom(await place.open(), { clock });
    turnAtMidnight(room, clock, logger)();
    await clock.advance(5_000);
    await room.drained();
    expect(events.all).toEqual([]);
  });
});
