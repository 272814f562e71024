/** What is being written: how much of it there may be, and to which tab it belongs. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const MOST = 12_000;
const MEGABYTE = "Wörter. ".repeat(125_000);
const CUT = "Only the beginning fits here; the rest was left out.";

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.focus("#message");
  await page.keyboard.press("Control+V");
}

describe("a text far beyond the limit", () => {
  test("is cut where it is pasted, and the page says so until it can be sent", async () => {
    await using room = await openRoom();
    await using visitor = await visit(browser, room.url, { width: 360 });
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    await page.fill("#message", "Mine: ");
    await paste(page, MEGABYTE);
    await page.getByText(CUT).waitFor();
    const held = await page.inputValue("#message");
    expect(held).toBe(`Mine: ${MEGABYTE}`.slice(0, MOST));
    expect(await page.evaluate(() => localStorage.getItem("draft")?.length)).toBe(MOST);
    expect(await violations(page)).toEqual([]);

    await page.keyboard.press("Backspace");
    await page.reload();
    expect((await page.inputValue("#message")).length).toBe(MOST - 1);
    await page.fill("#message", "short");
    await page.getByText(CUT).waitFor({ state: "detached" });
  });

  test("is cut where a script or an input method puts it in, too", async () => {
    await using room = await openRoom();
    await using visitor = await visit(browser, room.url);
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    await page.fill("#message", `${"a".repeat(MOST - 1)}😡😡`);
    await page.getByText(CUT).waitFor();
    expect(await page.inputValue("#message")).toBe("a".repeat(MOST - 1));
  });

  test("is cut where an earlier page has stored it", async () => {
    await using room = await openRoom();
    await using visitor = await visit(browser, `${room.url}/robots.txt`);
    const { page } = visitor;
    await page.evaluate((draft) => localStorage.setItem("draft", draft), MEGABYTE);
    await page.goto(room.url);
    await page.getByText(CUT).waitFor();
    expect(await page.inputValue("#message")).toBe(MEGABYTE.slice(0, MOST));
    expect(await page.evaluate(() => localStorage.getItem("draft")?.length)).toBe(MOST);
  });

  test("is not said to be cut while it fits", async () => {
    await using room = await openRoom();
    await using visitor = await visit(browser, room.url);
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    await paste(page, "a".repeat(MOST));
    await page.getByText("That is too long to send.").waitFor();
    await gone(page.getByText(CUT));
    await page.keyboard.press("b");
    await page.getByText(CUT).waitFor();
    expect(await page.inputValue("#message")).toBe("a".repeat(MOST));
  });
});

test("a draft belongs to its tab, and a new tab begins with the latest", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const { page: first, context } = visitor;
  await first.locator(".send:enabled").waitFor();
  await first.fill("#message", "careful words");
  const second = await context.newPage();
  await second.goto(room.url);
  expect(await second.inputValue("#message")).toBe("careful words");
  await second.fill("#message", "quick words");
  await second.locator(".send:enabled").click();
  await second.locator(".said", { hasText: "quick words" }).waitFor();

  await first.reload();
  expect(await first.inputValue("#message")).toBe("careful words");
  await second.reload();
  expect(await second.inputValue("#message")).toBe("");
});
