import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
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

test("the page speaks the browser's language, and another one for good when asked", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url, { locale: "fr-CA" });
  const { page, complaints } = visitor;
  await page.getByText("Personne n’a encore rien dit aujourd’hui.").waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("fr");
  await page.fill("#message", "à moitié");

  await page.getByLabel("Langue").selectOption({ label: "Deutsch" });
  await page.getByText("Heute hat noch niemand etwas gesagt.").waitFor();
  expect(await page.inputValue("#message")).toBe("à moitié");
  await page.goto(`${room.url}/login`);
  await page.getByRole("heading", { name: "Bei Rage Room anmelden" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a reader of English loads no other language", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url);
  const asked: string[] = [];
  visitor.page.on("request", (request) => asked.push(request.url()));
  await visitor.page.reload();
  await visitor.page.locator(".empty").waitFor();
  expect(asked.filter((url) => /\/[a-z]{2}-[\w-]+\.js$/.test(url))).toEqual([]);
});

test("a reader of another language loads it part by part, as the page says it, and no third one", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url, { locale: "ja" });
  const { page } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.getByText("今日はまだ誰も話していません。").waitFor();
  const parts = () => asked.flatMap((url) => /\/([a-z]{2}-[a-z]+)-\w+\.js$/.exec(url)?.[1] ?? []);
  expect(new Set(parts())).toEqual(new Set(["ja-words"]));
  await page.locator("footer .settings").click();
  await page.getByText("このブラウザーだけに保存します。").waitFor();
  expect(new Set(parts())).toEqual(new Set(["ja-words", "ja-reader"]));
});

test("the log for other sites' frames is read in the language of its address, and loads its words alone", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page, complaints } = visitor;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${room.url}/embed?lang=he`);
  await page.getByText("Rage Room בכתובת").waitFor();
  expect(await page.getAttribute("html", "dir")).toBe("rtl");
  const words = asked.filter((url) => /\/[a-z]{2}-[a-z]+-\w+\.js$/.test(url));
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((url) => !url.includes("/he-embed-"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a refusal is said in the reader's language, with the seconds to wait", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1" } });
  await using visitor = await visit(browser, room.url, { locale: "es-ES" });
  await visitor.say("uno");
  await visitor.shows("uno");
  await visitor.say("dos");
  await visitor.page
    .getByText(
      /No enviado: Eso ha sido mucho para un minuto\. Inténtalo de nuevo en \d+ segundos?\./,
    )
    .waitFor();
});

test("Arabic is read from the right, and a text of another direction stays in its place", async () => {
  await using room = await openRoom({ env: { DAILY_TOPIC: "Printers" } });
  await using visitor = await visit(browser, room.url, { width: 360, isTouch: true, locale: "ar" });
  const { page, complaints } = visitor;
  await page.fill("#message", "left to right 1, 2");
  await page.locator(".send:enabled").click();
  await visitor.shows("left to right 1, 2");
  const sides = await page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const direction = (selector: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body).direction;
    return {
      page: direction("body"),
      text: direction(".msg"),
      textUnderItsName: box(".said .msg")?.right === box(".who")?.right,
      sendIsLeft: (box(".send")?.left ?? 360) < (box("#message")?.left ?? 0),
      fuseFromRight: box(".fuse i")?.right === 360,
      wide: document.documentElement.scrollWidth,
    };
  });
  expect(sides).toEqual({
    page: "rtl",
    text: "ltr",
    textUnderItsName: true,
    sendIsLeft: true,
    fuseFromRight: true,
    wide: 360,
  });
  expect(complaints).toEqual([]);
});

test("a text's lines all start on the side of its own direction, while it is written and when it is read", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, room.url, { width: 360 });
  const { page } = visitor;
  for (const [text, direction] of [
    ["שלום עולם\nhello\nשוב", "rtl"],
    ["hello to all of you\nשלום\nagain", "ltr"],
  ] as const) {
    await page.fill("#message", text);
    const written = await page
      .locator("#message")
      .evaluate((one) => [getComputedStyle(one).direction, getComputedStyle(one).unicodeBidi]);
    expect(written).toEqual([direction, "isolate"]);
    await page.locator(".send:enabled").click();
    const said = page.locator(".group:not(:has(.own)) .msg", { hasText: text.slice(0, 9) });
    await said.waitFor();
    const starts = await said.evaluate((one) => {
      const words = one.firstChild;
      if (!(words instanceof Text)) return [];
      const range = document.createRange();
      let from = 0;
      return words.data.split("\n").map((line) => {
        range.setStart(words, from);
        range.setEnd(words, from + line.length);
        from += line.length + 1;
        const { left, right } = range.getBoundingClientRect();
        return Math.round(getComputedStyle(one).direction === "rtl" ? right : left);
      });
    });
    expect(starts.length).toBe(3);
    expect(new Set(starts).size).toBe(1);
  }
});
