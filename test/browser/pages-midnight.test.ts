/** The end of the day on a page, whose clock and whose room's clock are in our hands. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { Receipts } from "../../src/wire/http.ts";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { proxyUnder } from "../harness/prefix-proxy.ts";
import { openRoom, type RoomOptions } from "../harness/room.ts";
import { keptJournal } from "../room/stored-room.ts";
import { drawn, stopClock } from "./pages-still-clock.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A room and a page that both believe it to be that moment. */
async function evening(start: string, options: RoomOptions = {}, { moves = false } = {}) {
  const clock = virtualClock(start);
  const room = await openRoom({ clock, ...options });
  const visitor = await visit(browser, `${room.url}/login`, { moves });
  const { page } = visitor;
  await stopClock(page, Date.parse(start));
  await page.goto(room.url);
  await drawn(page, page.locator(".send:enabled"));
  return {
    clock,
    room,
    visitor,
    page,
    async [Symbol.asyncDispose]() {
      await visitor[Symbol.asyncDispose]();
      await room.stop();
    },
  };
}

test("the room is told ten minutes and one minute before midnight", async () => {
  // The room lets go of a page that leaves pings of nine minutes unanswered: it comes back once its own nine are over.
  await using it = await evening("2026-11-22T22:40:00Z");
  const { clock, page } = it;
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await page.clock.fastForward(ms);
  };
  const notes = () => page.getByText(/Everything here is gone in/).allTextContents();
  await pass(9 * 60_000);
  expect(await notes()).toEqual([]);
  await pass(65_000);
  await drawn(page, page.getByText("Everything here is gone in 10 minutes."));
  await pass(8 * 60_000);
  expect((await notes()).length).toBe(1);
  await pass(60_000);
  await drawn(page, page.getByText("Everything here is gone in 1 minute."));
  expect((await notes()).length).toBe(2);
});

test("a page without a connection empties itself at midnight, keeps the draft, and comes back to the new day", async () => {
  await using it = await evening("2026-11-22T22:58:00Z");
  const { clock, visitor, page } = it;
  await visitor.say("gone tomorrow");
  await visitor.shows("gone tomorrow");
  await page.fill("#message", "for later");
  await visitor.context.setOffline(true);
  await page.locator(".banner.lost").waitFor();
  await page.clock.fastForward(60_000);
  expect(await page.getByText("gone tomorrow").count()).toBe(1);
  await page.clock.fastForward(70_000);
  await page.getByText("Midnight. Everything said before is gone.").waitFor();
  await gone(page.getByText("gone tomorrow"));
  expect(await page.textContent(".gone")).toMatch(/gone in 23:5\d:\d\d/);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
    "gone tomorrow",
  );
  await clock.advance(130_000);
  await visitor.context.setOffline(false);
  await page.locator(".banner.lost").waitFor({ state: "detached" });
  await page.getByText("Midnight. Everything said before is gone.").waitFor();
  expect(await page.inputValue("#message")).toBe("for later");
  await page.press("#message", "Enter");
  await visitor.shows("for later");
});

test("a page whose clock runs ahead is given the day back that it ended too soon", async () => {
  await using it = await evening("2026-11-22T22:58:00Z");
  const { visitor, page } = it;
  await visitor.say("still today");
  await visitor.shows("still today");
  await visitor.context.setOffline(true);
  await page.locator(".banner.lost").waitFor();
  await page.clock.fastForward(130_000);
  const early = page.getByText("Midnight. Everything said before is gone.");
  await early.waitFor();
  await gone(page.getByText("still today"));
  await visitor.context.setOffline(false);
  await early.waitFor({ state: "detached" });
  await visitor.shows("still today");
});

test("a page whose clock is a day wrong ends nothing by itself", async () => {
  const clock = virtualClock("2026-11-22T12:00:00Z");
  await using room = await openRoom({ clock });
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  let sockets = 0;
  page.on("websocket", () => sockets++);
  await stopClock(page, Date.parse("2026-11-24T12:00:00Z"));
  await page.goto(room.url);
  await visitor.say("before");
  await visitor.shows("before");
  await page.clock.runFor(20_000);
  await visitor.say("after");
  await visitor.shows("after");
  await visitor.shows("before");
  expect(sockets).toBe(1);
});

