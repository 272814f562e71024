import { expect, setDefaultTimeout, test } from "bun:test";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { Batch, Newcomers } from "../../src/store/log/newcomers.ts";
import { Screen } from "../../src/store/log/screen.ts";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

const AT = Date.parse("2026-03-01T12:00:00Z");
const SECOND = 1_000;
const PART = { lines: 4, everyMs: SECOND, burst: 10 };

/** A screen on which a line of others came every so often. */
function screen(everyMs: number) {
  const screen = new Screen();
  let at = AT;
  const others = (count: number) => {
    for (let one = 0; one < count; one++) {
      at += everyMs;
      screen.add(false, at);
    }
  };
  const wait = (part = PART) => screen.wait(part, [], at);
  /** How many newcomers say something now. */
  const say = (count: number, part = PART) => {
    let said = 0;
    for (; said < count && wait(part) === 0; said++) screen.add(true, at);
    return said;
  };
  others(40);
  const pass = (ms: number) => {
    at += ms;
  };
  return { screen, others, say, wait, pass };
}

test("newcomers have four lines of twenty in a busy room, and again as they leave the screen", () => {
  const { others, say } = screen(100);
  const lines = Array.from({ length: 60 }, () => {
    others(1);
    return say(1) === 0 ? [false] : [false, true];
  }).flat();
  const screens = lines.map((_, at) => lines.slice(at, at + 20).filter(Boolean).length);
  expect(Math.max(...screens)).toBe(4);
  expect(lines.filter(Boolean).length).toBeGreaterThan(12);
});

test("where twenty lines take longer, a line of theirs for each second; where they take ten, any", () => {
  expect(screen(300).say(30)).toBe(4);
  expect(screen(400).say(30)).toBe(5);
  expect(screen(1_500).say(10)).toBe(10);
});

test("they wait until the line that has to leave the screen leaves it", () => {
  const { others, say, wait, pass } = screen(100);
  say(4);
  others(4);
  const ms = wait();
  expect(ms).toBeGreaterThan(500);
  expect(ms).toBeLessThan(1_500);
  others(11);
  expect(wait()).toBeGreaterThan(0);
  others(1);
  expect(say(1)).toBe(1);
  expect(wait()).toBe(0);
  say(4);
  // Or until time alone gives them another, where nobody speaks.
  let silent = 0;
  for (let more = wait(); more > 0; more = wait()) {
    silent += more;
    pass(more);
  }
  expect(silent).toBeLessThan(5_000);
});

test("where they are nearly all who speak, the screen is theirs", () => {
  const { screen: full, wait } = screen(100);
  for (let line = 0; line < 14; line++) full.add(true, AT + 4_000);
  expect(wait()).toBeGreaterThan(0);
  full.add(true, AT + 4_000);
  expect(wait()).toBe(0);
});

test("an empty screen is for anybody", () => {
  const { screen: full, say } = screen(100);
  expect(say(9)).toBe(4);
  full.clear();
  expect(say(9)).toBe(9);
});

test("many who are pending are no crowd of newcomers: a screen has four lines of theirs", () => {
  const newcomers = new Newcomers(USUAL_LIMITS);
  let at = AT;
  const wait = () => newcomers.wait({ key: "another", range: null }, at, new Batch());
  for (let line = 0; line < 600; line++) {
    at += 100;
    newcomers.count({ key: "heard", range: null }, "heard", at);
    if (line % 3 === 0) newcomers.count({ key: `p${line}`, range: null }, "pending", at);
  }
  expect(wait()).toBeGreaterThan(0);
});

test("whoever speaks for the first time in a crowd of newcomers has half a screen", () => {
  const newcomers = new Newcomers(USUAL_LIMITS);
  let at = AT;
  const others = (count: number) => {
    for (let one = 0; one < count; one++) {
      at += 100;
      newcomers.count({ key: "heard", range: null }, "heard", at);
    }
  };
  /** Of one who spoke first thing, or of somebody who came now. */
  const wait = (isFirst: boolean) =>
    newcomers.wait({ key: isFirst ? "new" : "n0", range: null }, at, new Batch());
  others(600);
  for (let told = 0; told < 29; told++) {
    others(6);
    newcomers.count({ key: `n${told}`, range: null }, "new", at);
  }
  for (let told = 0; told < 2; told++) newcomers.count({ key: "n0", range: null }, "new", at);
  others(2);
  expect(wait(true)).toBeGreaterThan(0);
  newcomers.count({ key: "n30", range: null }, "new", at);
  others(4);
  expect(wait(true)).toBe(0);
  expect(wait(false)).toBeGreaterThan(0);
});
