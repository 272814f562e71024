import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(30_000);
const LONG = "w".repeat(150);

let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { DAILY_TOPIC: `A topic with one long word: ${LONG}` } });
  token = await room.admin();
  await room.member("a".repeat(50));
  await using speaker = await visit(browser, room.url);
  await speaker.say(`${LONG} and שלום`);
  await speaker.shows(LONG);
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

const PAGES: [name: string, path: string, ready: string][] = [
  ["chat", "/", ".msg"],
  ["login", "/login", "form"],
  ["admin's first", "/admin", ".rows li"],
  ["admin's people", "/admin#people", "tbody tr"],
];

describe.each(PAGES)("the %s page", (_name, path, ready) => {
  for (const colorScheme of ["dark", "light"] as const) {
    for (const width of [360, 1280]) {
      test(`is accessible, ${width} wide, in the ${colorScheme}, without sideways scroll`, async () => {
        await using visitor = await visit(browser, `${room.url}/login`, {
          width,
          colorScheme,
          isTouch: width < 500,
        });
        const { page, complaints } = visitor;
        await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
        await page.goto(room.url + path);
        await page.locator(ready).first().waitFor();
        expect(await wide(page)).toBe(width);
        expect(complaints).toEqual([]);
        expect(await violations(page)).toEqual([]);
      });
    }
  }
});

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
