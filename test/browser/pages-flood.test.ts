import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { flood } from "../../bin/flood.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DRAFT = "half a thought";

test("in a flood, who scrolled up stays there on a phone, misses nothing and keeps the draft", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });
  await using visitor = await visit(browser, room.url, { width: 360, isTouch: true });
  const { page, complaints } = visitor;
  await page.locator(".send:enabled").waitFor();
  const { url } = room;
  const before = await flood({ url, rate: 100, people: 5, seconds: 0.6 }, (n) => `old ${n}.`);
  expect(before).toEqual({ sent: 60, stored: 60, refused: 0 });
  for (let n = 0; n < 60; n++) await page.getByText(`old ${n}.`, { exact: true }).waitFor();

  await page.fill("#message", DRAFT);
  await page.evaluate(() => document.querySelector("main")?.scrollBy(0, -700));
  await page.locator(".pill").waitFor();
  const places = page.evaluate(watch, DRAFT);
  const during = await flood({ url, rate: 100, people: 20, seconds: 3 }, (n) => `new ${n}.`);
  expect(during).toEqual({ sent: 300, stored: 300, refused: 0 });
  await page.getByText("300 new", { exact: true }).waitFor();
  await page.evaluate(() => dispatchEvent(new Event("seen-enough")));
  expect(await places).toEqual({ tops: 1, drafts: [DRAFT] });

  const said = (await page.locator(".msg").allTextContents()).toSorted();
  const all = [...numbered("old", 60), ...numbered("new", 300)].toSorted();
  expect(said).toEqual(all);
  await page.locator(".pill").tap();
  await page.locator(".pill").waitFor({ state: "detached" });
  expect(await page.inputValue("#message")).toBe(DRAFT);
  expect(complaints).toEqual([]);
});

test("the crowd goes to no room but one on this machine, and is bounded", async () => {
  const modest = { url: "http://127.0.0.1:9", rate: 1, people: 1, seconds: 1 };
  for (const wrong of [
    { url: "http://room.example" },
    { url: "http://127.0.0.1.example" },
    { rate: 5_000 },
    { people: 5_000 },
    { seconds: 86_400 },
  ]) {
    await expect(flood({ ...modest, ...wrong })).rejects.toThrow(/Only a room|Too big/);
  }
});

const numbered = (word: string, most: number) =>
  Array.from({ length: most }, (_, n) => `${word} ${n}.`);

/** In the page, at every frame: where the first message in view stands, and what the draft is. */
function watch(draft: string): Promise<{ tops: number; drafts: string[] }> {
  const pane = document.querySelector("main");
  const box = document.querySelector("textarea");
  const top = pane?.getBoundingClientRect().top ?? 0;
  const anchor = [...document.querySelectorAll(".msg")].find(
    (line) => line.getBoundingClientRect().top > top,
  );
  const tops = new Set<number | undefined>();
  const drafts = new Set([draft]);
  let isOver = false;
  addEventListener("seen-enough", () => {
    isOver = true;
  });
  return new Promise((resolve) => {
    const look = () => {
      tops.add(anchor?.getBoundingClientRect().top);
      drafts.add(box?.value ?? "");
      if (isOver) resolve({ tops: tops.size, drafts: [...drafts] });
      else requestAnimationFrame(look);
    };
    look();
  });
}
