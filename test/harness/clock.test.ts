import { expect, test } from "bun:test";
import { virtualClock } from "./clock.ts";

const START = "2026-03-01T23:59:00Z";

test("time stands still until it is told", () => {
  const clock = virtualClock(START);
  expect(clock.now()).toBe(Date.parse(START));
  expect(clock.now()).toBe(Date.parse(START));
});

test("timers run in order of time, each at its own moment, and those of one moment as they were set", async () => {
  const clock = virtualClock(START);
  const ran: string[] = [];
  const note = (name: string) => () => ran.push(`${name} ${clock.now() - Date.parse(START)}`);
  clock.after(300, note("c"));
  clock.after(100, note("a"));
  clock.after(100, note("b"));
  clock.after(301, note("late"));
  await clock.advance(300);
  expect(ran).toEqual(["a 100", "b 100", "c 300"]);
  expect(clock.now()).toBe(Date.parse(START) + 300);
});

test("a timer set by a timer, even after some promises, runs on the same way", async () => {
  const clock = virtualClock(START);
  const ran: number[] = [];
  const heartbeat = async () => {
    await Promise.resolve().then(() => Promise.resolve());
    ran.push(clock.now() - Date.parse(START));
    clock.after(10, () => void heartbeat());
  };
  clock.after(10, () => void heartbeat());
  await clock.advanceTo(Date.parse(START) + 35);
  expect(ran).toEqual([10, 20, 30]);
});

test("a cancelled timer does not run", async () => {
  const clock = virtualClock(START);
  let ran = false;
  const cancel = clock.after(10, () => {
    ran = true;
  });
  cancel();
  await clock.advance(20);
  expect(ran).toBe(false);
});

test("a timer's error comes out of the advance", async () => {
  const clock = virtualClock(START);
  clock.after(10, () => {
    throw new Error("midnight failed");
  });
  await expect(clock.advance(10)).rejects.toThrow("midnight failed");
});

test("after a sleep what fell due runs late, and once", async () => {
  const clock = virtualClock(START);
  const ran: number[] = [];
  const heartbeat = () => {
    ran.push(clock.now() - Date.parse(START));
    clock.after(10, heartbeat);
  };
  clock.after(10, heartbeat);
  clock.sleepTo(Date.parse(START) + 1_000);
  expect(ran).toEqual([]);
  await clock.advance(15);
  expect(ran).toEqual([1_000, 1_010]);
  expect(() => clock.sleepTo(Date.parse(START))).toThrow("Time does not run backwards.");
});
