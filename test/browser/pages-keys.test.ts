/** The page for ears and keys: what a screen reader is given, and what each key does. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { treeOf } from "./pages-tree.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
let other: Visit;
let reader: Visit;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  other = await visit(browser, room.url, { width: 320 });
  for (let n = 0; n < 30; n++) await other.say(`The lift is out, ${n} times.`);
  reader = await visit(browser, room.url);
  await reader.say("I took the stairs.");
  await reader.shows("I took the stairs.");
});
afterAll(async () => {
  await reader[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await room.stop();
  await browser.close();
});

const isFocused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
/** What the focused message says; nothing where no message has the focus. */
const focusedText = (page: Page) =>
  page.evaluate(() =>
    document.activeElement?.matches("article")
      ? document.activeElement.querySelector(".msg")?.textContent
      : undefined,
  );

test("each message is an article in a list in the log, named by who said what and when", async () => {
  const tree = await treeOf(reader.page);
  const [log] = tree.all("log");
  expect(log?.name).toBe("Messages");
  const lists = tree.within(log, "list");
  expect(lists).toHaveLength(1);
  const articles = tree.within(lists[0], "article");
  expect(articles).toHaveLength(31);
  for (const article of articles) expect(tree.rolesAbove(article)).toContain("listitem");
  const own = articles.at(-1);
  expect(own?.name).toMatch(/^.+ \d+ \d+:\d\d.[AP]M I took the stairs\.$/);
});

test("what can be done about a message is named by it", async () => {
  const tree = await treeOf(reader.page);
  const articles = tree.all("article");
  const [own, others] = [articles.at(-1), articles.at(0)];
  const names = (of: typeof own) => tree.within(of, "button").map(({ name }) => bare(name));
  expect(names(own)).toEqual(["Delete: I took the stairs."]);
  expect(names(others)).toEqual(["I hear you: The lift is out, 0 times."]);
  const every = articles.flatMap((one) => names(one));
  expect(new Set(every).size).toBe(every.length);
});

test("as NVDA and VoiceOver need it: a list that looks like none, a log that says what is added, nothing without a name", async () => {
  const { page } = reader;
  // VoiceOver takes a list whose style is `none` for no list.
  const style = page.locator(".entries");
  expect(await style.evaluate((list) => getComputedStyle(list).listStyleType)).toBe('""');
  // NVDA reads what is added to a polite region; a region that is read whole repeats the room.
  const log = page.locator("[role=log]");
  expect(await log.getAttribute("aria-relevant")).toBe("additions");
  expect(await log.getAttribute("aria-atomic")).toBeNull();
  const tree = await treeOf(page);
  for (const role of ["button", "link", "textbox", "article", "log", "combobox"]) {
    expect(tree.all(role).filter(({ name }) => name.trim() === "")).toEqual([]);
  }
  // One goes from landmark to landmark, and by headings.
  expect(tree.all("main")).toHaveLength(1);
  expect(tree.all("banner")).toHaveLength(1);
  expect(tree.all("contentinfo")).toHaveLength(1);
  expect(tree.all("heading").map(({ name }) => name)).toHaveLength(1);
  // What nobody sees is not walked into: NVDA reads hidden words where only their colour hides them.
  expect(tree.all("button").filter(({ name }) => /^\d/.test(name))).toEqual([]);
});

test("the keys go from message to message, to the first and the last, and back", async () => {
  const { page } = reader;
  await page.locator("#message").focus();
  await page.keyboard.press("Alt+ArrowUp");
  expect(await focusedText(page)).toBe("I took the stairs.");
  await page.keyboard.press("ArrowUp");
  expect(await focusedText(page)).toBe("The lift is out, 29 times.");
  await page.keyboard.press("Home");
  expect(await focusedText(page)).toBe("The lift is out, 0 times.");
  await page.keyboard.press("End");
  expect(await focusedText(page)).toBe("I took the stairs.");
  await page.keyboard.press("Escape");
  expect(await isFocused(page, "#message")).toBe(true);
});

test("“/” goes to the textbox, Escape there and then to the end; while one writes they are letters", async () => {
  const { page } = reader;
  await page.locator("main").focus();
  await page.keyboard.press("Control+Home");
  await page.locator(".pill").waitFor();
  await page.keyboard.press("/");
  expect(await isFocused(page, "#message")).toBe(true);
  await page.keyboard.type("and/or?");
  expect(await page.inputValue("#message")).toBe("and/or?");
  await gone(page.locator("dialog"));
  await page.keyboard.press("Escape");
  await page.locator(".pill").waitFor({ state: "detached" });
  expect(await page.inputValue("#message")).toBe("and/or?");
  await page.fill("#message", "");
  await page.locator("main").focus();
  await page.keyboard.press("Escape");
  expect(await isFocused(page, "#message")).toBe(true);
});

test.each([320, 1280])(
  "“?” shows every key, and turns off those of one character, at %d px",
  async (width) => {
    const { page } = reader;
    await page.setViewportSize({ width, height: 740 });
    await page.locator("main").focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.waitFor();
    expect(await dialog.locator("dt").count()).toBe(8);
    expect(await violationsInEveryTheme(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const choice = dialog.getByRole("checkbox");
    await choice.uncheck();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.locator("main").focus();
    await page.keyboard.press("/");
    expect(await isFocused(page, "main")).toBe(true);
    // By Tab it is still found, and turns them on again.
    await page.getByRole("button", { name: "Keys" }).press("Enter");
    await dialog.waitFor();
    await choice.check();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator("main").focus();
    await page.keyboard.press("/");
    expect(await isFocused(page, "#message")).toBe(true);
  },
);

const bare = (name: string) => name.replace(/[\u2066-\u2069]/g, "");
