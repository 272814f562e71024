/** The log for who wants less of it, and the mark on a newcomer's first words. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { signedIn } from "./pages-signed-in.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
const clock = virtualClock("2026-03-01T12:00:00Z");
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ clock });
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

const said = (page: Page) => page.locator(".said .msg").allTextContents();
const shows = (page: Page, text: string) =>
  page.locator(".said .msg", { hasText: text }).first().waitFor();

test("staff see softly which message is somebody's first, and a reader does not", async () => {
  const { client } = await join(room.wsUrl);
  await using staff = await signedIn(browser, room, { token: await room.admin() });
  await using reader = await visit(browser, room.url);
  await reader.page.locator(".send:enabled").waitFor();
  await staff.page.locator(".desk").waitFor();
  await heard(client, "my first");
  await heard(client, "my second");
  for (const { page } of [staff, reader]) await shows(page, "my second");
  const mark = staff.page.getByRole("img", { name: "First words today" });
  expect(await mark.count()).toBe(1);
  expect(await staff.page.locator(".said", { has: mark }).textContent()).toContain("my first");
  expect(await reader.page.locator(".first").count()).toBe(0);
  await staff.page.reload();
  await mark.waitFor();
  expect(await mark.count()).toBe(1);
  await client.close();
});

test("quiet view shows one message in two seconds, the most felt, all of one's own, and all again once it is left", async () => {
  await clock.advance(60_000);
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await page.locator(".send:enabled").waitFor();
  await page.evaluate(() => localStorage.setItem("choices", "quiet"));
  await page.reload();
  await page.locator(".send:enabled").waitFor();
  const { client } = await join(room.wsUrl);
  await heard(client, "one");
  const two = await heard(client, "two");
  await reader.say("mine");
  await reader.shows("mine");
  expect((await said(page)).slice(-2)).toEqual(["one", "mine"]);
  const { client: other } = await join(room.wsUrl);
  other.send({ type: "felt", id: two });
  await clock.advance(2_000);
  await shows(page, "two");
  expect((await said(page)).slice(-2)).toEqual(["two", "mine"]);
  await page.getByText("Quiet view: one message in two seconds.").waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await shows(page, "one");
  expect((await said(page)).slice(-3)).toEqual(["one", "two", "mine"]);
  expect(await page.evaluate(() => localStorage.getItem("choices"))).toBeNull();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Quiet: one in two seconds, the one most felt" }).check();
  await page.getByRole("button", { name: "Back to the room" }).click();
  await page.getByText("one", { exact: true }).waitFor({ state: "detached" });
  expect((await said(page)).slice(-2)).toEqual(["two", "mine"]);
  expect(reader.complaints).toEqual([]);
  await client.close();
  await other.close();
});
