import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a page is laid out at phone width, in a font that has letters", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.setContent(
    "<p style='display:inline-block'>MMMM</p><p style='display:inline-block'>iiii</p>",
  );
  const widths = await page.locator("p").evaluateAll((all) => all.map((p) => p.clientWidth));
  const [wide = 0, narrow = 0] = widths;
  expect(narrow).toBeGreaterThan(0);
  expect(wide).toBeGreaterThan(2 * narrow);
  expect(await page.evaluate(() => innerWidth)).toBe(360);
  await page.close();
});

test("a page reaches this machine and nothing beyond", async () => {
  using server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response("here") });
  const page = await browser.newPage();
  await page.goto(server.url.href);
  expect(await page.textContent("body")).toBe("here");
  await expect(page.goto("http://example.com/")).rejects.toThrow("ERR_NAME_NOT_RESOLVED");
  await page.close();
});
