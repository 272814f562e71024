import { describe, expect, test } from "bun:test";
import { GROUPS, LONGEST_MS, Pulse } from "../../src/live/frame-pacer.ts";

/** Resolves when the loop has come round so often. */
async function turnsOfTheLoop(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A pulse whose beats cost so many milliseconds, spent where the loop writes to the sockets. */
async function pulseAt(first: number) {
  let now = 0;
  let cost = first;
  const pulse = new Pulse(() => now);
  for (let beat = 0; beat < 30; beat++) {
    now += 1_000;
    pulse.beat(GROUPS, () => setImmediate(() => (now += cost)));
    await turnsOfTheLoop(3);
  }
  const wait = (ms: number) => (now += ms);
  const beat = async (turns: number) => {
    pulse.beat(turns, () => setImmediate(() => (now += cost)));
    await turnsOfTheLoop(3);
  };
  const costs = (ms: number) => (cost = ms);
  return { pulse, wait, beat, costs };
}

describe("the pulse", () => {
  test("lets a room that was silent speak at once, to everyone", async () => {
    const { pulse, wait } = await pulseAt(40);
    wait(1_000);
    expect(pulse.due).toBe(0);
    expect(pulse.turns).toBe(GROUPS);
  });

  test("counts the writing to the sockets as part of a beat", async () => {
    const { pulse } = await pulseAt(2);
    expect(pulse.due).toBeGreaterThan(20);
    expect(pulse.due).toBeLessThan(32);
  });

  test("never keeps a reader waiting longer than a tenth of a second", async () => {
    const { pulse, wait } = await pulseAt(200);
    pulse.beat(GROUPS, () => undefined);
    wait(100);
    expect(pulse.due).toBe(0);
  });

  test.each([
    [10, GROUPS],
    [24, GROUPS / 2],
    [60, 1],
  ])(
    "a room that costs %d ms is served in beats of %d groups, equally far apart",
    async (cost, together) => {
      const { pulse, wait } = await pulseAt(cost);
      wait(1_000);
      pulse.beat(GROUPS, () => undefined);
      for (let beat = 0; beat < GROUPS / together; beat++) {
        const due = pulse.due;
        expect(due).toBeCloseTo((LONGEST_MS * together) / GROUPS, 0);
        wait(due);
        expect(pulse.turns).toBe(together);
        pulse.beat(together, () => undefined);
      }
    },
  );

  test("where turns end because a room has become quicker, nobody waits longer than a cycle", async () => {
    const { pulse, wait, beat, costs } = await pulseAt(24);
    wait(1_000);
    await beat(GROUPS);
    wait(pulse.due);
    costs(2);
    await beat(GROUPS / 2);
    const sinceAll = LONGEST_MS / 2 + 2;
    expect(pulse.due).toBeLessThanOrEqual(LONGEST_MS - sinceAll);
    wait(pulse.due);
    expect(pulse.turns).toBe(GROUPS);
  });

  test("a beat that its commit kept for long does not keep the next one", async () => {
    const { pulse, wait, beat } = await pulseAt(2);
    const cycle = pulse.due;
    wait(1_000);
    pulse.whenDue(() => undefined);
    wait(2 * cycle);
    await beat(GROUPS);
    expect(pulse.due).toBe(0);
    wait(1_000);
    await beat(GROUPS);
    expect(pulse.due).toBeCloseTo(cycle, 5);
  });

  test("who waits for a beat waits as long as it costs now, not as it cost when it began to wait", async () => {
    const pulse = new Pulse();
    const costing = (ms: number) => () => {
      const until = performance.now() + ms;
      while (performance.now() < until);
    };
    pulse.beat(GROUPS, costing(5));
    await turnsOfTheLoop(3);
    const waits = new Promise<void>((resolve) => pulse.whenDue(resolve));
    pulse.beat(GROUPS, costing(0));
    const start = performance.now();
    await waits;
    expect(performance.now() - start).toBeLessThan(30);
  });

  test("who waits for a beat that another takes first waits for the next one", async () => {
    const { pulse, wait } = await pulseAt(10);
    wait(1_000);
    const ran: string[] = [];
    pulse.whenDue(() => {
      pulse.beat(GROUPS, () => ran.push("first"));
    });
    pulse.whenDue(() => ran.push("second"));
    await turnsOfTheLoop(3);
    expect(ran).toEqual(["first"]);
  });

  test("a beat that had to be waited for asks, once it is due, how much longer to wait", async () => {
    const pulse = new Pulse();
    pulse.beat(GROUPS, () => {
      const until = performance.now() + 2;
      while (performance.now() < until);
    });
    await turnsOfTheLoop(3);
    expect(pulse.due).toBeGreaterThan(0);
    const asked: number[] = [];
    const grace = () => asked.push(pulse.due);
    await new Promise<void>((resolve) => pulse.whenDue(resolve, grace));
    expect(asked).toHaveLength(1);
  });
});
