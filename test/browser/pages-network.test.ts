/** The room on bad networks, while a crowd talks. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { flood } from "../../bin/flood.ts";
import { Relay } from "../../torture/network-relay.ts";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { openRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { drawn, stopClock } from "./pages-still-clock.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";
import { watch } from "./pages-watch.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DRAFT = "half a thought";
const crowd = (url: string, seconds: number) =>
  flood({ url, rate: 40, people: 8, seconds }, (n) => `crowd ${n}.`);

async function send({ page }: Visit, text: string): Promise<void> {
  await page.fill("#message", text);
  await page.locator(".send:enabled").click();
}

/** What the crowd said, as the page has it once it has the last of it. */
async function heard({ page }: Visit, sent: number): Promise<void> {
  await page.getByText(`crowd ${sent - 1}.`, { exact: true }).waitFor();
  const said = (await page.locator(".msg").allTextContents()).filter((text) =>
    text.startsWith("crowd"),
  );
  const all = Array.from({ length: sent }, (_, n) => `crowd ${n}.`);
  expect(said.toSorted()).toEqual(all.toSorted());
}

describe.each([
  [360, true],
  [1280, false],
])("on a bad network, %i px wide,", (width, isTouch) => {
  const options = { width, isTouch };
  const busy = () => openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });

  test("what is written on in a tunnel stays, and what was sent there comes once", async () => {
    await using room = await busy();
    await using near = await visit(browser, room.url, options);
    await near.page.locator(".send:enabled").waitFor();
    const talk = crowd(room.url, 1.5);
    await near.page.getByText("crowd 5.", { exact: true }).waitFor();
    await near.context.setOffline(true);
    await near.page.locator(".banner.lost").waitFor();
    await send(near, "from the tunnel");
    await near.page.locator(".own", { hasText: "from the tunnel" }).waitFor();
    await near.page.fill("#message", DRAFT);
    // The crowd may have ended before the page was away.
    await flood({ url: room.url, rate: 20, people: 2, seconds: 0.2 }, (n) => `missed ${n}.`);
    const seen = await watch(near.page);
    // It is said for some seconds, and what follows may take longer.
    const back = near.page.getByText(/^Back\. \d+ messages? while you were away\.$/).first();
    await Promise.all([back.waitFor(), near.context.setOffline(false)]);
    const { sent } = await talk;
    await near.shows("from the tunnel");
    await heard(near, sent);
    expect((await seen()).drafts).toEqual([DRAFT]);
  });

  test("what was stored before its answer was lost is on every page once", async () => {
    await using room = await busy();
    await using relay = await Relay.open(Number(new URL(room.url).port));
    await using near = await visit(browser, `http://127.0.0.1:${relay.port}`, options);
    await using far = await visit(browser, room.url);
    await near.page.locator(".send:enabled").waitFor();
    const talk = crowd(room.url, 1.5);
    await near.page.getByText("crowd 5.", { exact: true }).waitFor();
    // From here on the page speaks, and hears nothing.
    relay.stall(() => true);
    await send(near, "into the dark");
    await near.page.fill("#message", DRAFT);
    await far.shows("into the dark");
    await near.page.locator(".own.unsent", { hasText: "into the dark" }).waitFor();
    const seen = await watch(near.page);
    relay.cut();
    await near.shows("into the dark");
    const { sent } = await talk;
    for (const visitor of [near, far]) {
      await heard(visitor, sent);
      await visitor.shows("into the dark");
    }
    expect((await seen()).drafts).toEqual([DRAFT]);
  });

  test("who reads further up on a slow and broken line stays in place and misses nothing", async () => {
    await using room = await busy();
    await using relay = await Relay.open(Number(new URL(room.url).port));
    await using near = await visit(browser, `http://127.0.0.1:${relay.port}`, options);
    await near.page.locator(".send:enabled").waitFor();
    await flood({ url: room.url, rate: 200, people: 8, seconds: 0.3 }, (n) => `old ${n}.`);
    await near.page.getByText("old 59.", { exact: true }).waitFor();
    await near.page.evaluate(() => document.querySelector("main")?.scrollBy(0, -700));
    await near.page.locator(".pill").waitFor();
    await near.page.fill("#message", DRAFT);
    relay.delay(300);
    const seen = await watch(near.page);
    const talk = crowd(room.url, 1.5);
    await near.page.getByText("crowd 5.", { exact: true }).waitFor({ state: "attached" });
    relay.cut();
    await near.page.locator(".banner.lost").waitFor();
    const { sent } = await talk;
    await heard(near, sent);
    const { tops, drafts } = await seen();
    expect({ places: tops.length, drafts }).toEqual({ places: 1, drafts: [DRAFT] });
    await near.page.locator(".send:enabled").click();
    await near.page.locator(".own .state", { hasText: "Sending…" }).waitFor();
    await near.shows(DRAFT);
  });
});

