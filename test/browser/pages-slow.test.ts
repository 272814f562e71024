import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("in slow mode a message that was written waits, its seconds shown, and goes by itself", async () => {
  const clock = virtualClock("2026-03-01T11:00:00Z");
  await using room = await openRoom({ clock });
  const token = await room.admin();
  await using page = await visit(browser, room.url);
  await using reader = await visit(browser, room.url);
  for (const one of [page, reader]) await one.page.locator(".send:enabled").waitFor();
  const body = { slow_seconds: 3 };
  await room.call("PUT", "/api/mod/mode", { token, body });
  await page.page.locator(".note", { hasText: "Slow mode: one message every 3 s." }).waitFor();
  await page.say("first.");
  await reader.shows("first.");
  await page.say("second.");
  await page.page.locator(".send", { hasText: /\d/ }).waitFor();
  await gone(reader.page.getByText("second."));
  await clock.advance(3_000);
  await reader.shows("second.");
  await gone(page.page.getByText("Not sent"));
  expect(await reader.page.getByText("second.").count()).toBe(1);
});