test("midnight dissolves what was said in three seconds, and brings tomorrow's topic", async () => {
  const env = { DAILY_TOPIC: "Queues" };
  await using it = await evening("2026-11-22T22:59:30Z", { env }, { moves: true });
  const { clock, room, visitor, page } = it;
  const token = await room.admin();
  await room.call("POST", "/api/admin/topic", { token, body: { topic: "Printers" } });
  await page.locator("h1", { hasText: "Printers" }).waitFor();
  await visitor.say("smoke");
  await visitor.shows("smoke");
  // Of two pings at most: a page whose clock stands would not come back in time from a third.
  await clock.advance(30_000);
  const dissolving = page.locator(".dissolving");
  await dissolving.waitFor();
  const lasts = await dissolving
    .locator(".entries > .group")
    .first()
    .evaluate((group) => {
      const { animationDelay, animationDuration } = getComputedStyle(group);
      return (Number.parseFloat(animationDelay) + Number.parseFloat(animationDuration)) * 1_000;
    });
  expect(lasts).toBeLessThanOrEqual(3_000);
  await page.clock.runFor(2_900);
  expect(await dissolving.count()).toBe(1);
  await page.clock.runFor(200);
  await dissolving.waitFor({ state: "detached" });
  await page.locator("h1", { hasText: "Queues" }).waitFor();
});

test("in the morning the page says what was destroyed, and how it was looked for", async () => {
  await using it = await evening("2026-11-22T22:59:30Z");
  const { clock, room, visitor, page } = it;
  await visitor.say("one of two");
  await visitor.say("two of two");
  await visitor.shows("two of two");
  await clock.advance(40_000);
  await page.getByText("Midnight. Everything said before is gone.").waitFor();
  const line = "2 messages of the last day: destroyed, looked for, and not found.";
  await gone(page.getByText(line));
  const known = async () =>
    Receipts.parse(await (await room.call("GET", "/api/receipts")).json()).receipts.length > 0;
  while (!(await known())) await clock.advance(10_000);
  await page.clock.fastForward(121_000);
  await page.getByText(line).waitFor();
  await page.getByRole("button", { name: "How we forget" }).click();
  const said = await page.getByRole("dialog").textContent();
  for (const part of ["November 22, 2026", "2 messages of 1 person destroyed", "nothing found"]) {
    expect(said).toContain(part);
  }
});

test("who saw the day end is asked once how they leave it, and the receipt has the count", async () => {
  const { logger, logged } = keptJournal();
  await using it = await evening("2026-11-22T22:59:30Z", { logger });
  const { clock, room, visitor, page } = it;
  await visitor.say("the last words");
  await visitor.shows("the last words");
  await clock.advance(40_000);
  await page.getByText("Midnight. Everything said before is gone.").waitFor();
  await logged("The day before is destroyed.");
  await page.clock.fastForward(121_000);
  await page.getByText("How do you leave the day that ended?").waitFor();
  await page.getByRole("button", { name: "Calmer" }).click();
  await page.getByText("Counted, and nothing else is kept of it.").waitFor();
  expect(await page.getByRole("button", { name: "Angrier" }).count()).toBe(0);
  const { receipts } = Receipts.parse(await (await room.call("GET", "/api/receipts")).json());
  expect(receipts[0]?.moods).toEqual({ angrier: 0, same: 0, calmer: 1 });
  await using late = await visit(browser, room.url);
  await late.page.locator(".send:enabled").waitFor();
  await late.page.getByRole("button", { name: "How we forget" }).click();
  const told = "Of those who said so, 0 left angrier, 0 the same, 1 calmer.";
  await late.page.getByText(told).waitFor();
  expect(await late.page.getByText("How do you leave").count()).toBe(0);
});

test("whom the room first meets after midnight is not asked: it could not count them", async () => {
  const start = "2026-11-22T22:59:50Z";
  const clock = virtualClock(start);
  const { logger, logged } = keptJournal();
  await using room = await openRoom({ clock, logger });
  let isOpen = false;
  await using proxy = proxyUnder("", room.url, () => isOpen);
  await using visitor = await visit(browser, `${proxy.host}/robots.txt`);
  const { page } = visitor;
  await stopClock(page, Date.parse(start));
  await page.goto(`${proxy.host}/`);
  await page.getByText("Nobody has said anything yet today.").waitFor();
  // What says how a day ended follows the days from when it is there.
  await page.waitForLoadState("networkidle");
  const parts: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) parts.push(request.url());
  });
  await clock.advance(40_000);
  await logged("The day before is destroyed.");
  isOpen = true;
  await page.clock.runFor(15_000);
  await drawn(page, page.locator(".send:enabled"));
  // What asks comes as this is read, or not at all.
  await page.getByText("0 messages of the last day").waitFor();
  expect(parts).toEqual([]);
  expect(await page.getByText("How do you leave").count()).toBe(0);
});
