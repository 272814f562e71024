/** A page that is older than the server, or that could not load a part of itself. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { buildPages } from "../../src/http/pages.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const OLD = "This page is older than the room. Your draft stays when you reload it.";
/** Words are asked for by a name that the page makes of the language and the part. */
const ASSET = /(\/assets\/|["`]\.\/)([\w${}-]+-)(\w+)(\.(?:js|css))/g;

/** A room whose pages can be renewed: the same, but every script and style under another name. */
async function renewable() {
  const built = await buildPages();
  let isNew = false;
  const pages = Promise.resolve({
    respond(request: Request) {
      const { pathname } = new URL(request.url);
      const isAsset = pathname.startsWith("/assets/");
      if (!isNew || request.method !== "GET") return built.respond(request);
      if (isAsset && !pathname.includes("-new")) return undefined;
      const asked = new Request(request.url.replace("-new", "-"), { method: "GET" });
      const found = built.respond(asked);
      const isText = /html|javascript/.test(found?.headers.get("content-type") ?? "");
      return found && isText ? renamed(found) : found;
    },
  });
  const room = await openRoom({ pages });
  return {
    room,
    /** A server that is really renewed has made no page yet; this one lets go of its own at a change. */
    renew: async () => {
      isNew = true;
      const body = { topic: "Another topic" };
      await room.call("POST", "/api/admin/topic", { token: await room.admin(), body });
    },
  };
}

function renamed(found: Response): Response {
  const text = found.text().then((body) => body.replace(ASSET, "$1$2new$3$4"));
  const stream = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(await text));
      controller.close();
    },
  });
  return new Response(stream, { headers: found.headers });
}

const emoji = (page: Page) => page.getByRole("button", { name: "Emoji" });

test("a part that the renewed server has no more says that the page is old, and a reload keeps the draft", async () => {
  const { room, renew } = await renewable();
  await using _ = room;
  await using visitor = await visit(browser, room.url, { width: 360 });
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "half a thought");
  await renew();
  await emoji(page).click();
  await page.getByText(OLD).waitFor();
  expect(await violationsInEveryTheme(page)).toEqual([]);
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByText(OLD).waitFor({ state: "detached" });
  expect(await page.inputValue("#message")).toBe("half a thought");
  await emoji(page).click();
  await page.getByRole("dialog", { name: "Emoji" }).waitFor();
});

test("a page whose connection comes back to a renewed server says that it is old", async () => {
  const { room, renew } = await renewable();
  await using _ = room;
  await using visitor = await visit(browser, room.url);
  const { page } = visitor;
  await page.locator(".send:enabled").waitFor();
  const comesBack = async () => {
    await visitor.context.setOffline(true);
    await page.locator(".banner.lost").waitFor();
    const looked = page.waitForResponse((response) => response.url() === `${room.url}/`);
    await visitor.context.setOffline(false);
    await (await looked).finished();
  };
  await comesBack();
  await gone(page.getByText(OLD));
  await renew();
  await comesBack();
  await page.getByText(OLD).waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByText(OLD).waitFor({ state: "detached" });
});

test("a page that is looked at again after more than an hour says that it is old", async () => {
  const { room, renew } = await renewable();
  await using _ = room;
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  await page.clock.install();
  await page.goto(room.url);
  await page.locator(".send:enabled").waitFor();
  await renew();
  const isLookedAt = () =>
    page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  let asked = 0;
  page.on("request", (request) => {
    if (request.url() === `${room.url}/`) asked++;
  });
  await isLookedAt();
  // The date alone: no timer falls due, and no connection is taken for lost.
  await page.clock.setSystemTime(Date.now() + 3_700_000);
  await isLookedAt();
  await page.getByText(OLD).waitFor();
  expect(asked).toBe(1);
});

describe("a part that does not come at one bad moment", () => {
  test.each([
    ["the emoji", "Emoji", /\/assets\/emoji-picker-/],
    ["the names of the emoji", "Emoji", /\/assets\/en-/],
    ["a minute to cool", "A minute to cool", /\/assets\/breathing-/],
    ["how we forget", "How we forget", /\/assets\/how-we-forget-/],
    ["help", "Help", /\/assets\/help-/],
  ])("is said, and comes at the next press: %s", async (_part, name, address) => {
    await using room = await openRoom();
    await using visitor = await visit(browser, room.url);
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    let asked = 0;
    await page.route(address, (route) => {
      asked++;
      return route.abort();
    });
    await page.getByRole("button", { name }).click();
    await page
      .locator(".banner", { hasText: "That part of the page did not come. Try again." })
      .waitFor();
    expect(asked).toBeGreaterThan(0);
    await page.unroute(address);
    await page.getByRole("button", { name }).click();
    await page.getByRole("dialog", { name }).waitFor();
    await gone(page.getByText(OLD));
  });
});

test("a language that does not come at one bad moment comes at the second try", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/robots.txt`, { locale: "de-DE" });
  const { page } = visitor;
  await page.route(/\/assets\/de-\w+\.js$/, (route) => route.abort());
  await page.goto(room.url);
  await page.getByText("Heute hat noch niemand").waitFor();
});
