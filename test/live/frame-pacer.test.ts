import { describe, expect, test } from "bun:test";
import { FramePacer, GROUPS, LONGEST_MS } from "../../src/live/frame-pacer.ts";

/** Resolves when the loop has come round so often. */
async function turnsOfTheLoop(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** So many messages in a beat are a flood, even after a silence. */
const FLOODED = 10_000;

/** A pulse whose beats cost so many milliseconds, spent where the loop writes to the sockets. */
async function pulseAt(first: number, messages = FLOODED) {
  let now = 0;
  let cost = first;
  const pacer = new FramePacer(() => now);
  for (let beat = 0; beat < 30; beat++) {
    now += 1_000;
    pacer.beat(GROUPS, messages, () => setImmediate(() => (now += cost)));
    await turnsOfTheLoop(3);
  }
  const wait = (ms: number) => (now += ms);
  const beat = async (turns: number) => {
    pacer.beat(turns, messages, () => setImmediate(() => (now += cost)));
    await turnsOfTheLoop(3);
  };
  const costs = (ms: number) => (cost = ms);
  return { pacer, wait, beat, costs };
}

describe("the pulse", () => {
  test("lets a room that was silent speak at once, to everyone", async () => {
    const { pacer, wait } = await pulseAt(40);
    wait(1_000);
    expect(pacer.due).toBe(0);
    expect(pacer.turns).toBe(GROUPS);
  });

  test("counts the writing to the sockets as part of a beat", async () => {
    const { pacer } = await pulseAt(2);
    expect(pacer.due).toBeGreaterThan(20);
    expect(pacer.due).toBeLessThan(32);
  });

  test("comes five times as soon while people talk as in a flood, and in between between", async () => {
    const dueAt = async (messages: number) => (await pulseAt(5, messages)).pacer.due;
    const [talk, lively, flood] = [await dueAt(40), await dueAt(70), await dueAt(FLOODED)];
    expect(flood).toBeCloseTo(75 - 5, 0);
    expect(talk).toBeCloseTo(5 * 3 - 5, 0);
    expect(lively).toBeGreaterThan(talk);
    expect(lively).toBeLessThan(flood);
  });

  test("never keeps a reader waiting longer than a tenth of a second", async () => {
    const { pacer, wait } = await pulseAt(200);
    pacer.beat(GROUPS, FLOODED, () => undefined);
    wait(100);
    expect(pacer.due).toBe(0);
  });

  test.each([
    [10, GROUPS],
    [24, GROUPS / 2],
    [60, 1],
  ])(
    "a room that costs %d ms is served in beats of %d groups, equally far apart",
    async (cost, together) => {
      const { pacer, wait } = await pulseAt(cost);
      wait(1_000);
      pacer.beat(GROUPS, FLOODED, () => undefined);
      for (let beat = 0; beat < GROUPS / together; beat++) {
        const due = pacer.due;
        expect(due).toBeCloseTo((LONGEST_MS * together) / GROUPS, 0);
        wait(due);
        expect(pacer.turns).toBe(together);
        pacer.beat(together, FLOODED, () => undefined);
      }
    },
  );

  test("where turns end because a room has become quicker, nobody waits longer than a cycle", async () => {
    const { pacer, wait, beat, costs } = await pulseAt(24);
    wait(1_000);
    await beat(GROUPS);
    wait(pacer.due);
    costs(2);
    await beat(GROUPS / 2);
    const sinceAll = LONGEST_MS / 2 + 2;
    expect(pacer.due).toBeLessThanOrEqual(LONGEST_MS - sinceAll);
    wait(pacer.due);
    expect(pacer.turns).toBe(GROUPS);
  });

  test("a beat that its commit kept for long does not keep the next one", async () => {
    const { pacer, wait, beat } = await pulseAt(2);
    const cycle = pacer.due;
    wait(1_000);
    pacer.whenDue(() => undefined);
    wait(2 * cycle);
    await beat(GROUPS);
    expect(pacer.due).toBe(0);
    wait(1_000);
    await beat(GROUPS);
    expect(pacer.due).toBeCloseTo(cycle, 5);
  });

  test("who waits for a beat waits as long as it costs now, not as it cost when it began to wait", async () => {
    let now = 0;
    const pacer = new FramePacer(() => now);
    pacer.beat(GROUPS, FLOODED, () => (now += 5));
    await turnsOfTheLoop(3);
    const waits = new Promise<string>((resolve) => pacer.whenDue(() => resolve("its turn")));
    // As long as it cost then. Of two timers the one due earlier runs first, however late both are.
    const then = new Promise<string>((resolve) => setTimeout(resolve, pacer.due - 5, "too late"));
    pacer.beat(GROUPS, FLOODED, () => undefined);
    expect(await Promise.race([waits, then])).toBe("its turn");
  });

  test("who waits for a beat that another takes first waits for the next one", async () => {
    const { pacer, wait } = await pulseAt(10);
    wait(1_000);
    const ran: string[] = [];
    pacer.whenDue(() => {
      pacer.beat(GROUPS, FLOODED, () => ran.push("first"));
    });
    pacer.whenDue(() => ran.push("second"));
    await turnsOfTheLoop(3);
    expect(ran).toEqual(["first"]);
  });

  test("a beat that had to be waited for asks, once it is due, how much longer to wait", async () => {
    let now = 0;
    const pacer = new FramePacer(() => now);
    pacer.beat(GROUPS, FLOODED, () => (now += 2));
    await turnsOfTheLoop(3);
    expect(pacer.due).toBeGreaterThan(0);
    const asked: number[] = [];
    const grace = () => asked.push(pacer.due);
    const waits = new Promise<void>((resolve) => pacer.whenDue(resolve, grace));
    expect(asked).toEqual([]);
    now += LONGEST_MS;
    await waits;
    expect(asked).toEqual([0]);
  });
});
