/** The room as it comes with the page: without a script, without a socket, and until there are both. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_CITY } from "../harness/noon-zone.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const SAID = ["It jammed.", "<b>Nobody</b> owns cyan.", "one\n  two"];
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { DAILY_TOPIC: "Printers", DAILY_RULES: "Be kind." } });
  await using speaker = await visit(browser, room.url);
  for (const text of SAID.slice(0, 2)) {
    await speaker.say(text);
    await speaker.shows(text);
  }
  await speaker.page.fill("#message", SAID[2] ?? "");
  await speaker.page.locator(".send").click();
  await speaker.shows("two");
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

async function showsTheRoom(page: Page): Promise<void> {
  await page.locator(".msg").nth(2).waitFor();
  expect(await page.locator(".msg").allTextContents()).toEqual(SAID);
  expect(await page.textContent("h1")).toBe("Printers");
  expect(await page.textContent(".rules")).toBe("Be kind.");
  for (const part of ["h1", ".rules", ".msg >> nth=2"])
    expect(await page.locator(part).isVisible()).toBe(true);
}

test.each([360, 1280])(
  "without a script the room is read, in the reader's language, at %i px",
  async (width) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "de-DE",
      viewport: { width, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(room.url);
    await showsTheRoom(page);
    expect(await page.textContent(".gone")).toBe(`Mitternacht in \u2068${NOON_CITY}\u2069`);
    expect(await page.locator("footer").innerText()).toContain("JavaScript");
    await context.close();
  },
);

test("where the script is lost, the room is read", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.goto(room.url);
  await showsTheRoom(page);
  await context.close();
});

test("a silent socket leaves what came with the page, and its countdown; once it speaks, nothing is doubled", async () => {
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page, complaints } = visitor;
  const { promise: opened, resolve: speak } = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => void opened.then(() => socket.send(frame)));
  });
  const rows = page.locator(".msg:not(.tomb)");
  await page.goto(room.url);
  await page.locator("#message").waitFor();
  await showsTheRoom(page);
  expect(await page.textContent(".gone")).toMatch(/gone in \d\d:\d\d:\d\d midnight in/);
  await gone(page.getByText("Coming in…"));
  await gone(page.getByText("Connection lost"));
  await page.fill("#message", "written early");

  // What was deleted meanwhile is gone once the socket speaks.
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  const token = await room.admin();
  await room.call("DELETE", `/api/admin/message/${messages[0].id}`, { token });
  speak();
  await page.locator(".send:enabled").waitFor();
  await page.getByText(SAID[0] ?? "").waitFor({ state: "detached" });
  expect(await rows.allTextContents()).toEqual(SAID.slice(1));
  expect(await page.inputValue("#message")).toBe("written early");
  expect(complaints).toEqual([]);
});
