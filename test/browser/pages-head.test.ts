/** The longest topic and rules that are allowed, in every window: at least half of it is the room's own. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const TOPIC = "Printers that print page one of two and then ask for cyan, "
  .repeat(4)
  .slice(0, 199)
  .concat(".");
const RULES = "1. Speak about things, and not about people who are here.\n"
  .repeat(9)
  .slice(0, 499)
  .concat(".");

let browser: Browser;
let room: TestRoom;
let reader: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({
    // Winter time in Berlin, and noon in Buenos Aires.
    clock: virtualClock("2026-03-01T15:00:00Z"),
    env: {
      DAILY_TOPIC: TOPIC,
      DAILY_RULES: RULES,
      TIMEZONE: "America/Argentina/Buenos_Aires",
    },
  });
  reader = await visit(browser, room.url, {
    width: 360,
    isTouch: true,
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  });
  for (const text of ["It jammed.", "Nobody owns cyan.", "I am walking to the copy shop."]) {
    await reader.say(text);
    await reader.page.locator(".send").click();
    await reader.shows(text);
  }
});
afterAll(async () => {
  await reader[Symbol.asyncDispose]();
  await room.stop();
  await browser.close();
});

const WINDOWS: [name: string, width: number, height: number][] = [
  ["a phone", 360, 640],
  ["a small phone", 320, 568],
  ["a small phone with a keyboard", 320, 315],
  ["a phone held sideways", 640, 360],
  ["a small phone held sideways", 568, 320],
  ["a desk", 1280, 740],
];

test("the longest topic and rules are whole", () => {
  expect([TOPIC.length, RULES.length]).toEqual([200, 500]);
});

describe.each(WINDOWS)("on %s", (_name, width, height) => {
  test("half of the window is messages, and Send and help are in it", async () => {
    const { page } = reader;
    await page.setViewportSize({ width, height });
    await page.getByRole("button", { name: "more", exact: true }).waitFor();
    await holdsTheRoom(page, height);
  });

  test("what is folded is read by a press, and Send stays in sight", async () => {
    const { page } = reader;
    await page.setViewportSize({ width, height });
    await page.getByRole("button", { name: "more", exact: true }).click();
    const less = page.getByRole("button", { name: "less", exact: true });
    await less.waitFor();
    const rules = page.locator(".rules");
    await rules.evaluate((one) => one.scrollIntoView(false));
    expect(await rules.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(2);
    expect(await bottom(page, ".send")).toBeLessThanOrEqual(height);
    expect(await bottom(page, ".head")).toBeLessThanOrEqual(height / 2 + 4);
    await less.click();
    await page.getByRole("button", { name: "more", exact: true }).waitFor();
  });
});

test("with letters at twice the size half of a small phone is messages, with the longest name too", async () => {
  const magnifying = await openBrowser(["--blink-settings=defaultFontSize=32"]);
  await using one = await visit(magnifying, room.url, { width: 320, isTouch: true });
  const { page } = one;
  await page.setViewportSize({ width: 320, height: 568 });
  await page.locator(".send:enabled").waitFor();
  await page.locator(".as bdi").evaluate((name, longest) => {
    name.textContent = longest;
  }, "Exasperated Salamander 999");
  await holdsTheRoom(page, 568);
  await magnifying.close();
});

test("a keyboard that lies over the page folds the head as well", async () => {
  const { page } = reader;
  await page.setViewportSize({ width: 320, height: 568 });
  await page.getByRole("button", { name: "more", exact: true }).click();
  await page.locator("#message").focus();
  await cover(page, 315);
  await page.getByRole("button", { name: "more", exact: true }).waitFor();
  await holdsTheRoom(page, 315);
  await cover(page, 568);
});

test("midnight is named by its city, and by the reader's own clock", async () => {
  const { page } = reader;
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.locator(".zone").textContent()).toBe("midnight in \u2068Buenos Aires\u2069");
  expect(await page.locator(".log > .note").first().textContent()).toBe(
    "Everything here is deleted at midnight in \u2068Buenos Aires\u2069 (04:00 your time).",
  );
});

/** As where a keyboard takes nothing from the window, and lies over its lower end. */
function cover(page: Page, height: number): Promise<void> {
  return page.evaluate((seen) => {
    const viewport = globalThis.visualViewport;
    if (!viewport) throw new Error("This browser does not say what is seen.");
    Object.defineProperty(viewport, "height", { configurable: true, get: () => seen });
    viewport.dispatchEvent(new Event("resize"));
  }, height);
}

async function holdsTheRoom(page: Page, height: number): Promise<void> {
  const pane = await page.locator("main").boundingBox();
  expect(pane?.height).toBeGreaterThanOrEqual(height / 2);
  expect(await bottom(page, ".send")).toBeLessThanOrEqual(height);
  const help = page.getByRole("button", { name: "Help", exact: true });
  expect(await help.count()).toBe(1);
  const box = await help.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(43);
  expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

async function bottom(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).boundingBox();
  return (box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0);
}
