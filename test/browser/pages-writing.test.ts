/** Writing, feeling and deleting without a mouse, and what the browser keeps of it. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the counter comes at four fifths of the space, and says so to who does not see it", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "a".repeat(399));
  await gone(page.locator(".count"));
  await page.fill("#message", "a".repeat(400));
  expect(await page.locator(".count [aria-hidden]").textContent()).toBe("400 / 500");
  await page.fill("#message", "a".repeat(501));
  await page.getByText("That is too long to send.").waitFor();
  expect(await page.locator(".send").isDisabled()).toBe(true);
  await page.press("#message", "Enter");
  expect(await page.inputValue("#message")).toBe("a".repeat(501));
});

test("a message of more than 20 lines is not sent, and the writer is told before", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "a\n".repeat(21));
  await page.getByText("That message has more than 20 lines.").waitFor();
  expect(await page.locator(".send").isDisabled()).toBe(true);
  await page.fill("#message", `a\n${"b\n".repeat(18)}${"\n".repeat(40)}`);
  await page.locator(".send:enabled").waitFor();
});

test("marks heaped on a letter stay within the line", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.setViewportSize({ width: 360, height: 740 });
  const heap = `a${"\u0489\u0301\u0302\u0303\u0304".repeat(60)}`;
  await visitor.say(`before ${heap.repeat(3)} after`);
  const line = page.locator(".said .msg", { hasText: "before" });
  await line.waitFor();
  const [drawn, box] = await line.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [range.getBoundingClientRect().width, element.getBoundingClientRect().width];
  });
  expect(drawn).toBeLessThanOrEqual(box);
});

test("by keys alone one feels a message, takes one's own back, and goes on from where one was", async () => {
  await using room = await openRoom();
  await using other = await visit(browser, room.url);
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await other.say("The lift is out again.");
  await visitor.shows("The lift is out again.");
  await page.focus("#message");
  // Past the emoji button and the two buttons of the name, back into the log.
  for (let n = 0; n < 4; n++) await page.keyboard.press("Shift+Tab");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await focused()).toMatch(/^I hear you: .*The lift is out again/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute("aria-label")?.includes("1 person felt that"),
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-pressed"))).toBe(
    "true",
  );

  await visitor.say("Said too soon.");
  await visitor.shows("Said too soon.");
  await page.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByText("Said too soon.").waitFor({ state: "detached" });
  await page.locator(".undo:focus").waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "MAIN");
});

test("nothing that others said is kept in the browser, and of one's own words only what is not sent", async () => {
  await using room = await openRoom();
  await using other = await visit(browser, room.url);
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await other.say("said by another");
  await visitor.shows("said by another");
  await visitor.say("said by me");
  await visitor.shows("said by me");
  await page.fill("#message", "not said yet");
  const kept = await page.evaluate(async () => {
    const stores = await indexedDB.databases();
    const caches = await globalThis.caches.keys();
    return { text: JSON.stringify([localStorage, sessionStorage]), stores, caches };
  });
  expect(kept).toMatchObject({ stores: [], caches: [] });
  expect(kept.text).toContain("not said yet");
  for (const said of ["said by another", "said by me"]) expect(kept.text).not.toContain(said);
});

test("what is sent without a connection is kept before anything is drawn", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await visitor.context.setOffline(true);
  await page.locator(".banner.lost").waitFor();
  await page.fill("#message", "kept at once");
  const kept = await page.evaluate(() => {
    document.querySelector("form")?.requestSubmit();
    return JSON.stringify(sessionStorage);
  });
  expect(kept).toContain("kept at once");
});
