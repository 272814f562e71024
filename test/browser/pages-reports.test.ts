/** A reader reports a message by finger, mouse and keys; staff see it at once, and decide by one press. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join, say } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { overflowIn } from "./pages-overflow.ts";
import { HANDS, putDown } from "./pages-pointers.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
/** It stands still: what was taken away can be brought back for as long as the test takes. */
const clock = virtualClock("2026-03-01T12:00:00Z");

let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  // Whoever said something is heard.
  const env = { HEARD_AFTER_SECONDS: "0", HEARD_STOOD_SECONDS: "0", MESSAGES_PER_MINUTE: "1000" };
  room = await openRoom({ env, clock });
  token = await room.admin();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

const line = (page: Page, text: string) => page.locator(".said", { hasText: text });
const item = (page: Page) => page.getByRole("menuitem", { name: "Report", exact: true });
const told = (page: Page) => page.getByText("Reported. Staff are told.").waitFor();
const reports = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function staff(width: number, locale = "en-US"): Promise<Visit> {
  const page = await signedIn(browser, room, { width, isTouch: width < 600, token, locale });
  await page.page.locator(".desk").waitFor();
  return page;
}

/** A reader's page, and something that another said there; the reader was heard. */
async function reader(said: string, options: { width: number; isTouch?: boolean }) {
  const { client } = await join(room.wsUrl);
  const page = await visit(browser, room.url, options);
  const own = `here ${crypto.randomUUID().slice(0, 4)}`;
  await page.page.fill("#message", own);
  await page.page.locator(".send:enabled").click();
  await page.shows(own);
  await heard(client, said);
  await page.shows(said);
  return page;
}

describe.each(HANDS)("by %s", (_by, width, pointerOf) => {
  test("a message is reported in two presses; staff see the count and the text, and keep it by one", async () => {
    const text = `doubt ${width}`;
    await using page = await reader(text, { width, isTouch: width === 360 });
    await using moderator = await staff(width);
    await reports(moderator.page, "No reports").waitFor();
    const pointer = await pointerOf(page.page);
    const press = async (what: ReturnType<typeof line>) => {
      const [x, y] = await putDown(pointer, what);
      await pointer.up(x, y);
    };
    await press(line(page.page, text).locator(".msg"));
    await press(item(page.page));
    await told(page.page);
    await reports(moderator.page, "1 report").click();
    const dialog = moderator.page.getByRole("dialog", { name: "Reported messages" });
    await dialog.getByText(text).waitFor();
    await dialog.getByRole("button", { name: /^Keep the message of/ }).click();
    await dialog.getByText("Nothing is reported.").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await reports(moderator.page, "No reports").waitFor();
    await page.shows(text);
    expect([...page.complaints, ...moderator.complaints]).toEqual([]);
  });
});

test("by keys it is reported with a letter, and removed by staff for everyone", async () => {
  await using page = await reader("doubt keys", { width: 1280 });
  await using moderator = await staff(1280);
  await page.page.focus("#message");
  await page.page.keyboard.press("Alt+ArrowUp");
  await page.page.locator(".said:focus", { hasText: "doubt keys" }).waitFor();
  await page.page.keyboard.press("Enter");
  await item(page.page).waitFor();
  await page.page.keyboard.press("p");
  await told(page.page);
  await reports(moderator.page, "1 report").click();
  const dialog = moderator.page.getByRole("dialog", { name: "Reported messages" });
  await dialog.getByRole("button", { name: /^Remove the message of/ }).click();
  await page.page.locator(".tomb").last().waitFor();
  await dialog.getByText("Nothing is reported.").waitFor();
  await moderator.page.keyboard.press("Escape");
  await moderator.page.getByRole("button", { name: "Undo" }).click();
  await page.shows("doubt keys");
  await reports(moderator.page, "1 report").waitFor();
  await reports(moderator.page, "1 report").click();
  await dialog.getByRole("button", { name: /^Keep the message of/ }).click();
  await dialog.getByText("Nothing is reported.").waitFor();
});

test("a newcomer is told why not, and nobody is offered to report their own", async () => {
  const { client } = await join(room.wsUrl);
  await using page = await visit(browser, room.url);
  await heard(client, "doubt new");
  await page.shows("doubt new");
  await line(page.page, "doubt new").locator(".msg").click();
  await item(page.page).click();
  await page.page.locator(".banner").waitFor();
  await page.say("I am mine");
  await page.shows("I am mine");
  await line(page.page, "I am mine").locator(".msg").click();
  await page.page.getByRole("menuitem", { name: "Copy" }).waitFor();
  await gone(item(page.page));
});

test("the list stays where the head folds meanwhile, as a keyboard comes or letters grow", async () => {
  const { client } = await join(room.wsUrl);
  const { client: reader } = await join(room.wsUrl);
  const id = await say(client, "seen from afar");
  await say(reader, "seen it too");
  reader.send({ type: "report", id });
  await reader.next("reported");
  await using admin = await staff(360);
  const { page } = admin;
  await page.locator(".tool.urgent").click();
  const told = page.locator("dialog").getByText("seen from afar");
  await told.waitFor();
  await page.setViewportSize({ width: 360, height: 380 });
  await page.locator(".help").waitFor();
  expect(await told.isVisible()).toBe(true);
  expect(await page.locator(".tool").first().isVisible()).toBe(false);
  await page.setViewportSize({ width: 320, height: 740 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "32px";
  });
  expect(await overflowIn(page)).toEqual([]);
  await page.getByRole("button", { name: /^Keep the message of/ }).click();
  await gone(told);
});

describe.each([
  [360, "en-US"],
  [1280, "en-US"],
  [360, "ar"],
])("%d wide, in %s", (width, locale) => {
  test("the list of reports is accessible in every theme", async () => {
    const { client: author } = await join(room.wsUrl);
    const { client } = await join(room.wsUrl);
    await heard(client, `hi ${width}${locale}`);
    const long = `A longer text that somebody found hard to bear, ${width} wide in ${locale}, and so it goes on over a line or two.`;
    const id = await heard(author, long);
    client.send({ type: "report", id });
    await client.next("reported");
    await using moderator = await staff(width, locale);
    await moderator.page.locator(".tool.urgent").click();
    await moderator.page.getByRole("dialog").getByText(long).waitFor();
    expect(await violationsInEveryTheme(moderator.page)).toEqual([]);
    const settled = await room.call("POST", `/api/mod/reports/${id}`, {
      token,
      body: { keep: true },
    });
    expect(settled.status).toBe(200);
  });
});

test.each([360, 1280])(
  "on the admin's page, %d wide, it is read and decided on too, accessibly in every theme",
  async (width) => {
    const { client: author } = await join(room.wsUrl);
    const { client } = await join(room.wsUrl);
    await heard(client, `desk ${width}`);
    const text = `unkind ${width}`;
    const id = await heard(author, text);
    client.send({ type: "report", id });
    await client.next("reported");
    await using desk = await signedIn(browser, room, { path: "/admin", width, token });
    const list = desk.page.locator(".reports");
    await list.getByText(text).waitFor();
    expect(await violationsInEveryTheme(desk.page)).toEqual([]);
    await list.getByRole("button", { name: /^Remove the message of/ }).click();
    await desk.page.getByText("Nothing is reported.").waitFor();
    await author.next("deleted", (event) => event.id === id);
    expect(desk.complaints).toEqual([]);
  },
);
