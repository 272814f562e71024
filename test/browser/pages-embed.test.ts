/** The log in a frame of another site: read, and nothing else. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { Relay } from "../../torture/network-relay.ts";
import { readOptions } from "../../web/embed/options.ts";
import { embed as words } from "../../web/words/en-embed.ts";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { stopClock } from "./pages-still-clock.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  [browser, room] = await Promise.all([openBrowser(), openRoom()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), room.stop()]);
});

const shown = (page: Page) => page.locator(".msg").allTextContents();
const shows = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();
const loses = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).waitFor({ state: "detached" });

test("it shows what is said and lets go of what is taken away; it keeps nothing, and sends nothing but its hello", async () => {
  await using server = await openRoom();
  const { client } = await join(server.wsUrl);
  await heard(client, "before it came");
  await using visitor = await visit(browser, `${server.url}/robots.txt`, { width: 360 });
  const { page, context, complaints } = visitor;
  const sent: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sent.push(String(payload)));
  });
  await page.goto(`${server.url}/embed`);
  await shows(page, "before it came");
  const mine = await heard(client, "taken back");
  await heard(client, "يبقى هذا");
  await shows(page, "يبقى هذا");
  expect(
    await page
      .locator(".msg", { hasText: "يبقى" })
      .evaluate((row) => getComputedStyle(row).direction),
  ).toBe("rtl");
  client.send({ type: "erase", id: mine });
  const { seq: act } = await client.next("deleted");
  await loses(page, "taken back");
  client.send({ type: "undo", act });
  await shows(page, "taken back");
  expect(await shown(page)).toEqual(["before it came", "taken back", "يبقى هذا"]);
  client.send({ type: "forget" });
  await loses(page, "before it came");
  expect(await shown(page)).toEqual([]);
  await heard(client, "something new");
  await shows(page, "something new");
  const token = await server.admin();
  await server.call("DELETE", "/api/admin/clear-messages", { token });
  await shows(page, words.cleared);
  expect(await shown(page)).toEqual([]);

  await gone(page.locator("input, textarea, button, form"));
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  expect([kept, await context.cookies()]).toEqual([0, []]);
  expect(sent).toEqual(['{"type":"hello"}']);
  expect(complaints).toEqual([]);
});

test("it says whose room it is, by a link that opens beside the page", async () => {
  await using visitor = await visit(browser, `${room.url}/embed`);
  const link = visitor.page.getByRole("link");
  await link.waitFor();
  expect(await link.textContent()).toBe(`Rage Room at ${new URL(room.url).host}`);
  expect(await link.getAttribute("target")).toBe("_blank");
  const [opened] = await Promise.all([visitor.context.waitForEvent("page"), link.click()]);
  expect(opened.url()).toBe(`${room.url}/`);
});

test("it is emptied at midnight, also while no connection says so", async () => {
  const start = "2026-11-22T22:58:30Z";
  const clock = virtualClock(start);
  await using server = await openRoom({ clock });
  await using relay = await Relay.open(Number(new URL(server.url).port));
  const { client } = await join(server.wsUrl);
  await heard(client, "gone tomorrow");
  await using visitor = await visit(browser, `${server.url}/robots.txt`);
  const { page } = visitor;
  await stopClock(page, Date.parse(start));
  await page.goto(`http://127.0.0.1:${relay.port}/embed`);
  await shows(page, "gone tomorrow");
  relay.swallow();
  relay.cut();
  await shows(page, words.lost);
  await page.clock.fastForward(91_000);
  await loses(page, "gone tomorrow");
  await shows(page, words.newDay);
});

describe("who may show it", () => {
  const policy = async (server: TestRoom, path: string) => {
    const { headers } = await server.call("GET", path);
    const csp = headers.get("Content-Security-Policy") ?? "";
    return {
      ancestors: /frame-ancestors ([^;]*)/.exec(csp)?.[1],
      old: headers.get("X-Frame-Options"),
    };
  };

  test("everybody, of the log alone", async () => {
    expect(await policy(room, "/embed")).toEqual({ ancestors: "*", old: null });
    for (const path of ["/", "/login", "/admin", "/docs", "/embed/", "/api/today"]) {
      expect(await policy(room, path)).toEqual({ ancestors: "'none'", old: "DENY" });
    }
  });

  test("where origins are named, these; where it is off, nobody", async () => {
    const some = { ALLOWED_ORIGINS: "https://stream.example" };
    await using named = await openRoom({ env: some });
    expect((await policy(named, "/embed")).ancestors).toBe("'self' https://stream.example");
    await using off = await openRoom({ env: { EMBED: "off" } });
    expect((await off.call("GET", "/embed")).status).toBe(404);
    expect((await off.call("GET", "/")).status).toBe(200);
  });

  test("in a frame of another site it is seen through where that is asked for", async () => {
    const { client } = await join(room.wsUrl);
    await heard(client, "over a picture");
    using site = Bun.serve({
      port: 0,
      fetch: () =>
        new Response(
          `<body style="margin:0;background:rgb(255,0,255)"><iframe style="border:0;width:100%;height:600px" src="${room.url}/embed?transparent=1&size=24"></iframe>`,
          { headers: { "Content-Type": "text/html" } },
        ),
    });
    await using visitor = await visit(browser, `http://localhost:${site.port}/`);
    const frame = visitor.page.frameLocator("iframe");
    await frame.getByText("over a picture").waitFor();
    expect(
      await frame
        .locator(".msg")
        .first()
        .evaluate((row) => getComputedStyle(row).fontSize),
    ).toBe("24px");
    const shot = await visitor.page.screenshot({ clip: { x: 600, y: 20, width: 1, height: 1 } });
    const seen = await visitor.page.evaluate(
      async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(1, 1).getContext("2d");
        canvas?.drawImage(picture, 0, 0);
        return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])];
      },
      [...shot],
    );
    expect(seen).toEqual([255, 0, 255, 255]);
  });
});

test("nothing is wrong for axe in any theme, seen through or not", async () => {
  const { client } = await join(room.wsUrl);
  await heard(client, "for every eye");
  await using visitor = await visit(browser, `${room.url}/embed`);
  await shows(visitor.page, "for every eye");
  expect(await violationsInEveryTheme(visitor.page)).toEqual([]);
  await visitor.page.goto(`${room.url}/embed?transparent=1&lang=ar`);
  await shows(visitor.page, "for every eye");
  expect(await violationsInEveryTheme(visitor.page)).toEqual([]);
});

test("its address chooses the language, the size of letters and whether it is seen through", () => {
  const read = (search: string) => readOptions(search, ["fr-CA"]);
  expect(read("")).toEqual({ language: "fr", isTransparent: false, sizePx: undefined });
  expect(read("?transparent=1&size=32&lang=ar")).toEqual({
    language: "ar",
    isTransparent: true,
    sizePx: 32,
  });
  for (const size of ["", "x", "9", "65", "1e3", "-20"]) {
    expect(read(`?size=${size}`).sizePx).toBeUndefined();
  }
  expect(read("?lang=constructor&transparent=yes")).toMatchObject({
    language: "fr",
    isTransparent: false,
  });
});
