/** The first run in a browser: the setup link, the form, the room, and what comes next. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { Today } from "../../src/wire/http.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { ADMIN, openRoom, type TestRoom } from "../harness/room.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const AUCKLAND = "Pacific/Auckland";

const opened = () => openRoom({ env: { ADMIN_PASSWORD: "", TIMEZONE: "" } });

function linkOf({ app }: TestRoom): string {
  if (!app.setupUrl) throw new Error("There is no setup link.");
  return app.setupUrl.href;
}

async function fillIn(page: Page): Promise<void> {
  await page.fill("#username", "boss");
  await page.fill("#email", "boss@example.com");
  await page.fill("#password", "a printer of my own");
}

const today = async (room: TestRoom) =>
  Today.parse(await (await room.call("GET", "/api/today")).json());
const open = (page: Page) => page.getByRole("button", { name: "Open the room" }).click();

test("the setup link opens one form, which leads into the room, signed in, with what helps next", async () => {
  await using room = await opened();
  await using visitor = await visit(browser, linkOf(room), { width: 320, timezoneId: AUCKLAND });
  const { page, complaints } = visitor;
  await page.getByRole("heading", { name: "Open your room" }).waitFor();
  expect(page.url()).toBe(`${room.url}/login`);
  await open(page);
  expect(await page.textContent("#username-note")).toBe("This is needed.");
  await fillIn(page);
  await page.fill("#topic", "Trains that leave early");
  await page.fill("#rules", "Trains only.");
  const before = await page.textContent("#zone-midnight");
  await page.getByRole("button", { name: "Use this browser's" }).click();
  expect(await page.inputValue("#zone")).toBe(AUCKLAND);
  expect(await page.textContent("#zone-midnight")).not.toBe(before);
  expect(await page.textContent("#zone-midnight")).toMatch(/^Next midnight: .* your time, in /);
  expect(await violationsInEveryTheme(page)).toEqual([]);
  await page.emulateMedia({ contrast: "no-preference", forcedColors: "none" });
  await open(page);

  await page.locator(".self").waitFor();
  expect(await today(room)).toMatchObject({
    topic: "Trains that leave early",
    rules: "Trains only.",
    timezone: AUCKLAND,
    wipes_at: expect.stringContaining("T00:00:00.000+1"),
  });
  const steps = page.getByRole("complementary", { name: "Your room is open" });
  await steps.waitFor();
  expect(await violationsInEveryTheme(page)).toEqual([]);
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await sideways()).toBe(false);
  await steps.getByRole("link", { name: "Prepare topics for the days to come" }).click();
  await page.waitForURL(`${room.url}/admin#topics`);
  await page.goto(`${room.url}/`);
  await steps.getByRole("button", { name: "Hide this list" }).click();
  await steps.waitFor({ state: "detached" });
  await page.reload();
  await page.locator(".self").waitFor();
  await gone(steps);
  expect(complaints).toEqual([]);
});

test("a setup link that was used says so before it shows a form, and so does one that is used meanwhile", async () => {
  await using room = await opened();
  await using late = await visit(browser, linkOf(room));
  await fillIn(late.page);
  const [, secret] = linkOf(room).split("#setup=");
  const body = { ...ADMIN, username: "sooner", secret };
  expect((await room.call("POST", "/api/auth/setup", { body })).status).toBe(201);
  await open(late.page);
  const spent = late.page.getByRole("heading", { name: "This setup link is spent" });
  await spent.waitFor();
  await gone(late.page.locator("form"));
  await late.page.goto(linkOf(room));
  await spent.waitFor();
  expect(await violationsInEveryTheme(late.page)).toEqual([]);
  await late.page.getByRole("link", { name: "Sign in" }).click();
  await late.page.locator("#email").waitFor();
});

test("the setup link is still there after another language was chosen", async () => {
  await using room = await opened();
  await using visitor = await visit(browser, linkOf(room));
  await visitor.page.getByLabel("Language").selectOption("de");
  await visitor.page.getByRole("heading", { name: "Öffne deinen Raum" }).waitFor();
  expect(visitor.page.url()).toBe(`${room.url}/login`);
});

test("where TIMEZONE is set, the form shows the zone and says why it stays", async () => {
  await using room = await openRoom({ env: { ADMIN_PASSWORD: "" } });
  await using visitor = await visit(browser, linkOf(room));
  await visitor.page.getByText("TIMEZONE names it, where the room is started.").waitFor();
  expect(await visitor.page.locator("#zone").isDisabled()).toBe(true);
  expect(await visitor.page.inputValue("#zone")).toBe(NOON_ZONE);
});

test("who is signed in is told so at the login page, with the ways on", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`, { width: 320 });
  const { page } = visitor;
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), await room.admin());
  await page.reload();
  await page.getByRole("heading", { name: "You are signed in as" }).waitFor();
  expect(await page.getByRole("navigation").getByRole("link").allTextContents()).toEqual([
    "Back to the room",
    "Your account",
    "Admin",
  ]);
  expect(await violationsInEveryTheme(page)).toEqual([]);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.locator("#password").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("access_token"))).toBeNull();
});

test("anybody invites with the room's link, copied or as a code that a camera reads", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url, { width: 320 });
  const { page, context } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.route(/assets\/invite-/, (route) => route.abort());
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByText("That part of the page did not come. Try again.").waitFor();
  await page.unroute(/assets\/invite-/);
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite" });
  await dialog.getByRole("img", { name: `QR code of ${room.url}/` }).waitFor();
  expect(await dialog.getByLabel("The room's link").inputValue()).toBe(`${room.url}/`);
  expect(await dialog.textContent()).toContain("This address works on this machine alone.");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await dialog.getByText("It is copied.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${room.url}/`);
  expect(await violationsInEveryTheme(page)).toEqual([]);
});