test("who was away too long to catch up is told so, and given the room as it is", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });
  await using near = await visit(browser, room.url);
  await near.say("before the tunnel");
  await near.shows("before the tunnel");
  await near.context.setOffline(true);
  await near.page.locator(".banner.lost").waitFor();
  await flood({ url: room.url, rate: 1_000, people: 50, seconds: 2.1 }, (n) => `crowd ${n}.`);
  await near.context.setOffline(false);
  await near.page.locator(".banner", { hasText: "You were away too long to catch up" }).waitFor();
  // The welcome is drawn before what follows it.
  await near.page.waitForFunction(() => document.querySelectorAll(".msg").length === 300);
  await gone(near.page.getByText("before the tunnel"));
});

test.each(["visibilitychange", "online"])(
  "the next try waits for nothing once “%s” says that there is hope",
  async (sign) => {
    await using room = await openRoom();
    await using relay = await Relay.open(Number(new URL(room.url).port));
    const url = `http://127.0.0.1:${relay.port}`;
    await using near = await visit(browser, `${url}/login`);
    await stopClock(near.page);
    await near.page.goto(url);
    await drawn(near.page, near.page.locator(".send:enabled"));
    // The page does not come back by its timers: they stand still.
    relay.cut();
    await near.page.locator(".banner.lost", { hasText: /Next try in \d+ s/ }).waitFor();
    const socket = near.page.waitForEvent("websocket");
    await near.page.evaluate((type) => {
      const target = type === "online" ? window : document;
      target.dispatchEvent(new Event(type));
    }, sign);
    await socket;
    await near.page.clock.resume();
    await near.say("back");
    await near.shows("back");
  },
);

test("a page that joined too often comes back by itself when the room said it may", async () => {
  const clock = virtualClock(new Date().toISOString());
  await using room = await openRoom({ clock, env: { TIMEZONE: NOON_ZONE } });
  await using relay = await Relay.open(Number(new URL(room.url).port));
  const url = `http://127.0.0.1:${relay.port}`;
  await using near = await visit(browser, `${url}/login`);
  await near.page.clock.install();
  await near.page.goto(url);
  await near.page.locator(".send:enabled").waitFor();
  const guest = await near.page.evaluate(() => localStorage.getItem("guest_pass") ?? "");
  // The page itself may have joined more than once by now.
  for (let isRefused = false; !isRefused; ) {
    await using client = await connect(room.wsUrl);
    client.send({ type: "hello", guest });
    const answers = [client.next("welcome"), client.next("refused")];
    isRefused = (await Promise.any(answers)).type === "refused";
  }
  relay.cut();
  await near.page.locator(".banner.lost", { hasText: /Next try in 6\d s/ }).waitFor();
  await clock.advance(60_000);
  await near.page.clock.fastForward(90_000);
  await near.say("back");
  await near.shows("back");
});

test("a page that comes back from the browser's own store connects anew", async () => {
  await using room = await openRoom();
  await using near = await visit(browser, room.url);
  await near.page.locator(".send:enabled").waitFor();
  const sockets: string[] = [];
  near.page.on("websocket", (socket) => sockets.push(socket.url()));
  await near.page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  );
  await near.page.locator(".live", { hasText: "1 here" }).waitFor();
  await near.say("back");
  await near.shows("back");
  expect(sockets.length).toBe(1);
});
