/** Texts that are taller than others. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { isTaller } from "../../web/chat/log/rows.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const lines = (count: number) => Array.from({ length: count }, (_, n) => `line ${n}`).join("\n");
const heightOf = (page: Page, text: string) =>
  page.locator(".msg", { hasText: text }).evaluate((line) => line.getBoundingClientRect().height);

test.each([320, 1280])(
  "a tall text is folded until its reader presses, by mouse or keys, at %i px",
  async (width) => {
    await using room = await openRoom();
    await using reader = await visit(browser, room.url, { width });
    await using other = await visit(browser, room.url, { width });
    const speaker = await connectPlain(room.wsUrl);
    speaker.send({ user: "Ann", text: lines(20) });
    speaker.send({ user: "Ben", text: "short" });
    for (const { page } of [reader, other])
      await page.getByText("short", { exact: true }).waitFor();
    const { page } = reader;
    const short = await heightOf(page, "short");
    const folded = await heightOf(page, "line 0");
    expect(folded).toBeLessThan(10.5 * short);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await heightOf(page, "line 0")).toBeGreaterThan(1.8 * folded);
    const less = page.getByRole("button", { name: "Show less" });
    expect(await less.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await heightOf(page, "line 0")).toBe(folded);
    await page.getByRole("button", { name: "Show all" }).waitFor();
    expect(await heightOf(other.page, "line 0")).toBe(folded);
    expect(await other.page.getByRole("log").ariaSnapshot()).toContain("line 19");
    expect([...reader.complaints, ...other.complaints]).toEqual([]);
  },
);

test("one's own is folded from the moment it is sent", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  await visitor.say(lines(13));
  await visitor.shows("line 12");
  await visitor.page.getByRole("button", { name: "Show all" }).waitFor();
});

describe("a text is tall", () => {
  test.each([
    ["of thirteen lines", lines(13)],
    ["of five hundred ideographs", "怒".repeat(500)],
    ["of five hundred emoji", "😡".repeat(500)],
    ["of long lines", Array(7).fill("怒".repeat(70)).join("\n")],
  ])("%s", (_, text) => {
    expect(isTaller(text, 12)).toBe(true);
  });

  test.each([
    ["of twelve lines", lines(12)],
    ["of five hundred letters", "rage ".repeat(100)],
    ["of five hundred letters on twelve lines", Array(12).fill("rage ".repeat(8)).join("\n")],
    ["of two hundred families", "👨‍👩‍👧‍👦".repeat(200)],
  ])("but not %s", (_, text) => {
    expect(isTaller(text, 12)).toBe(false);
  });
});
