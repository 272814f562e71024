/** A page says how its reader looks, and nobody misses anything by it. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { BEHIND_MS, LOOK_BACK_MS } from "../../src/wire/limits.ts";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { Inbox } from "../harness/inbox.ts";
import { STEP_MS, TEST_MS } from "../harness/limits.ts";
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

const MINUTE = 60_000;

/** A visitor in a room, whose tab can be shown and hidden; `looks`: what it has told of that. */
async function arrive(start: string) {
  const clock = virtualClock(start);
  const room = await openRoom({ clock, env: { MESSAGES_PER_MINUTE: "1000" } });
  const visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  let sockets = 0;
  const looks = new Inbox<string>((at) => at);
  page.on("websocket", (socket) => {
    sockets++;
    socket.on("framesent", ({ payload }) => {
      const at = /"look","at":"(\w+)"/.exec(String(payload))?.[1];
      if (at !== undefined) looks.put(at);
    });
  });
  await stopClock(page, Date.parse(start));
  await page.goto(room.url);
  await drawn(page, page.locator(".send:enabled"));
  return {
    clock,
    room,
    page,
    /** In the room, and then on the page. */
    async pass(ms: number) {
      await clock.advance(ms);
      await page.clock.runFor(ms);
    },
    next: () => looks.take("a look", (at): at is string => at !== "", STEP_MS),
    sockets: () => sockets,
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await room.stop();
    },
  };
}

function show(page: Page, isShown: boolean) {
  return page.evaluate((shown) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: !shown });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isShown);
}

const shown = (page: Page, text: string) => page.locator(".msg", { hasText: text });

test("a hidden tab counts in its title what it is not sent, and shows it all on return, below a line", async () => {
  await using it = await arrive("2026-03-01T20:00:00Z");
  const { page } = it;
  const { client } = await join(it.room.wsUrl);
  await heard(client, "seen");
  await shown(page, "seen").waitFor();
  await show(page, false);
  expect(await it.next()).toBe("away");
  await heard(client, "missed one");
  await heard(client, "missed two");
  await it.pass(BEHIND_MS + LOOK_BACK_MS);
  await page.waitForFunction(() => document.title === "(2) Rage Room");
  await gone(shown(page, "missed"));
  await show(page, true);
  expect(await it.next()).toBe("end");
  await shown(page, "missed two").waitFor();
  expect(await page.title()).toBe("Rage Room");
  expect(await shown(page, "missed").allTextContents()).toHaveLength(2);
  expect(await page.locator(".gap").count()).toBe(1);
  await heard(client, "live again");
  await shown(page, "live again").waitFor();
  expect(await page.locator(".gap").count()).toBe(1);
});

test("a hidden tab has the number on its icon, and sounds once for who chose so", async () => {
  await using it = await arrive("2026-03-01T20:00:00Z");
  const { page, clock } = it;
  const { client } = await join(it.room.wsUrl);
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...at) {
      dataset["notes"] = `${Number(dataset["notes"] ?? 0) + 1}`;
      start.apply(this, at);
    };
    const value = async (count: number) => {
      dataset["badge"] = `${count}`;
    };
    Object.defineProperty(navigator, "setAppBadge", { value });
  });
  const notes = () => page.locator("html").getAttribute("data-notes");
  const badge = (count: number) => page.locator(`[data-badge="${count}"]`).waitFor();
  const icon = async () =>
    decodeURIComponent((await page.locator("link[rel=icon]").getAttribute("href")) ?? "");
  const missed = async (text: string, count: number) => {
    await heard(client, text);
    await clock.advance(BEHIND_MS + LOOK_BACK_MS);
    await badge(count);
    expect(await icon()).toContain(`>${count}</text>`);
  };

  await show(page, false);
  expect(await it.next()).toBe("away");
  await missed("in silence", 1);
  expect(await notes()).toBeNull();
  await show(page, true);
  await badge(0);
  expect(await icon()).toContain("favicon");
  expect(await it.next()).toBe("end");

  await page.getByRole("button", { name: "Settings" }).click();
  await page
    .getByRole("radio", { name: "At the first new message while I look elsewhere" })
    .check();
  // As it will sound: two notes.
  expect(await notes()).toBe("2");
  await page.keyboard.press("Escape");
  await page.clock.fastForward(MINUTE / 2);
  await show(page, false);
  expect(await it.next()).toBe("away");
  await missed("aloud", 1);
  expect(await notes()).toBe("4");
  await missed("and not again", 2);
  expect(await notes()).toBe("4");
});

test("who scrolls up reads further back, and is at the end again when they go there", async () => {
  await using it = await arrive("2026-03-01T20:00:00Z");
  const { page } = it;
  const { client } = await join(it.room.wsUrl);
  for (let n = 0; n < 60; n++) await heard(client, `line ${n}.`);
  await shown(page, "line 59.").waitFor();
  await page.focus("main");
  await page.keyboard.press("Home");
  expect(await it.next()).toBe("back");
  await heard(client, "further down");
  await it.pass(LOOK_BACK_MS);
  await drawn(page, shown(page, "further down"));
  await page.locator(".pill").click();
  expect(await it.next()).toBe("end");
});

test("a page that nobody touched for ten minutes reads further back, and is served at once when somebody does", async () => {
  await using it = await arrive("2026-03-01T20:00:00Z");
  const { page } = it;
  const { client } = await join(it.room.wsUrl);
  await page.clock.fastForward(12 * MINUTE);
  expect(await it.next()).toBe("back");
  await page.mouse.move(50, 50);
  // Further back it would come when the room's clock moves on, which it does not.
  await heard(client, "at once");
  await shown(page, "at once").waitFor();
});

test("a hidden tab is empty after midnight without another connection, and shows the new day on return", async () => {
  await using it = await arrive("2026-03-01T22:59:30Z");
  const { page, clock } = it;
  const { client } = await join(it.room.wsUrl);
  await heard(client, "yesterday's");
  await shown(page, "yesterday's").waitFor();
  await show(page, false);
  expect(await it.next()).toBe("away");
  await clock.advance(31_000);
  await client.next("cleared");
  await heard(client, "today's");
  // Not as far as makes a silent line a dead one, in place of which the page opens another.
  await page.clock.fastForward(40_000);
  await shown(page, "yesterday's").waitFor({ state: "detached" });
  expect(it.sockets()).toBe(1);
  await show(page, true);
  await shown(page, "today's").waitFor();
  await gone(shown(page, "yesterday's"));
});
