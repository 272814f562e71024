import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_CITY } from "../harness/noon-zone.ts";
import { openRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a visitor reads the room before doing anything at all", async () => {
  await using room = await openRoom({ env: { DAILY_TOPIC: "Printers", DAILY_RULES: "Be kind." } });
  await using speaker = await visit(browser, room.url);
  await speaker.say("paper jam in tray 3");
  await speaker.shows("paper jam in tray 3");

  await using reader = await visit(browser, room.url);
  await reader.shows("paper jam in tray 3");
  expect(await reader.page.textContent("h1")).toBe("Printers");
  expect(await reader.page.textContent(".rules")).toBe("Be kind.");
  expect(await reader.page.textContent(".gone")).toMatch(
    new RegExp(`gone in \\d\\d:\\d\\d:\\d\\d midnight in \u2068${NOON_CITY}\u2069`),
  );
  expect(await reader.page.textContent(".accept")).toContain("accept the rules");
  expect(reader.complaints).toEqual([]);
});

test("what is said reaches everyone once, with the speaker's own marked", async () => {
  await using room = await openRoom();
  await using one = await visit(browser, room.url);
  await using two = await visit(browser, room.url);
  for (const text of ["first", "second", "third"]) await one.say(text);
  for (const text of ["first", "second", "third"]) {
    await one.shows(text);
    await two.shows(text);
  }
  expect(await one.page.locator(".mine .msg").count()).toBe(3);
  await gone(one.page.locator(".accept"));
  await gone(two.page.locator(".mine"));
});

test("a message written without a connection is sent once when it is back", async () => {
  await using room = await openRoom();
  await using one = await visit(browser, room.url);
  await using two = await visit(browser, room.url);
  await one.page.locator(".send:enabled").waitFor();
  await one.context.setOffline(true);
  await one.page.locator(".banner.lost").waitFor();
  expect(await one.page.textContent(".banner.lost")).toMatch(/Next try in \d+ s/);
  await one.say("said in a tunnel");
  await one.page.locator(".own", { hasText: "said in a tunnel" }).waitFor();
  await two.say("said meanwhile");
  await two.shows("said meanwhile");

  await one.context.setOffline(false);
  await one.shows("said in a tunnel");
  await one.shows("said meanwhile");
  await one.page.getByText("Back. 1 message while you were away.").first().waitFor();
  await two.shows("said in a tunnel");
});

test("an unsent message outlives a reload", async () => {
  await using room = await openRoom();
  await using one = await visit(browser, room.url);
  await one.page.locator(".send:enabled").waitFor();
  await one.context.setOffline(true);
  await one.page.locator(".banner.lost").waitFor();
  await one.say("still mine");
  await one.page.locator(".own", { hasText: "still mine" }).waitFor();
  await one.page.fill("#message", "half a thou");
  await one.context.setOffline(false);
  await one.page.reload();
  await one.shows("still mine");
  expect(await one.page.inputValue("#message")).toBe("half a thou");
});

test("a refused message stays, says why, and can be tried again or discarded", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1" } });
  await using one = await visit(browser, room.url);
  await one.say("allowed");
  await one.shows("allowed");
  await one.say("too soon");
  const refused = one.page.locator(".own", { hasText: "too soon" });
  await refused.locator(".state.bad").waitFor();
  expect(await one.page.textContent(".send")).toMatch(/\d+ s/);
  await one.page.fill("#message", "kept");
  await one.page.press("#message", "Enter");
  expect(await one.page.inputValue("#message")).toBe("kept");
  await refused.getByRole("button", { name: "Try again" }).click();
  await refused.locator(".state.bad").waitFor();
  await refused.getByRole("button", { name: "Discard" }).click();
  await refused.waitFor({ state: "detached" });
});

test("Shift+Enter, an input method's Enter and a touch keyboard's Enter send nothing", async () => {
  await using room = await openRoom();
  await using one = await visit(browser, room.url);
  await one.page.fill("#message", "a");
  await one.page.press("#message", "Shift+Enter");
  expect(await one.page.inputValue("#message")).toBe("a\n");
  await one.page.fill("#message", "か");
  await one.page.dispatchEvent("#message", "keydown", { key: "Enter", isComposing: true });
  expect(await one.page.inputValue("#message")).toBe("か");

  await using phone = await visit(browser, room.url, { width: 360, isTouch: true });
  await phone.say("line");
  expect(await phone.page.inputValue("#message")).toBe("line\n");
  await phone.page.locator(".send:enabled").click();
  await phone.shows("line");
});

