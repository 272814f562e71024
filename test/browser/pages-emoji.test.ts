import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations, violationsInEveryTheme } from "./pages-axe.ts";
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

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.id;
  });

test("the picker asks for nothing until it is opened, and then our own server alone", async () => {
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page, complaints } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(room.url);
  await page.locator(".send:enabled").waitFor();
  expect(asked.filter((url) => /picker|emoji|en-/.test(url))).toEqual([]);
  const before = asked.length;
  await page.getByRole("button", { name: "Emoji" }).click();
  await page.getByRole("option").first().waitFor();
  // What the page asks for by itself may come in between.
  const asAssets = asked.slice(before).filter((url) => !url.startsWith(`${room.url}/api/`));
  expect(asAssets.length).toBeGreaterThan(0);
  expect(asAssets.every((url) => url.startsWith(`${room.url}/assets/`))).toBe(true);
  expect(complaints).toEqual([]);
});

test("by keys: the angry ones first, arrows go on, Enter types at the caret, Escape goes back", async () => {
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "so  late");
  await page.evaluate(() => document.querySelector("textarea")?.setSelectionRange(3, 3));
  const opener = page.getByRole("button", { name: "Emoji" });
  await opener.press("Enter");
  await page.getByRole("dialog", { name: "Emoji" }).waitFor();
  expect(await focused(page)).toBe("Search emoji");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

  await opener.press("Enter");
  await page.getByRole("dialog", { name: "Emoji" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("enraged face");
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toBe("face with symbols on mouth");
  await page.keyboard.press("ArrowDown");
  const below = await focused(page);
  await page.keyboard.press("ArrowUp");
  expect(await focused(page)).toBe("face with symbols on mouth");
  expect(below).not.toBe("face with symbols on mouth");
  await page.keyboard.press("Enter");
  expect(await page.inputValue("#message")).toBe("so 🤬 late");
  expect(await focused(page)).toBe("face with symbols on mouth");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Your message");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  expect(await page.inputValue("#message")).toBe("so  late");
});

test("it is sought in the reader's language without its accents, and Enter takes the first and sends nothing", async () => {
  await using visitor = await visit(browser, room.url, { locale: "fr" });
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "ah ");
  await page.getByRole("button", { name: "Émojis" }).click();
  await page.getByRole("searchbox").fill("explose");
  await page.getByRole("option", { name: "tête qui explose" }).waitFor();
  await page.getByRole("searchbox").fill("ete explos");
  await page.getByRole("status").filter({ hasText: "Aucun émoji" }).waitFor();
  await page.getByRole("searchbox").fill("TETE explos");
  await page
    .getByRole("status")
    .filter({ hasText: /^\d émojis?$/ })
    .waitFor();
  const first = page.getByRole("option").first();
  expect(await first.getAttribute("aria-label")).toBe("tête qui explose");
  await page.keyboard.press("Enter");
  expect(await page.inputValue("#message")).toBe("ah 🤯");
  await page.getByRole("searchbox").fill("qqqq");
  await page.getByRole("status").filter({ hasText: "Aucun émoji" }).waitFor();
  await page.keyboard.press("Enter");
  expect(await page.inputValue("#message")).toBe("ah 🤯");
  await gone(page.locator(".msg"));
});

describe.each([
  ["dark", 360, "en"],
  ["light", 1280, "en"],
  ["light", 360, "ar"],
] as const)("in the %s, %i px wide, in %s", (colorScheme, width, locale) => {
  test("the picker is accessible, fits, moves nothing, and a press elsewhere closes it", async () => {
    const isTouch = width < 500;
    await using visitor = await visit(browser, room.url, { width, colorScheme, locale, isTouch });
    const { page, complaints } = visitor;
    await page.locator(".send:enabled").waitFor();
    const height = () => page.evaluate(() => document.querySelector("main")?.clientHeight);
    const before = await height();
    await page.locator(".emoji > button").click();
    await page.getByRole("option").first().waitFor();
    expect(await height()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);
    const first = await focused(page);
    if (isTouch) {
      await page.getByRole("option").nth(1).tap();
      expect(await page.inputValue("#message")).toBe("🤬");
      await page.keyboard.press(locale === "ar" ? "ArrowRight" : "ArrowLeft");
      expect(await focused(page)).toBe(first ?? "");
    }
    const name = await page.getByRole("option").first().getAttribute("aria-label");
    await page.getByRole("searchbox").fill(name ?? "");
    expect(await violationsInEveryTheme(page)).toEqual([]);
    await page.locator("h1").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});
