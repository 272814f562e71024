/** Keeping one's place in the log, by whatever means one scrolls, and hearing it. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { flood } from "../../bin/flood.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { drawn, stopClock } from "./pages-still-clock.ts";
import { visit } from "./pages-visit.ts";
import { watch } from "./pages-watch.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const busy = () => openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });
const crowd = (url: string, seconds: number, rate = 60) =>
  flood({ url, rate, people: 10, seconds }, (n) => `crowd ${n}.`);
/** How far the end is below what is seen. */
const below = (page: Page) =>
  page.evaluate(() => {
    const pane = document.querySelector("main");
    return pane ? Math.round(pane.scrollHeight - pane.scrollTop - pane.clientHeight) : -1;
  });

/** Without waiting in between: who rests on the way near the end is back at it. */
const eightTimes = (step: () => Promise<void>) =>
  Promise.all(Array.from({ length: 8 }, () => step()));

const WAYS: [way: string, scroll: (page: Page) => Promise<void>][] = [
  [
    "a wheel",
    async (page) => {
      await page.hover("main");
      await eightTimes(() => page.mouse.wheel(0, -30));
    },
  ],
  [
    "keys",
    async (page) => {
      await page.focus("main");
      await eightTimes(() => page.keyboard.press("ArrowUp"));
    },
  ],
  [
    "a finger",
    async (page) => {
      const debug = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove", y: number) =>
        debug.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x: 180, y }] });
      await touch("touchStart", 250);
      for (let y = 260; y <= 320; y += 10) await touch("touchMove", y);
      // It rests, and is not pulled back meanwhile.
      await page.getByText("crowd 45.", { exact: true }).waitFor({ state: "attached" });
      expect(await below(page)).toBeGreaterThan(100);
      for (let y = 330; y <= 390; y += 10) await touch("touchMove", y);
      await debug.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    },
  ],
];

test.each(WAYS)(
  "small steps up with %s let go of the end in the midst of a flood",
  async (way, scroll) => {
    await using room = await busy();
    const isTouch = way === "a finger";
    await using visitor = await visit(browser, room.url, { width: isTouch ? 360 : 1280, isTouch });
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    await flood({ url: room.url, rate: 300, people: 10, seconds: 0.2 }, (n) => `old ${n}.`);
    await page.getByText("old 59.", { exact: true }).waitFor();
    const talk = crowd(room.url, 1.5);
    await page.getByText("crowd 5.", { exact: true }).waitFor();
    await scroll(page);
    await talk;
    // A slow page may have let go only after the last of them.
    await crowd(room.url, 0.2);
    await page.locator(".pill").waitFor();
    expect(await below(page)).toBeGreaterThan(100);
  },
);

test("a touch of the wheel that stays near the end lets go of nothing", async () => {
  await using room = await busy();
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await flood({ url: room.url, rate: 300, people: 10, seconds: 0.2 }, (n) => `old ${n}.`);
  await page.getByText("old 59.", { exact: true }).waitFor();
  await page.hover("main");
  // It goes back to the end by itself, maybe before anybody can look.
  await page.evaluate(() => {
    const pane = document.querySelector("main");
    pane?.addEventListener("scroll", () => {
      if (pane.scrollHeight - pane.scrollTop - pane.clientHeight > 30) pane.dataset["climbed"] = "";
    });
  });
  await page.mouse.wheel(0, -60);
  await page.locator("main[data-climbed].pinned").waitFor();
  await crowd(room.url, 0.5);
  await page.getByText("crowd 29.", { exact: true }).waitFor();
  await page.waitForFunction(() => {
    const pane = document.querySelector("main");
    return pane && pane.scrollHeight - pane.scrollTop - pane.clientHeight < 1;
  });
});

describe.each([
  [360, true],
  [1280, false],
])("%i px wide,", (width, isTouch) => {
  test("a flood is followed at every frame, and trimmed to 300 messages until the reader lets go", async () => {
    await using room = await busy();
    await using visitor = await visit(browser, room.url, { width, isTouch });
    const { page, complaints } = visitor;
    await page.locator(".send:enabled").waitFor();
    await flood({ url: room.url, rate: 500, people: 20, seconds: 0.5 }, (n) => `old ${n}.`);
    await page.fill("#message", "half a thought");
    await page.getByText("old 249.", { exact: true }).waitFor();
    const seen = await watch(page);
    await crowd(room.url, 1.5, 100);
    await page.getByText("crowd 149.", { exact: true }).waitFor();
    const { most, furthest, drafts } = await seen();
    expect({ most, drafts }).toEqual({ most: 300, drafts: ["half a thought"] });
    expect(furthest).toBeLessThan(100);

    await page.evaluate(() => document.querySelector("main")?.scrollBy(0, -700));
    await page.locator(".pill").waitFor();
    await flood({ url: room.url, rate: 200, people: 10, seconds: 0.3 }, (n) => `late ${n}.`);
    await page.getByText("late 59.", { exact: true }).waitFor({ state: "attached" });
    expect(await page.locator(".msg").count()).toBe(360);
    expect(complaints).toEqual([]);
  });
});

test("a keyboard that comes and goes hides neither the composer nor the end", async () => {
  await using room = await busy();
  await using visitor = await visit(browser, room.url, { width: 360, isTouch: true });
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await crowd(room.url, 1);
  await page.getByText("crowd 59.", { exact: true }).waitFor();
  const bottom = () =>
    page.evaluate(() => document.querySelector(".send")?.getBoundingClientRect().bottom ?? 0);
  for (const height of [380, 740]) {
    await page.setViewportSize({ width: 360, height });
    await page.waitForFunction((high) => innerHeight === high, height);
    await page.locator(".msg", { hasText: "crowd 59." }).waitFor();
    expect(await bottom()).toBeLessThan(height);
    expect(await below(page)).toBe(0);
  }
  // No keyboard goes and comes within one frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  // A keyboard that lies over the page takes from what is seen of it alone.
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, "height", { value: 380, configurable: true });
    visualViewport?.dispatchEvent(new Event("resize"));
  });
  expect(await bottom()).toBeLessThan(380);
  await page.waitForFunction(() => {
    const pane = document.querySelector("main");
    return pane && pane.scrollHeight - pane.scrollTop - pane.clientHeight < 1;
  });
});

test("a screen reader hears no backlog, then each message, and in a burst a number instead", async () => {
  await using room = await busy();
  await crowd(room.url, 0.2);
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  await stopClock(page);
  await page.goto(room.url);
  const log = page.getByRole("log");
  await drawn(page, page.locator(".live").filter({ hasText: /\d/ }));
  expect(await log.getAttribute("aria-live")).toBe("off");
  await page.clock.runFor(5_000);
  expect(await log.getAttribute("aria-live")).toBe("polite");
  const { client } = await join(room.wsUrl);
  await heard(client, "calm");
  await drawn(page, page.getByText("calm", { exact: true }));
  expect(await log.getAttribute("aria-live")).toBe("polite");
  await flood({ url: room.url, rate: 100, people: 5, seconds: 0.2 }, (n) => `burst ${n}.`);
  await drawn(page, page.getByText("burst 19.", { exact: true }));
  expect(await log.getAttribute("aria-live")).toBe("off");
  await page.clock.runFor(5_000);
  const summary = page.getByRole("status").filter({ hasText: /^\d+ new messages$/ });
  expect(await summary.count()).toBe(1);
  await page.clock.runFor(5_000);
  expect(await log.getAttribute("aria-live")).toBe("polite");
});
