/** A line that dies without a close, as a sleep, a changed network or a forgetful router leaves it. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, WebSocket } from "playwright-core";
import { Relay } from "../../torture/network-relay.ts";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { drawn, stopClock } from "./pages-still-clock.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/**
 * A reader behind a relay, whose clock is in our hands, and somebody who speaks from elsewhere. The room's
 * clock stands still: by a number of people told late the page would have heard its line a moment ago.
 */
async function reading(path = "/", width = 1280, clock = virtualClock(new Date().toISOString())) {
  const room = await openRoom({ clock, env: { TIMEZONE: NOON_ZONE } });
  const relay = await Relay.open(Number(new URL(room.url).port));
  const url = `http://127.0.0.1:${relay.port}`;
  const visitor = await visit(browser, `${url}/login`, { width });
  const { page } = visitor;
  const token = await room.admin();
  if (path === "/admin") {
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  }
  const sockets: WebSocket[] = [];
  page.on("websocket", (socket) => sockets.push(socket));
  await stopClock(page);
  const { client } = await join(room.wsUrl);
  await heard(client, "before");
  await page.goto(url + path);
  // The room's page is served with what was said: it shows that before it has a line.
  if (path === "/") await drawn(page, page.locator(".send:enabled"));
  await drawn(page, page.getByText("before", { exact: true }));
  return {
    relay,
    page,
    sockets,
    says: (text: string) => heard(client, text),
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await relay[Symbol.asyncDispose]();
      await room.stop();
    },
  };
}

describe.each([
  ["the room", "/"],
  ["the admin's live list", "/admin"],
])("a line that died without a close, in %s,", (_page, path) => {
  test("is taken for lost within a minute, and what was missed is there", async () => {
    await using it = await reading(path);
    const { relay, page, sockets, says } = it;
    relay.abandon();
    await says("missed");
    await page.clock.runFor(40_000);
    expect({ sockets: sockets.length, missed: await page.getByText("missed").count() }).toEqual({
      sockets: 1,
      missed: 0,
    });
    const again = page.waitForEvent("websocket");
    await page.clock.runFor(20_000);
    await again;
    await drawn(page, page.getByText("missed", { exact: true }));
  });
});

/** What tells the page that its reader is back, or that the network is another. */
const SIGNS = ["visibilitychange", "focus", "pageshow", "online", "change of the network"] as const;

test.each(SIGNS)(
  "at “%s” the page asks a line that was silent, and has at once what it missed",
  async (sign) => {
    await using it = await reading("/", 360);
    const { relay, page, sockets, says } = it;
    await page.clock.runFor(3_000);
    relay.abandon();
    await says("missed");
    const before = sockets.length;
    const back = page.waitForEvent("websocket");
    await page.evaluate((type) => {
      const connection: unknown = Reflect.get(navigator, "connection");
      if (type === "visibilitychange") document.dispatchEvent(new Event(type));
      else if (type !== "change of the network") dispatchEvent(new Event(type));
      else if (connection instanceof EventTarget) connection.dispatchEvent(new Event("change"));
    }, sign);
    await (await back).waitForEvent("framereceived");
    expect(sockets.length).toBe(before + 1);
    await drawn(page, page.getByText("missed", { exact: true }));
    await drawn(page, page.getByText("Back. 1 message while you were away."));
    await gone(page.locator(".banner.lost"));
  },
);

test("a room in which nobody speaks is not taken for a dead line", async () => {
  const clock = virtualClock(new Date().toISOString());
  await using it = await reading("/", 1280, clock);
  const { page, sockets } = it;
  const counts = () => page.locator(".live").textContent();
  await drawn(page, page.locator(".live", { hasText: "2 here" }));
  for (let n = 0; n < 4; n++) {
    const beat = sockets[0]?.waitForEvent("framereceived");
    await clock.advance(25_000);
    await beat;
    await page.clock.runFor(25_000);
  }
  expect({ sockets: sockets.length, here: await counts() }).toEqual({ sockets: 1, here: "2 here" });
});

test("a line that is well is replaced without a word", async () => {
  await using it = await reading();
  const { page, sockets, says } = it;
  await page.clock.runFor(3_000);
  await page.evaluate(() => {
    const said = new Set<string>();
    Reflect.set(globalThis, "said", said);
    new MutationObserver(() => {
      for (const banner of document.querySelectorAll(".banner")) said.add(banner.textContent);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.fill("#message", "half a thought");
  const another = page.waitForEvent("websocket");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await (await another).waitForEvent("framereceived");
  await says("after");
  await drawn(page, page.getByText("after", { exact: true }));
  expect(sockets.length).toBe(2);
  expect(await page.inputValue("#message")).toBe("half a thought");
  expect(await page.evaluate(() => [...Reflect.get(globalThis, "said")])).toEqual([]);
  await page.locator(".send").click();
  await drawn(page, page.locator(".said", { hasText: "half a thought" }));
});

test("a line that was heard a moment ago is asked for more, and replaced if nothing comes", async () => {
  await using it = await reading();
  const { relay, page, sockets, says } = it;
  await says("just now");
  await drawn(page, page.getByText("just now"));
  const before = sockets.length;
  relay.abandon();
  await says("missed");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.clock.runFor(3_900);
  expect(sockets.length).toBe(before);
  await page.clock.runFor(200);
  await drawn(page, page.getByText("missed", { exact: true }));
});

test("where no line answers any more, the page says so after four seconds", async () => {
  await using it = await reading();
  const { relay, page } = it;
  await page.clock.runFor(3_000);
  relay.swallow();
  const another = page.waitForEvent("websocket");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await another;
  await page.clock.runFor(3_900);
  await gone(page.locator(".banner.lost"));
  await page.clock.runFor(200);
  await drawn(page, page.getByText("Connection lost. Trying now…"));
});
