/** What people do with their own words, on a page. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

test.each([360, 1280])(
  "a message is taken back by a second press and leaves no trace on any page, at %i px",
  async (width) => {
    await using anna = await visit(browser, room.url, { width });
    await using bert = await visit(browser, room.url, { width });
    const text = `Said too soon at ${width}.`;
    await anna.say(text);
    await bert.shows(text);
    await anna.shows(text);
    await anna.page.reload();
    await anna.page.locator(".send:enabled").waitFor();
    const said = anna.page.locator(".said", { hasText: text });
    await said.hover();
    await said.getByRole("button").click();
    expect(await bert.page.locator(".msg", { hasText: text }).count()).toBe(1);
    await said.getByRole("button", { name: "Delete for everyone?" }).click();
    await bert.page.locator(".msg", { hasText: text }).waitFor({ state: "detached" });
    await said.waitFor({ state: "detached" });
    await gone(bert.page.locator(".tomb"));
  },
);

test("what one feels is counted on every page, once, and kept through a reload", async () => {
  await using anna = await visit(browser, room.url);
  await using bert = await visit(browser, room.url);
  await anna.say("The lift is out again.");
  await bert.shows("The lift is out again.");
  const line = (page: typeof bert.page) => page.locator(".said", { hasText: "The lift is out" });
  await line(bert.page).hover();
  await line(bert.page).getByRole("button", { name: "I hear you" }).click();
  await line(anna.page).getByRole("img", { name: "1 person felt that" }).waitFor();
  await bert.page.reload();
  const felt = line(bert.page).getByRole("button", { name: "1 person felt that" });
  await felt.waitFor();
  expect(await felt.getAttribute("aria-pressed")).toBe("true");
  expect(await violations(bert.page)).toEqual([]);
});

test("to be forgotten takes every message of one's own from every page, and none of others", async () => {
  await using anna = await visit(browser, room.url);
  await using bert = await visit(browser, room.url);
  await bert.say("Bert stays.");
  for (const text of ["One of Anna.", "Two of Anna."]) {
    await anna.say(text);
    await bert.shows(text);
  }
  await anna.page.getByRole("button", { name: "How we forget" }).click();
  const dialog = anna.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Forget me now" }).click();
  await dialog.getByRole("button", { name: "Delete all of it?" }).click();
  await bert.page.locator(".msg", { hasText: "of Anna" }).first().waitFor({ state: "detached" });
  await anna.page.getByText("Forgotten: 2 messages are gone.").waitFor();
  await anna.shows("Bert stays.");
  await gone(anna.page.locator(".msg", { hasText: "of Anna" }));
});
