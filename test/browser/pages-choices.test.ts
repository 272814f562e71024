/** What a reader chose beside their system: held from the first paint, on every page, in this browser alone. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

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

const DARK = "rgb(10, 12, 11)";
const LIGHT = "rgb(238, 241, 238)";
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const keep = (page: Page, choices: string) =>
  page.evaluate((kept) => localStorage.setItem("choices", kept), choices);

async function openSettings(page: Page): Promise<void> {
  await page.locator(".send:enabled").waitFor();
  await page.getByRole("button", { name: "Settings" }).press("Enter");
  await page.locator("dialog[open]").waitFor();
}

test("what is chosen is seen at once and in every tab, kept, told to nobody, and taken back", async () => {
  await using reader = await visit(browser, room.url);
  const { page, context } = reader;
  const sent: string[] = [];
  context.on("request", (request) => {
    sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`);
  });
  const other = await context.newPage();
  await other.goto(`${room.url}/login`);
  expect([await ground(page), await ground(other)]).toEqual([DARK, DARK]);
  await openSettings(page);
  for (const name of ["Light", "Largest", "Close together"]) await radio(page, name).check();
  expect(await ground(page)).toBe(LIGHT);
  await other.locator("[data-choices='light largest compact']").waitFor({ state: "attached" });
  expect(await ground(other)).toBe(LIGHT);
  const frame = other.locator("meta[name=theme-color]:not([media='not all'])");
  expect(await frame.getAttribute("content")).toBe("#eef1ee");
  await page.reload();
  await openSettings(page);
  expect(await radio(page, "Light").isChecked()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("24px");
  // The topic and the rules are there whole.
  expect(await page.getByRole("button", { name: "more", includeHidden: true }).count()).toBe(0);
  for (const name of ["As the system", "Usual", "Roomy"]) await radio(page, name).check();
  expect(await ground(page)).toBe(DARK);
  expect(await page.evaluate(() => localStorage.getItem("choices"))).toBeNull();
  expect(sent.join("\n")).not.toMatch(/largest|compact/);
  expect(reader.complaints).toEqual([]);
});

test("it holds before the first paint, though no module has come, and what nobody of ours wrote is as nothing", async () => {
  await using reader = await visit(browser, `${room.url}/robots.txt`);
  const { page } = reader;
  await keep(page, "light large");
  // Every script of the page is lost but the first, which is no module.
  await page.route(/assets\/(?!early).*\.js/, (route) => route.abort());
  for (const path of ["/", "/login", "/account", "/admin"]) {
    await page.goto(room.url + path);
    expect([path, await ground(page)]).toEqual([path, LIGHT]);
  }
  await keep(page, '{"theme":"light"}');
  await page.goto(room.url);
  expect(await ground(page)).toBe(DARK);
});

test("where the browser has no room for it, it holds as long as the page", async () => {
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await openSettings(page);
  await page.evaluate(() => {
    let [full, more] = ["", "x".repeat(8_000_000)];
    while (more !== "") {
      try {
        localStorage.setItem("full", full + more);
        full += more;
      } catch {
        more = more.slice(0, more.length / 2);
      }
    }
  });
  await radio(page, "Light").check();
  expect(await ground(page)).toBe(LIGHT);
  await radio(page, "As the system").check();
  expect(await ground(page)).toBe(DARK);
});

test("letters that grow while the dialog is open leave it open", async () => {
  await using reader = await visit(browser, room.url, { width: 360, isTouch: true });
  const { page } = reader;
  await openSettings(page);
  const foot = page.locator("footer .foot");
  expect(await foot.isVisible()).toBe(true);
  await radio(page, "Largest").check();
  await foot.waitFor({ state: "hidden" });
  await radio(page, "Usual").check();
  await foot.waitFor();
});
