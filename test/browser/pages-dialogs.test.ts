import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_CITY } from "../harness/noon-zone.ts";
import { openRoom } from "../harness/room.ts";
import { drawn, stopClock } from "./pages-still-clock.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each(["A minute to cool", "How we forget", "Help"])(
  "the dialog “%s” is opened and closed by the keyboard, and gives the focus back",
  async (name) => {
    await using room = await openRoom();
    await using visitor = await visit(browser, room.url);
    const { page, complaints } = visitor;
    const opener = page.getByRole("button", { name });
    await page.locator(".send:enabled").waitFor();
    await opener.press("Enter");
    await page.getByRole("dialog", { name }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  },
);

test("a minute to cool leads six breaths in words, and then says that it is over", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  await stopClock(page);
  await page.goto(room.url);
  await drawn(page, page.locator(".send:enabled"));
  await page.getByRole("button", { name: "A minute to cool" }).click();
  const guide = page.locator(".guide");
  await drawn(page, guide);
  // Into the middle of a breath: at its edge a tick more or less would decide.
  await page.clock.runFor(1_500);
  for (let breath = 0; breath < 6; breath++) {
    expect(await guide.textContent()).toBe("Breathe in");
    await page.clock.runFor(5_000);
    expect(await guide.textContent()).toBe("Breathe out, slowly");
    await page.clock.runFor(5_000);
  }
  expect(await guide.textContent()).toBe("That was a minute. Stay as long as you like.");
  await page.clock.resume();
  await page.getByRole("button", { name: "Back to the room" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("how we forget names the room's midnight, and what it cannot cover", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  await visitor.page.locator(".send:enabled").waitFor();
  await visitor.page.getByRole("button", { name: "How we forget" }).click();
  const said = await visitor.page.getByRole("dialog").textContent();
  for (const part of [NOON_CITY, "your time", "Screenshots", "snapshots"])
    expect(said).toContain(part);
});

test("help is always there, in the operator's words and with the operator's addresses", async () => {
  const env = { HELP_TEXT: "Talk to us.", HELP_LINKS: "Samaritans=tel:116123" };
  await using room = await openRoom({ env });
  await using visitor = await visit(browser, room.url);
  await visitor.page.getByRole("button", { name: "Help" }).click();
  const dialog = visitor.page.getByRole("dialog", { name: "Help" });
  await dialog.getByText("Talk to us.").waitFor();
  const link = dialog.getByRole("link", { name: "Samaritans" });
  expect(await link.getAttribute("href")).toBe("tel:116123");

  // Once said, it is there without a connection.
  await visitor.page.keyboard.press("Escape");
  await visitor.context.setOffline(true);
  await visitor.page.getByRole("button", { name: "Help" }).click();
  await dialog.getByText("Talk to us.").waitFor();
});

test("help that was asked for without a connection comes with it", async () => {
  await using room = await openRoom({ env: { HELP_TEXT: "Talk to us." } });
  await using visitor = await visit(browser, room.url);
  const { page, context } = visitor;
  const help = page.getByRole("button", { name: "Help" });
  await page.locator(".send:enabled").waitFor();
  await context.setOffline(true);
  await help.click();
  await page.getByText("That part of the page did not come.").waitFor();
  await context.setOffline(false);
  await page.route("**/api/help", (route) => route.abort());
  await help.click();
  const dialog = page.getByRole("dialog", { name: "Help" });
  await dialog.getByText("The room cannot be reached").waitFor();
  await page.unroute("**/api/help");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await dialog.getByText("Talk to us.").waitFor();
});
