/** A visitor whose clock is wrong: the room's own time counts. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { stopClock } from "./pages-still-clock.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const HOUR = 3_600_000;
const START = "2026-11-22T22:49:30Z";

/** A page of that room whose clock is so far ahead of the room's, and stands still. */
async function arrive(path: string, skew: number) {
  const clock = virtualClock(START);
  const room = await openRoom({ clock });
  const visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  const token = await room.admin();
  if (path === "/admin") {
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  }
  await stopClock(page, Date.parse(START) + skew);
  const welcomed = page
    .waitForEvent("websocket")
    .then((socket) => socket.waitForEvent("framereceived"));
  await page.goto(room.url + path);
  await welcomed;
  return {
    visitor,
    page,
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await room.stop();
    },
  };
}

test.each([
  ["three hours ahead", 3 * HOUR],
  ["three hours behind", -3 * HOUR],
  ["right", 0],
])(
  "a clock that is %s counts down to the room's midnight, and hears its notices",
  async (_how, skew) => {
    await using it = await arrive("/", skew);
    const { page } = it;
    while (!(await page.locator(".gone").textContent())?.includes("gone in")) {
      await page.clock.runFor(10);
    }
    expect(await page.locator(".gone").textContent()).toMatch(/00:10:30/);
    expect(await page.locator(".fuse").getAttribute("aria-label")).toBe(
      "1 percent of the day is left",
    );
    const notes = () => page.getByText(/Everything here is gone in/).allTextContents();
    await page.clock.runFor(20_000);
    expect(await notes()).toEqual([]);
    await page.clock.runFor(15_000);
    expect(await notes()).toEqual(["Everything here is gone in 10 minutes."]);
  },
);

test("an admin's clock that is wrong counts down to the room's midnight", async () => {
  await using it = await arrive("/admin", 3 * HOUR);
  const { page } = it;
  const left = page.getByRole("timer");
  await left.waitFor();
  while (!(await left.textContent())?.includes("00:10:")) await page.clock.runFor(10);
});
