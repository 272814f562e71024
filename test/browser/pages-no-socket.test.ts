/** The room where a network or a proxy lets no WebSockets through. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_CITY } from "../harness/noon-zone.ts";
import { proxyUnder } from "../harness/prefix-proxy.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ENV = { DAILY_TOPIC: "Printers", DAILY_RULES: "Be kind." };
const BLOCKED = /lets no WebSockets through: you can read, but not speak\. Next try in \d+ s\./;

/** Lets the page's clock go on, in which it draws and tries too, until that is there or gone. */
async function until(page: Page, what: Locator, count = 1): Promise<void> {
  while ((await what.count()) !== count) await page.clock.runFor(500);
}

/** A visitor behind a proxy without sockets, whose clock is in our hands, and somebody in the room. */
async function behind(width = 1280) {
  const room = await openRoom({ env: ENV });
  let isOpen = false;
  const proxy = proxyUnder("", room.url, () => isOpen);
  const { client } = await join(room.wsUrl);
  await heard(client, "said before");
  const visitor = await visit(browser, `${proxy.host}/robots.txt`, { width });
  const { page } = visitor;
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1_000);
  await page.goto(`${proxy.host}/`);
  return {
    room,
    page,
    says: (text: string) => heard(client, text),
    letThrough: () => {
      isOpen = true;
    },
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
      await room.stop();
    },
  };
}

describe.each([360, 1280])("without WebSockets, %i px wide,", (width) => {
  test("a page shows what HTTP offers, and says after a few tries what is wrong", async () => {
    await using it = await behind(width);
    const { page } = it;
    await until(page, page.getByText("said before", { exact: true }));
    expect(await page.textContent("h1")).toBe("Printers");
    expect(await page.textContent(".rules")).toBe("Be kind.");
    expect(await page.textContent(".gone")).toMatch(
      new RegExp(`gone in \\d\\d:\\d\\d:\\d\\d midnight in \u2068${NOON_CITY}\u2069`),
    );
    await gone(page.getByText(BLOCKED));
    await page.fill("#message", "half a thought");
    await until(page, page.getByText(BLOCKED));
    expect(await page.locator(".send").isDisabled()).toBe(true);
    expect(await page.inputValue("#message")).toBe("half a thought");
    // It waits by the page's clock.
    await page.clock.resume();
    expect(await violationsInEveryTheme(page)).toEqual([]);
  });
});

test("what is said, deleted and changed meanwhile is read now and then", async () => {
  await using it = await behind();
  const { room, page, says } = it;
  await until(page, page.getByText("said before", { exact: true }));
  const doomed = await says("said too soon");
  await until(page, page.getByText("said too soon", { exact: true }));
  const token = await room.admin();
  await room.call("DELETE", `/api/admin/message/${doomed}`, { token });
  await room.call("POST", "/api/admin/topic", { token, body: { topic: "Queues" } });
  await says("said after");
  await until(page, page.getByText("said after", { exact: true }));
  expect(await page.locator(".msg").allTextContents()).toEqual(["said before", "said after"]);
  expect(await page.textContent("h1")).toBe("Queues");
});

test("a page goes on trying, and comes in once a socket is let through", async () => {
  await using it = await behind();
  const { page, says, letThrough } = it;
  await until(page, page.getByText(BLOCKED));
  letThrough();
  await until(page, page.locator(".banner.lost"), 0);
  await says("said at last");
  await until(page, page.getByText("said at last", { exact: true }));
  expect(await page.locator(".msg").allTextContents()).toEqual(["said before", "said at last"]);
  await until(page, page.locator(".send:enabled"));
  expect(await page.locator(".banner").allTextContents()).toEqual([]);
});

test("a room that is not there at all is not taken for a network without WebSockets", async () => {
  await using it = await behind();
  const { page, room } = it;
  await until(page, page.getByText("said before", { exact: true }));
  await room.stop();
  for (let minutes = 0; minutes < 3; minutes++) await page.clock.runFor(60_000);
  await gone(page.getByText(BLOCKED));
  await page
    .getByText(/Connection lost/)
    .first()
    .waitFor();
});
