/** What stands below the textbox, or in the head where there is no room for it, under a finger. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

/** Of any two that stand side by side, how far apart they are; how small the smallest is; whether all are in the window. */
const laidOut = (page: Page, foot: string) =>
  page.locator(foot).evaluate((row) => {
    const boxes = [...row.children].map((child) => child.getBoundingClientRect());
    const pairs = boxes.flatMap((one, at) =>
      boxes.slice(at + 1).flatMap((other) => {
        const isBeside = one.top < other.bottom && other.top < one.bottom;
        return isBeside ? [Math.max(one.left - other.right, other.left - one.right)] : [];
      }),
    );
    return {
      apart: Math.min(...pairs),
      smallest: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
      isInside: boxes.every(({ left, right }) => left >= 0 && right <= innerWidth),
    };
  });

describe.each(["en", "de", "fr", "es", "pt", "ar"])("in %s", (locale) => {
  test("what can be pressed below the textbox is 44 px, 8 px apart on a phone, and never on each other", async () => {
    await using reader = await visit(browser, room.url, { width: 360, isTouch: true, locale });
    const { page } = reader;
    const foot = "footer .foot";
    await page.locator(`${foot} .settings`).waitFor();
    const usual = await laidOut(page, foot);
    expect(usual.isInside).toBe(true);
    // In fractions of a pixel.
    expect(usual.apart).toBeGreaterThan(7.9);
    expect(usual.smallest).toBeGreaterThan(43.9);
    await page.setViewportSize({ width: 360, height: 400 });
    await page.locator(".head .more").click();
    const inHead = await laidOut(page, ".head .foot");
    expect(inHead.apart).toBeGreaterThan(7.9);
    expect(inHead.smallest).toBeGreaterThan(43.9);
    await page.setViewportSize({ width: 320, height: 740 });
    const narrow = await laidOut(page, foot);
    expect(narrow.isInside).toBe(true);
    expect(narrow.apart).toBeGreaterThan(1.9);
    expect(narrow.smallest).toBeGreaterThan(43.9);
  });
});
