/** The room offers a minute to cool by what it refused, never by what was written. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "word-list-"));
  await writeFile(join(folder, "words.txt"), "[en]\nquibbler\n");
  room = await openRoom({ env: { WORDLIST: join(folder, "words.txt") } });
});
afterAll(async () => {
  await browser.close();
  await room.stop();
  await rm(folder, { recursive: true });
});

const OFFER = "There is a minute to cool, if you like.";
const offer = (page: Page) => page.locator("p.beside", { hasText: OFFER });
const failed = (page: Page) => page.locator(".own", { hasText: "Not sent" });

async function refusedTimes(page: Page, times: number): Promise<void> {
  const before = await failed(page).count();
  for (let time = 1; time <= times; time++) {
    await page.locator(".send:enabled").waitFor();
    await page.fill("#message", "quibbler");
    await page.press("#message", "Enter");
    await failed(page)
      .nth(before + time - 1)
      .waitFor();
  }
}

test("a third refusal offers a minute to cool, once; what is taken in between begins anew", async () => {
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await refusedTimes(page, 2);
  await visitor.say("something else");
  await visitor.shows("something else");
  await refusedTimes(page, 2);
  expect(await offer(page).count()).toBe(0);
  await refusedTimes(page, 1);
  await offer(page).waitFor();
  await offer(page).getByRole("button", { name: "Not now" }).click();
  await offer(page).waitFor({ state: "detached" });
  await refusedTimes(page, 1);
  expect(await offer(page).count()).toBe(0);
});

test("an offer that did not come at one bad moment comes with the next refusal", async () => {
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.route(/assets\/.*\.js/, (route) => route.abort());
  const lost = page.waitForEvent("console", (line) => line.text().includes("did not come"));
  await refusedTimes(page, 3);
  await lost;
  await page.unroute(/assets\/.*\.js/);
  await refusedTimes(page, 1);
  await offer(page).waitFor();
});

test("a mute offers it once, though it is told again; the press opens it, and its end takes the line away", async () => {
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await visitor.say("too loud");
  await visitor.shows("too loud");
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  const body = { kind: "mute", message: messages.at(-1).id, minutes: 10 };
  await room.call("POST", "/api/mod/sanctions", { token: await room.admin(), body });
  await offer(page).getByRole("button", { name: "A minute to cool" }).click();
  await page.getByRole("dialog", { name: "A minute to cool" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await offer(page).count()).toBe(0);
  await page.reload();
  await page.locator(".standing.bad").waitFor();
  await page.waitForLoadState("networkidle");
  expect(await offer(page).count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
