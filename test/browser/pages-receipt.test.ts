/** What a page says of the last midnight. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { keptJournal } from "../room/stored-room.ts";
import { violations } from "./pages-axe.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("after midnight a page that was open, and one that comes, say what was destroyed, how, and what no check covers", async () => {
  const clock = virtualClock("2026-03-01T22:59:30Z");
  const { logger, logged } = keptJournal();
  await using room = await openRoom({ clock, logger });
  await using anna = await visit(browser, room.url, { width: 360 });
  await anna.say("The lift is out again.");
  await anna.shows("The lift is out again.");
  await clock.advanceTo(Date.parse("2026-03-01T23:00:00Z"));
  await logged("The day before is destroyed.");
  await using bert = await visit(browser, room.url, { width: 1280 });
  for (const { page } of [anna, bert]) {
    await page.getByText("1 message of the last day: destroyed").waitFor();
    await page.getByRole("button", { name: "How we forget" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("The key of the day was destroyed").waitFor();
    await dialog.getByText("Copies in the server’s memory").waitFor();
    expect(await dialog.innerText()).toContain("1 message of 1 person destroyed.");
    expect(await violations(page)).toEqual([]);
    const picture = process.env["RECEIPT_PICTURES"];
    if (picture) await page.screenshot({ path: `${picture}-${page.viewportSize()?.width}.png` });
  }
});
