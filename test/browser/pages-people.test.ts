/** The list of accounts on the admin's page: searched, sorted, paged. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const NAMES = ["maya", "ben_7", "the-printer", "Maybe", "tray3"];
let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
  token = await room.admin();
  for (const name of NAMES) await room.member(name);
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

async function people(width: number) {
  const admin = await visit(browser, `${room.url}/robots.txt`, { width });
  const { page } = admin;
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.goto(`${room.url}/admin#people`);
  await page.locator("tbody tr").nth(NAMES.length).waitFor();
  return admin;
}

const shows = (page: Page, ...names: string[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll("tbody .name")].map((name) => name.textContent).join() ===
      wanted,
    names.join(),
  );

test.each([360, 1280])(
  "people are found by how they begin, and sorted, at %i px",
  async (width) => {
    await using admin = await people(width);
    const { page } = admin;
    const search = page.getByLabel("Name or e-mail begins with");
    await search.fill("MAY");
    await shows(page, "maya", "Maybe");
    await page.getByLabel("Order").selectOption("Last registered first");
    await shows(page, "Maybe", "maya");
    await search.fill("ben_7@");
    await shows(page, "ben_7");
    await search.fill("%");
    await shows(page);
    await page.getByText("No more people").waitFor();
    await search.fill("");
    await page.getByLabel("Order").selectOption("By name");
    await shows(page, "admin", "ben_7", "maya", "Maybe", "the-printer", "tray3");
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(admin.complaints).toEqual([]);
  },
);

test("an answer to what was typed before does not take the place of a later one", async () => {
  await using admin = await people(1280);
  const { page } = admin;
  const held = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await page.route(/search=tr&/, async (route) => {
    await held.promise;
    await route.continue();
    answered.resolve();
  });
  const search = page.getByLabel("Name or e-mail begins with");
  const first = page.waitForRequest(/search=tr&/);
  await search.fill("tr");
  await first;
  await search.fill("maya");
  await shows(page, "maya");
  const late = page.waitForResponse(/search=tr&/);
  held.resolve();
  await answered.promise;
  await (await late).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await shows(page, "maya");
});

test("a person who is banned among those looked for stays in sight, looked for", async () => {
  await using admin = await people(1280);
  const { page } = admin;
  await page.getByLabel("Name or e-mail begins with").fill("tray");
  await shows(page, "tray3");
  await page.getByRole("button", { name: "Ban tray3" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Ban", exact: true }).click();
  await page.getByRole("button", { name: "Lift the ban on tray3" }).waitFor();
  await shows(page, "tray3");
});
