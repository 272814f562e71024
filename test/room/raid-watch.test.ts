import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Submission } from "../../src/room/ports.ts";
import { RaidWatch } from "../../src/room/raid-watch.ts";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

const OPENED = Date.parse("2026-03-01T12:00:00Z");
const LATER = OPENED + 60 * 60_000;
const SECOND = 1_000;

let people = 0;
const say = (text: string, key = `${people++}`): Submission => ({
  sender: { key, name: "x", kind: "guest", userId: null, range: null, since: null },
  ref: null,
  text,
});

/** A room in which others said so many messages within the last ten seconds. */
function watch(others: number) {
  const watch = new RaidWatch(OPENED);
  for (let one = 0; one < others; one++) watch.tried([say(`o${one}`)], ["heard"], LATER - SECOND);
  const newcomers = (texts: readonly string[], at = LATER) => {
    for (const text of texts) watch.tried([say(text)], ["new"], at);
    return watch.isRaid(at);
  };
  return { watch, newcomers };
}

const different = (count: number) =>
  Array.from({ length: count }, (_, n) => `text ${"abc".repeat(n)}`);

describe("a raid", () => {
  test("is ten newcomers' messages that are alike, and most of what is said", () => {
    const { newcomers } = watch(6);
    expect(newcomers(Array.from({ length: 9 }, () => "Down with them all!"))).toBe(false);
    expect(newcomers(["DOWN with thém a1l"])).toBe(true);
  });

  test("is not what a lively room says more than", () => {
    const { newcomers } = watch(7);
    expect(newcomers(Array.from({ length: 10 }, () => "Down with them all!"))).toBe(false);
  });

  test("is not ten newcomers who say different things, unless they came all at once", () => {
    const { watch: room, newcomers } = watch(6);
    expect(newcomers(different(12))).toBe(false);
    for (let pass = 0; pass < 149; pass++) room.issuedPass(LATER);
    expect(room.isRaid(LATER)).toBe(false);
    room.issuedPass(LATER);
    expect(room.isRaid(LATER)).toBe(true);
    expect(room.isRaid(LATER + 11 * SECOND)).toBe(false);
  });

  test("by passes is five times what the last hour was used to", () => {
    const { watch: room, newcomers } = watch(6);
    for (let window = 1; window < 300; window++) {
      const at = OPENED + 300_000 + window * 10 * SECOND;
      for (let pass = 0; pass < 40; pass++) room.issuedPass(at);
    }
    newcomers(different(12));
    for (let pass = 0; pass < 160; pass++) room.issuedPass(LATER);
    expect(room.isRaid(LATER)).toBe(false);
    for (let pass = 0; pass < 40; pass++) room.issuedPass(LATER);
    expect(room.isRaid(LATER)).toBe(true);
  });

  test("is seen within two seconds beside a lively room", () => {
    const { watch: room, newcomers } = watch(0);
    for (let one = 0; one < 90; one++) room.tried([say(`o${one}`)], ["heard"], LATER - 3 * SECOND);
    const same = (count: number) => Array.from({ length: count }, () => "Down with them all!");
    expect(newcomers(same(9))).toBe(false);
    expect(newcomers(same(1))).toBe(true);
  });

  test("is not what those who were heard say too, when something happens", () => {
    const goal = Array.from({ length: 12 }, () => "GOAL");
    const { watch: room, newcomers } = watch(0);
    const others = (count: number) => {
      for (let one = 0; one < count; one++) room.tried([say("goal")], ["heard"], LATER);
    };
    others(2);
    expect(newcomers(goal)).toBe(true);
    others(1);
    expect(room.isRaid(LATER)).toBe(false);
    // Of a raid a few sleepers are too few.
    expect(newcomers(goal)).toBe(true);
  });

  test("is no crowd that waits, and tries the same messages again", () => {
    const { watch: room } = watch(6);
    for (let time = 0; time < 20; time++) {
      for (const text of different(9)) room.tried([say(text, text)], ["new"], LATER);
    }
    expect(room.isRaid(LATER)).toBe(false);
  });

  test("is nothing where nobody was heard: those who come are the room", () => {
    const { newcomers } = watch(0);
    expect(newcomers(Array.from({ length: 50 }, () => "Down with them all!"))).toBe(false);
  });
});
