/** The admin's live list keeps still for who aims at a row, by pointer or by keys. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import type { TestRoom } from "../harness/room.ts";
import { heard, join, openAfter } from "../ws/joining.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** An admin before the list, and somebody who speaks. */
async function desk(room: TestRoom, width = 1280) {
  const token = await room.admin();
  const admin = await visit(browser, `${room.url}/robots.txt`, { width });
  const { page } = admin;
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.goto(`${room.url}/admin`);
  await page.locator(".rows li").first().waitFor();
  const { client } = await join(room.wsUrl);
  return { admin, page, token, says: (text: string) => heard(client, text) };
}

const texts = (page: Page) => page.locator(".rows li p").allTextContents();
const waits = (page: Page, count: string) => page.getByText(`${count} wait`).waitFor();
const shows = (page: Page, text: string) =>
  page.locator(".rows li", { hasText: text }).first().waitFor();
const middleOf = async (page: Page) => {
  const box = await page.locator(".rows li").first().boundingBox();
  if (!box) throw new Error("The list is not on the page.");
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
};

test("a pointer that rests over the list holds it, whatever the focus does", async () => {
  await using room = await openAfter(3, "sqlite");
  const { admin, page, says } = await desk(room);
  await using _ = admin;
  const before = await texts(page);
  await page.mouse.move(...(await middleOf(page)));
  const row = page.locator(".rows .act").first();
  await row.focus();
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "People" }).focus();
  await says("one");
  await waits(page, "1 new message");
  await says("two");
  await waits(page, "2 new messages");
  expect(await texts(page)).toEqual(before);
  await page.mouse.move(0, 0);
  await shows(page, "two");
  expect(await texts(page)).toEqual(["two", "one", ...before]);
});

test("the keyboard's focus in the list holds it, whatever the pointer does", async () => {
  await using room = await openAfter(3, "sqlite");
  const { admin, page, says } = await desk(room);
  await using _ = admin;
  const before = await texts(page);
  await page.getByRole("link", { name: "People" }).focus();
  await page.locator(".rows .act").first().focus();
  await page.mouse.move(...(await middleOf(page)));
  await page.mouse.move(0, 0);
  await says("one");
  await waits(page, "1 new message");
  // From row to row one stays in the list.
  await page.keyboard.press("Tab");
  await says("two");
  await waits(page, "2 new messages");
  expect(await texts(page)).toEqual(before);
  await page.getByRole("link", { name: "People" }).focus();
  await shows(page, "two");
});

test("a row that was pressed with the mouse does not hold the list once the pointer has left", async () => {
  await using room = await openAfter(3, "sqlite");
  const { admin, page, says } = await desk(room);
  await using _ = admin;
  const button = page.locator(".rows .act").last();
  await button.hover();
  await page.mouse.down();
  await page.mouse.move(0, 0);
  await page.mouse.up();
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await says("one");
  await shows(page, "one");
});

test("a focused row that is deleted elsewhere lets go of the list", async () => {
  await using room = await openAfter(3, "sqlite");
  const { admin, page, token, says } = await desk(room);
  await using _ = admin;
  const doomed = await says("doomed");
  await shows(page, "doomed");
  await page.locator(".rows .act").first().press("Shift");
  await page.locator(".rows .act").first().focus();
  await says("one");
  await waits(page, "1 new message");
  await room.call("DELETE", `/api/admin/message/${doomed}`, { token });
  await shows(page, "one");
  await gone(page.getByText("doomed"));
});

test("older messages come below a list that is held, and what is new waits on", async () => {
  await using room = await openAfter(130, "sqlite", { env: { MESSAGES_PER_MINUTE: "1000" } });
  const { admin, page, says } = await desk(room);
  await using _ = admin;
  const before = await texts(page);
  // The whole list is in sight: bringing the button into it would move the list from the pointer.
  await page.setViewportSize({ width: 1280, height: 12_000 });
  await page.mouse.move(...(await middleOf(page)));
  await says("one");
  await waits(page, "1 new message");
  await page.getByRole("button", { name: "Older messages" }).press("Enter");
  await page.getByText("before 1", { exact: true }).waitFor();
  const after = await texts(page);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after).size).toBe(130);
});

test.each([360, 1280])(
  "what is deleted under a pointer leaves its place until the pointer does, at %i px",
  async (width) => {
    await using room = await openAfter(4, "sqlite");
    const { admin, page, token, says } = await desk(room, width);
    await using _ = admin;
    const doomed = await says("doomed");
    await shows(page, "doomed");
    const top = async (text: string) =>
      (await page.getByText(text, { exact: true }).boundingBox())?.y;
    await page.mouse.move(...(await middleOf(page)));
    const before = await top("before 1");
    await room.call("DELETE", `/api/admin/message/${doomed}`, { token });
    await page.locator(".rows .gone").waitFor();
    await gone(page.getByText("doomed"));
    expect(await top("before 1")).toBe(before);
    await page.mouse.move(0, 0);
    await page.locator(".rows .gone").waitFor({ state: "detached" });
    expect(await texts(page)).toEqual([4, 3, 2, 1].map((n) => `before ${n}`));
  },
);