test("a reader who scrolled up stays there, and is told how much is new and where it begins", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  await using speaker = await visit(browser, room.url);
  await using reader = await visit(browser, room.url);
  for (let n = 0; n < 30; n++) await speaker.say(`old ${n}.`);
  await reader.shows("old 29.");
  await reader.page.hover("main");
  await reader.page.mouse.wheel(0, -600);
  await reader.page.locator(".pill").waitFor();
  const place = await reader.page.evaluate(() => document.querySelector("main")?.scrollTop);
  for (let n = 0; n < 3; n++) await speaker.say(`new ${n}.`);
  await reader.page.getByText("3 new", { exact: true }).waitFor();
  expect(await reader.page.evaluate(() => document.querySelector("main")?.scrollTop)).toBe(place);

  await reader.page.click(".pill");
  await reader.page.locator(".pill").waitFor({ state: "detached" });
  expect(await reader.page.textContent(".gap + .group .msg")).toBe("new 0.");
});

test("a deleted message leaves a tomb, and a banned person is told and stopped", async () => {
  await using room = await openRoom();
  const bob = await room.member("bob");
  const token = await room.admin();
  await using page = await visit(browser, room.url);
  await page.page.evaluate((kept) => localStorage.setItem("access_token", kept), bob.token);
  await page.page.reload();
  await page.say("regrettable");
  await page.shows("regrettable");
  const listed = await (await room.call("GET", "/api/admin/messages", { token })).json();
  await room.call("DELETE", `/api/admin/message/${listed[0].id}`, { token });
  await page.page.getByText("Removed by a moderator").waitFor();
  await gone(page.page.getByText("regrettable"));

  await room.call("POST", "/api/admin/user/ban", { token, body: { user_id: bob.id } });
  await page.page.getByText("You are banned until further notice.").waitFor();
  expect(await page.page.locator(".send").isDisabled()).toBe(true);
});

test("a ban takes every message of the banned from every page, without a trace", async () => {
  await using room = await openRoom();
  const bob = await room.member("bob");
  const token = await room.admin();
  await using page = await visit(browser, room.url);
  await using other = await visit(browser, room.url);
  await page.page.evaluate((kept) => localStorage.setItem("access_token", kept), bob.token);
  await page.page.reload();
  for (const text of ["one of Bob", "two of Bob"]) await page.say(text);
  await other.shows("two of Bob");
  await other.say("of another");
  await room.call("POST", "/api/admin/user/ban", { token, body: { user_id: bob.id } });
  for (const { page: each } of [page, other]) {
    await each.locator(".msg", { hasText: "of Bob" }).first().waitFor({ state: "detached" });
    expect(await each.locator(".msg").allTextContents()).toEqual(["of another"]);
  }
});

test("at midnight the page is empty, has the new day's time, and the draft is still there", async () => {
  const clock = virtualClock("2026-11-22T22:59:00Z");
  await using room = await openRoom({ clock });
  await using one = await visit(browser, room.url);
  await one.say("gone tomorrow");
  await one.shows("gone tomorrow");
  await one.page.fill("#message", "for later");
  await clock.advance(61_000);
  await one.page.getByText("Midnight. Everything said before is gone.").waitFor();
  await gone(one.page.getByText("gone tomorrow"));
  expect(await one.page.inputValue("#message")).toBe("for later");
  await one.page.locator(".accept").waitFor();
  await one.page.press("#message", "Enter");
  await one.shows("for later");
});

test("a guest rolls another name", async () => {
  await using room = await openRoom();
  await using one = await visit(browser, room.url);
  const name = one.page.locator(".as bdi");
  await name.waitFor();
  const before = await name.textContent();
  await one.page.getByRole("button", { name: "Roll another name" }).click();
  await one.page.waitForFunction(
    (old) => document.querySelector(".as bdi")?.textContent !== old,
    before,
  );
});
