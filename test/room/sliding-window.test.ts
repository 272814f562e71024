import { expect, test } from "bun:test";
import fc from "fast-check";
import { SlidingWindow } from "../../src/room/sliding-window.ts";

const WINDOW = 60_000;

test("a window refuses and lets through whatever a list of all attempts would", () => {
  const attempts = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(25_000)), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), attempts, (limit, tries) => {
      const window = new SlidingWindow(limit, WINDOW);
      const counted: { key: string; at: number }[] = [];
      let now = 0;
      for (const [key, pause] of tries) {
        now += pause;
        const recent = counted.filter((one) => one.key === key && one.at > now - WINDOW);
        const free = recent.at(-limit);
        const expected = free === undefined ? 0 : Math.ceil((free.at + WINDOW - now) / 1000);
        expect(window.wait(key, now)).toBe(expected);
        if (expected > 0) continue;
        window.count(key, now);
        counted.push({ key, at: now });
      }
    }),
    { numRuns: 300 },
  );
});

test("after the seconds it names, it lets through", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(59_999), (limit, later) => {
      const window = new SlidingWindow(limit, WINDOW);
      for (let count = 0; count < limit; count++) window.count("a", 0);
      const wait = window.wait("a", later);
      expect(wait).toBeGreaterThan(0);
      expect(window.wait("a", later + wait * 1_000)).toBe(0);
    }),
  );
});

test("attempts over the limit still push the end of the wait on", () => {
  const window = new SlidingWindow(2, WINDOW);
  for (const at of [0, 10_000, 20_000]) window.count("a", at);
  expect(window.wait("a", 30_000)).toBe(40);
});
