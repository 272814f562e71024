/** What a reader is told instead of having to guess it. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Locator } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { stopClock } from "./pages-still-clock.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** 13:00 in Berlin. */
const NOON = "2026-03-01T12:00:00Z";
const seconds = async (told: Locator) => Number(/\d+/.exec((await told.textContent()) ?? "")?.[0]);
const bare = (text: string | null) => text?.replace(/[\u2066-\u2069]/g, "");

async function pageAt(room: TestRoom, clock: { now(): number }, width = 1280) {
  const visitor = await visit(browser, `${room.url}/robots.txt`, {
    width,
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  });
  await visitor.page.clock.setFixedTime(clock.now());
  await visitor.page.goto(room.url);
  await visitor.page.locator(".send:enabled").waitFor();
  return visitor;
}

test("a guest reads until when the name lasts, is told when it changes, and keeps it for today", async () => {
  const clock = virtualClock(NOON);
  await using room = await openRoom({ clock });
  await using guest = await pageAt(room, clock, 360);
  const { page } = guest;
  const name = page.locator(".as .name");
  await name.getByText("until 13:10").waitFor();
  const first = await name.locator("bdi").textContent();
  await clock.advance(10 * 60_000);
  await page.clock.setFixedTime(clock.now());
  await guest.say("Time flies.");
  // Whether by a word of the room, or with the welcome of the line that woke.
  const told = page.locator(".entries .note");
  await told.waitFor();
  const second = await name.locator("bdi").textContent();
  expect(second).not.toBe(first);
  expect(bare(await told.textContent())).toBe(`You are ${second} from now on.`);
  await name.getByText("until 13:20").waitFor();
  expect(await violationsInEveryTheme(page)).toEqual([]);

  await page.getByRole("button", { name: "Keep it for today" }).click();
  await name.getByText("until midnight").waitFor();
  await page.reload();
  await name.getByText("until midnight").waitFor();
  expect(await name.locator("bdi").textContent()).toBe(second);
});

test("who comes after the room was emptied reads that it was", async () => {
  await using room = await openRoom();
  const { client } = await join(room.wsUrl);
  await heard(client, "gone");
  const token = await room.admin();
  await room.call("DELETE", "/api/admin/clear-messages", { token });
  await heard(client, "after");
  await using late = await visit(browser, room.url);
  // What came with the page says nothing of it, and makes room for what the room tells.
  await late.page.getByText("A moderator emptied the room earlier today.").waitFor();
  await late.shows("after");
  await late.page.locator(".send:enabled").waitFor();
  const log = await late.page.locator(".entries > li").allTextContents();
  expect(log[0]).toBe("A moderator emptied the room earlier today.");
  expect(log).toHaveLength(2);
});

test("the author of what staff removed is told, and nobody else", async () => {
  await using room = await openRoom();
  await using anna = await visit(browser, room.url);
  await using bert = await visit(browser, room.url);
  for (const text of ["one", "two", "three"]) await anna.say(`${text} of mine`);
  await bert.shows("three of mine");
  await anna.shows("three of mine");
  const token = await room.admin();
  const [first] = (await (await room.call("GET", "/api/messages")).json()).messages;
  await room.call("DELETE", `/api/mod/messages/${first.id}`, { token });
  await anna.page.getByText("A moderator removed a message of yours.").waitFor();
  await room.call("DELETE", `/api/mod/messages/${first.id + 1}/sender`, { token });
  await anna.page.getByText("A moderator removed 2 messages of yours.").waitFor();
  await bert.page.getByText("three of mine").waitFor({ state: "detached" });
  await gone(bert.page.getByText("of yours"));
});

test("the seconds to wait count down where they stand, and are said once", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1" } });
  await using one = await visit(browser, `${room.url}/robots.txt`);
  const { page } = one;
  await stopClock(page);
  await page.goto(room.url);
  await one.say("allowed");
  await one.shows("allowed");
  await one.say("too soon");
  const told = page.locator(".state.bad");
  const counted = told.locator("[aria-hidden=true]");
  const said = told.locator(".unseen");
  await counted.waitFor();
  const [before, heardFirst] = [await seconds(counted), await said.textContent()];
  await page.clock.runFor(5_000);
  expect(before - (await seconds(counted))).toBeWithin(4, 7);
  expect(await said.textContent()).toBe(heardFirst);
  await page.clock.runFor(60_000);
  await counted.waitFor({ state: "detached" });
  await told.getByText("Not sent").waitFor();
});
