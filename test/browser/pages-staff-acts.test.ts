/** What staff do about a message where it stands: by finger, mouse and keys, in two presses. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { HANDS, putDown } from "./pages-pointers.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
/** It stands still: what was taken away can be brought back for as long as the test takes. */
const clock = virtualClock("2026-03-01T12:00:00Z");

let browser: Browser;
let room: TestRoom;
/** Of a moderator. */
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" }, clock });
  const moderator = await room.member("mona");
  const body = { user_id: moderator.id, moderator: true };
  await room.call("POST", "/api/admin/user/role", { token: await room.admin(), body });
  token = moderator.token;
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

const line = (page: Page, text: string) => page.locator(".said", { hasText: text });
const menu = (page: Page) => page.getByRole("menu");
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const message = (page: Page, text: string) => page.locator(".msg", { hasText: text });

/** The page of a moderator, who has come in. */
async function staff(options: { width: number; isTouch?: boolean; locale?: string }) {
  const page = await signedIn(browser, room, { ...options, token });
  await page.page.locator(".desk").waitFor();
  return page;
}

describe.each(HANDS)("by %s", (_by, width, pointerOf) => {
  test("a message is deleted in two presses, and brought back", async () => {
    const { client } = await join(room.wsUrl);
    await using moderator = await staff({ width, isTouch: width === 360 });
    await using reader = await visit(browser, room.url);
    const { page } = moderator;
    await reader.page.locator(".send:enabled").waitFor();
    const text = `spoken at ${width}.`;
    await heard(client, text);
    await moderator.shows(text);
    const pointer = await pointerOf(page);
    const press = async (what: ReturnType<typeof line>) => {
      const [x, y] = await putDown(pointer, what);
      await pointer.up(x, y);
    };
    await press(line(page, text).locator(".msg"));
    await press(menu(page).getByRole("menuitem", { name: "Delete", exact: true }));
    await reader.page.locator(".tomb").last().waitFor();
    await gone(message(reader.page, text));
    await press(undo(page));
    await reader.shows(text);
    await moderator.shows(text);
    expect(moderator.complaints).toEqual([]);
  });

  test("the press is on the message it was put on, and the log waits until the menu is closed", async () => {
    const { client } = await join(room.wsUrl);
    await using moderator = await staff({ width, isTouch: width === 360 });
    const { page } = moderator;
    for (let n = 0; n < 20; n++) await heard(client, `before ${width}, ${n}.`);
    await heard(client, `aimed at ${width}.`);
    await moderator.shows(`aimed at ${width}.`);
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(pointer, line(page, `aimed at ${width}.`).locator(".msg"));
    await heard(client, `meanwhile ${width}.`);
    await moderator.shows(`meanwhile ${width}.`);
    await pointer.up(x, y);
    await menu(page).waitFor();
    expect(await page.locator("[data-open] .msg").textContent()).toBe(`aimed at ${width}.`);
    await heard(client, `later ${width}.`);
    await page.locator(".pill", { hasText: "1 new" }).waitFor();
    await gone(line(page, `later ${width}.`));
    await page.locator(".brand").click();
    await moderator.shows(`later ${width}.`);
    await gone(menu(page));
  });
});

