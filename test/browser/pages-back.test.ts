/** Reading what was said earlier today, however much is said meanwhile. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import type { Client } from "../harness/sockets.ts";
import { join } from "../ws/joining.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const MANY = { MESSAGES_PER_MINUTE: "1000000" };
const IN_FLIGHT = 50;

/** Says as many, by as many guests as the frames' own limit asks for. */
async function sayMany(url: string, word: string, from: number, to: number): Promise<void> {
  let client: Client | undefined;
  for (let at = from; at < to; at += IN_FLIGHT) {
    if ((at - from) % 100 === 0) ({ client } = await join(url));
    const texts = Array.from(
      { length: Math.min(IN_FLIGHT, to - at) },
      (_, n) => `${word} ${at + n}.`,
    );
    for (const text of texts) client?.send({ type: "say", ref: text, text });
    await client?.next("ack", ({ ref }) => ref === texts.at(-1));
  }
}

const texts = (page: Page) => page.locator(".entries .msg").allTextContents();

test("who scrolls to the top reads further back, to the first of the day, and keeps their place", async () => {
  await using room = await openRoom({ env: MANY });
  await sayMany(room.wsUrl, "word", 0, 520);
  await using reader = await visit(browser, room.url, { width: 360 });
  const { page } = reader;
  await page.locator(".send:enabled").waitFor();
  await page.getByText("word 519.", { exact: true }).waitFor();
  expect((await texts(page))[0]).toBe("word 220.");
  const placeOf = (text: string) =>
    page.getByText(text, { exact: true }).evaluate((one) => one.getBoundingClientRect().top);
  await page.hover("main");
  await page.evaluate(() => document.querySelector("main")?.scrollTo(0, 0));
  await page.getByText("word 120.", { exact: true }).waitFor();
  await page.getByText("word 220.", { exact: true }).waitFor();
  const [first] = await texts(page);
  expect(["word 120.", "word 20."]).toContain(first ?? "");
  expect(await placeOf("word 220.")).toBeWithin(0, 400);
  await page.evaluate(() => document.querySelector("main")?.scrollTo(0, 0));
  await page.getByText("word 20.", { exact: true }).waitFor();
  // Where the page stands now, the button does it too.
  await page.getByRole("button", { name: "Earlier messages" }).dispatchEvent("click");
  await page.getByText("word 0.", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Earlier messages" }).waitFor({ state: "detached" });
  expect(await texts(page)).toEqual(Array.from({ length: 520 }, (_, n) => `word ${n}.`));
});

test("a long flood leaves a reader who scrolled up a thousand messages, and the line of what is unread on return", async () => {
  await using room = await openRoom({ env: MANY });
  await sayMany(room.wsUrl, "old", 0, 60);
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await page.getByText("old 59.", { exact: true }).waitFor();
  await page.hover("main");
  await page.mouse.wheel(0, -600);
  await page.locator(".pill").waitFor();
  await sayMany(room.wsUrl, "new", 0, 1_000);
  await page.locator(".pill", { hasText: "1,000 new" }).waitFor();
  const held = await texts(page);
  expect(held).toHaveLength(1_000);
  expect(held.at(-1)).toBe("new 939.");
  // Nodes follow from messages: as many after hundreds more.
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  const before = await nodes();
  await sayMany(room.wsUrl, "new", 1_000, 1_400);
  await page.locator(".pill", { hasText: "1,400 new" }).waitFor();
  expect(Math.abs((await nodes()) - before)).toBeLessThan(10);

  await page.locator(".pill").click();
  await page.getByText("new 1399.", { exact: true }).waitFor();
  expect(await texts(page)).toHaveLength(300);
  const first = page.locator(".entries > li").first();
  expect(await first.textContent()).toBe("new since you left");
  await page.evaluate(() => document.querySelector("main")?.scrollTo(0, 0));
  await page.getByText("new 1000.", { exact: true }).waitFor();
  expect(await first.textContent()).toBe("new since you left");
  await reader.say("I am back.");
  await reader.shows("I am back.");
});
