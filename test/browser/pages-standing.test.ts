/** What somebody who is muted, banned or slowed down is told, and may still do. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** 13:00 in Berlin. */
const NOON = "2026-03-01T12:00:00Z";

/** A room, and a page in it on the same clock and in the room's zone, that has said something. */
async function spoken(options: { width?: number; locale?: string } = {}) {
  const clock = virtualClock(NOON);
  const room = await openRoom({ clock });
  const page = await visit(browser, `${room.url}/robots.txt`, {
    timezoneId: "Europe/Berlin",
    ...options,
  });
  await page.page.clock.setFixedTime(clock.now());
  await page.page.goto(room.url);
  await page.say("something.");
  await page.shows("something.");
  const token = await room.admin();
  const [said] = await (await room.call("GET", "/api/admin/messages", { token })).json();
  const sanction = async (body: object) => {
    const placed = { message: said.id, ...body };
    const response = await room.call("POST", "/api/mod/sanctions", { token, body: placed });
    return (await response.json()).id;
  };
  const lift = (id: number) => room.call("DELETE", `/api/mod/sanctions/${id}`, { token });
  /** The page's clock stands where the room's does. */
  const advance = async (ms: number) => {
    await clock.advance(ms);
    await page.page.clock.setFixedTime(clock.now());
  };
  return { room, page, sanction, lift, advance, ...disposing(room, page) };
}

const disposing = (room: TestRoom, page: Visit) => ({
  async [Symbol.asyncDispose]() {
    await page[Symbol.asyncDispose]();
    await room.stop();
  },
});

const standing = (page: Page) => page.locator(".standing:not(:empty)");
const send = (page: Page) => page.locator(".send");

test("who is muted is told why and until when at the composer, goes on writing, and is told again after a reload", async () => {
  await using place = await spoken();
  const { page } = place.page;
  await place.sanction({ kind: "mute", minutes: 100, reason: "Shouting" });
  const until = page.getByText(/^You are muted until \W?2:40\sPM\W?\. Reason: \W?Shouting\W?$/);
  await until.waitFor();
  await send(page).getByText("1:40:00").waitFor();
  await page.fill("#message", "half a thought");
  expect(await send(page).isDisabled()).toBe(true);
  await page.press("#message", "Enter");
  expect(await page.inputValue("#message")).toBe("half a thought");
  await page.reload();
  await until.waitFor();
  expect(await page.inputValue("#message")).toBe("half a thought");
  await place.advance(91 * 60_000);
  await send(page).getByText("09:00").waitFor();
  await place.advance(8.5 * 60_000);
  await send(page).getByText("30 s", { exact: true }).waitFor();
  await place.advance(30_000);
  await standing(page).waitFor({ state: "detached" });
  await page.locator(".send:enabled").waitFor();
  await page.press("#message", "Enter");
  await place.page.shows("half a thought");
});

test("a mute that is lifted lets go at once, and says so", async () => {
  await using place = await spoken();
  const { page } = place.page;
  const id = await place.sanction({ kind: "mute", minutes: 60 });
  await page.getByText(/You are muted until/).waitFor();
  await place.lift(id);
  await page.getByText("You may speak again.").waitFor();
  await gone(standing(page));
  await place.page.say("and so I do.");
  await place.page.shows("and so I do.");
});

test("who is banned is told why and until when, after a reload too, and when it is over", async () => {
  await using place = await spoken();
  const { page } = place.page;
  await place.sanction({ kind: "ban", minutes: 30, reason: "A raid" });
  const told = page.getByText(
    /^You are banned until \W?1:30\sPM\W?\. Reason: \W?A raid\W?\. If you think/,
  );
  await told.waitFor();
  await page.locator(".msg").waitFor({ state: "detached" });
  await page.reload();
  await told.waitFor();
  await gone(page.getByText("Coming in…"));
  await place.advance(30 * 60_000);
  await page.getByText("The ban is over.").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.locator(".send:enabled").waitFor();
});

test("in slow mode everyone is told, a message that waits says its second, and goes at once where the mode ends", async () => {
  await using place = await spoken();
  const { page } = place.page;
  const { client } = await join(place.room.wsUrl);
  const token = await place.room.admin();
  const slow = (slow_seconds: number) =>
    place.room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds } });
  await slow(60);
  await standing(page).getByText("Slow mode: one message every 60 s.").waitFor();
  await page.reload();
  await standing(page).waitFor();
  await place.page.say("it waits.");
  const waiting = page.locator(".unsent", { hasText: "it waits." });
  await waiting.getByText("Goes by itself in 60 s").waitFor();
  await place.advance(20_000);
  await waiting.getByText("Goes by itself in 40 s").waitFor();
  await page.reload();
  await waiting.getByText("Goes by itself in 40 s").waitFor();
  await slow(0);
  await place.page.shows("it waits.");
  await standing(page).waitFor({ state: "detached" });
  await page.locator(".send:enabled").waitFor();
  await heard(client, "nobody waits.");
  await place.page.shows("nobody waits.");
});

test.each([
  [360, "en-US"],
  [1280, "en-US"],
  [360, "ar-EG"],
  [1280, "ar-EG"],
])(
  "accessible in every theme, %i wide, in %s: muted, slowed down, banned",
  async (width, locale) => {
    await using place = await spoken({ width, locale });
    const { page } = place.page;
    const looks = async () => {
      expect(await violationsInEveryTheme(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    };
    const token = await place.room.admin();
    await place.room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds: 10 } });
    await standing(page).waitFor();
    await looks();
    await place.sanction({ kind: "mute", reason: `${"w".repeat(150)} and שלום` });
    await page.locator(".standing.bad").waitFor();
    await looks();
    await place.sanction({ kind: "ban", reason: `${"w".repeat(150)} and שלום` });
    await page.locator(".banner.ended").waitFor();
    await looks();
  },
);