test("by keys: the arrows find the message, Enter opens, a letter does it, and the keys undo it", async () => {
  const { client } = await join(room.wsUrl);
  await using moderator = await staff({ width: 1280 });
  const { page } = moderator;
  for (const text of ["keys one.", "keys two.", "keys three."]) await heard(client, text);
  await moderator.shows("keys three.");
  await page.focus("#message");
  await page.keyboard.press("Alt+ArrowUp");
  await page.locator(".said:focus", { hasText: "keys three." }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.locator(".said:focus", { hasText: "keys two." }).waitFor();
  // Held while the keys are at a message.
  await heard(client, "keys four.");
  await page.locator(".pill", { hasText: "1 new" }).waitFor();
  await page.keyboard.press("Enter");
  await menu(page).locator("button:focus").waitFor();
  expect(await menu(page).locator(".key").allTextContents()).toEqual([
    "d",
    "a",
    "1",
    "m",
    "6",
    "0",
    "b",
    "r",
    "c",
    "f",
    "i",
  ]);
  await page.keyboard.press("d");
  await gone(message(page, "keys two."));
  await page.locator(".undo:focus").waitFor();
  await page.keyboard.press("Enter");
  await moderator.shows("keys two.");
  await moderator.shows("keys four.");
});

test("all of a sender's goes, and comes back; a ban likewise; a mute is lifted", async () => {
  const { client } = await join(room.wsUrl);
  await using moderator = await staff({ width: 1280 });
  const { page } = moderator;
  const choose = async (name: string) => {
    await line(page, "theirs two.").locator(".msg").click();
    await menu(page).getByRole("menuitem", { name, exact: true }).click();
  };
  await heard(client, "theirs one.");
  await heard(client, "theirs two.");
  await moderator.shows("theirs two.");
  await choose("Delete all of theirs");
  await gone(message(page, "theirs two."));
  await page.getByText("2 messages deleted.").waitFor();
  await undo(page).click();
  await moderator.shows("theirs two.");
  await choose("10 min");
  const muted = await client.next("muted");
  expect(Date.parse(muted.until ?? "") - clock.now()).toBeGreaterThan(500_000);
  await page.getByText(/is muted until/).waitFor();
  await undo(page).click();
  await page.getByText(/may speak again/).waitFor();
  await client.next("muted");
  await heard(client, "theirs three.");
  await choose("Ban");
  expect((await client.closed).code).toBe(4001);
  await gone(message(page, "theirs three."));
  await page.getByText(/is banned until .* 3 messages removed/).waitFor();
  await undo(page).click();
  await moderator.shows("theirs three.");
});

test("what cannot be done is not offered, and what the room refuses is said in words", async () => {
  const { client } = await join(room.wsUrl, { token: await room.admin() });
  const { client: guest } = await join(room.wsUrl);
  await using moderator = await staff({ width: 1280 });
  const { page } = moderator;
  await heard(client, "of the admin.");
  await moderator.shows("of the admin.");
  await line(page, "of the admin.").locator(".msg").click();
  await menu(page).waitFor();
  expect(await menu(page).getByRole("menuitem").allTextContents()).toEqual([
    "Deleted",
    ...["Replyr", "Copyc", "I hear youf", "Ignore todayi"],
  ]);
  await page.locator(".brand").click();
  const id = await heard(guest, "gone before the second press.");
  await moderator.shows("gone before the second press.");
  await line(page, "gone before the second press.").locator(".msg").click();
  await menu(page).waitFor();
  await room.call("DELETE", `/api/mod/messages/${id}`, { token });
  await page.locator(".tomb").last().waitFor();
  await page.keyboard.press("d");
  await page.getByText("That is not there any more.").waitFor();
});

test("a guest's press on a message offers to report it, and loads nothing that is for staff", async () => {
  const { client } = await join(room.wsUrl);
  await using reader = await visit(browser, `${room.url}/robots.txt`);
  const asked: string[] = [];
  reader.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await reader.page.goto(room.url);
  await heard(client, "for everybody.");
  await reader.shows("for everybody.");
  await line(reader.page, "for everybody.").locator(".msg").click();
  await menu(reader.page).waitFor();
  expect(await menu(reader.page).getByRole("menuitem").allTextContents()).toEqual([
    ...["Replyr", "Copyc", "I hear youf", "Ignore todayi", "Reportp"],
  ]);
  expect(asked.filter((path) => /desk|message-acts|staff/.test(path))).toEqual([]);
});

test("a part that did not come at one bad moment comes at the next press", async () => {
  const { client } = await join(room.wsUrl);
  await using moderator = await staff({ width: 1280 });
  const { page } = moderator;
  await heard(client, "pressed twice.");
  await moderator.shows("pressed twice.");
  await page.route(/message-acts/, (route) => route.abort());
  await line(page, "pressed twice.").locator(".msg").click();
  await page.getByText("That part of the page did not come. Try again.").waitFor();
  await page.unroute(/message-acts/);
  await line(page, "pressed twice.").locator(".msg").click();
  await menu(page).waitFor();
});

test("who moderates wears a badge, from the field that says so", async () => {
  const { client } = await join(room.wsUrl, { token });
  await using reader = await visit(browser, room.url);
  await heard(client, "as a moderator.");
  await reader.shows("as a moderator.");
  const group = reader.page.locator(".group", { hasText: "as a moderator." });
  expect(await group.locator(".badge").textContent()).toBe("moderator");
});

describe.each([360, 1280])("%i wide", (width) => {
  test.each(["en", "ar"])("the menu is accessible in every theme, in %s", async (locale) => {
    const { client } = await join(room.wsUrl);
    await using moderator = await staff({ width, locale, isTouch: width === 360 });
    const { page } = moderator;
    await heard(client, `about this ${locale} ${width}.`);
    const row = line(page, `about this ${locale} ${width}.`);
    await row.locator(".msg").click();
    await menu(page).waitFor();
    expect(await violationsInEveryTheme(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const small = await menu(page)
      .getByRole("menuitem")
      .evaluateAll(
        (items) => items.filter((item) => item.clientHeight < 44 || item.clientWidth < 44).length,
      );
    expect(small).toBe(0);
  });
});
