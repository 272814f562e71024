/** Replies whose origin the page does not hold, and a reply that was begun. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { cp } from "node:fs/promises";
import { signal } from "@preact/signals";
import type { Browser, Page, Route } from "playwright-core";
import type { MessageEvent } from "../../src/wire/frames.ts";
import { SNAPSHOT_MESSAGES } from "../../src/wire/limits.ts";
import { Relay } from "../../torture/network-relay.ts";
import type { Today } from "../../web/chat/state/day.ts";
import { Reply } from "../../web/chat/state/reply.ts";
import { Transcript } from "../../web/chat/state/transcript.ts";
import { KEYS, tab } from "../../web/shared/storage.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, type TestRoom } from "../harness/room.ts";
import type { Client } from "../harness/sockets.ts";
import { heard, join, say } from "../ws/joining.ts";
import { overflowIn } from "./pages-overflow.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

describe("the transcript", () => {
  const ANOTHERS = { mine: false, feltByMe: false, named: false, isFirst: false };
  const message = (seq: number, more: Partial<MessageEvent> = {}): MessageEvent => ({
    ...{ type: "message", seq, id: seq, user: "Salty Gorilla 1", text: "x", kind: "guest" },
    timestamp: "2026-11-22T12:00:00.000Z",
    ...more,
  });
  const said = (...events: MessageEvent[]) => {
    const transcript = new Transcript();
    for (const event of events) transcript.say(event, ANOTHERS);
    return transcript;
  };

  test("quotes what was read of what it does not hold, until that is removed, and again where it is restored", () => {
    const transcript = said(message(9, { re: 2 }), message(10, { re: 3 }));
    const { wanted } = transcript.origins;
    expect([...wanted]).toEqual([2, 3]);
    const origin = message(2, { text: "the origin" });
    expect(transcript.quoteRead(wanted, { messages: [origin], from: 2, to: 3 })).toBe(true);
    // The other was read too, and is not there.
    transcript.say(message(11, { re: 3 }), ANOTHERS);
    expect(wanted.size).toBe(0);
    const shown = () => JSON.stringify(transcript.entries);
    expect(shown()).toContain("the origin");
    transcript.remove(2, false);
    expect(shown()).not.toContain("the origin");
    transcript.trim(3);
    transcript.restore(origin, ANOTHERS);
    expect(shown()).toContain("the origin");
    expect(shown()).not.toContain('"seq":2');
  });

  test("quotes nothing that was removed, or cleared, while it was on its way", () => {
    for (const change of [(of: Transcript) => of.remove(2, true), (of: Transcript) => of.clear()]) {
      const transcript = said(message(9, { re: 2 }));
      const { wanted } = transcript.origins;
      change(transcript);
      expect(transcript.quoteRead(wanted, { messages: [message(2)], from: 2, to: 2 })).toBe(false);
      expect(transcript.quote(2)).toBeUndefined();
    }
  });
});

test("a reply that was begun goes on in its tab, on its day and in its log alone", () => {
  const today = signal<Today | undefined>(undefined);
  const status = signal("");
  const about = { topic: "", rules: "", timezone: "UTC", wipesAt: 0 };
  const on = (day: string, epoch?: string) => {
    today.value = { ...about, day, epoch };
  };
  const begun = () => {
    tab.keep(KEYS.reply, "2026-11-22 e 7");
    today.value = undefined;
    const reply = new Reply(today, status, "no reply any more");
    on("2026-11-22");
    expect(reply.to.peek()).toBeUndefined();
    on("2026-11-22", "e");
    expect(reply.to.peek()).toBe(7);
    return reply;
  };
  const isOver = (reply: Reply) =>
    expect([reply.to.peek(), tab.recall(KEYS.reply)]).toEqual([undefined, undefined]);
  const another = begun();
  on("2026-11-23", "e");
  isOver(another);
  const lost = begun();
  on("2026-11-22", "f");
  isOver(lost);
  expect(status.peek()).toBe("");
  tab.keep(KEYS.draft, "half a thought");
  begun();
  on("2026-11-22", "f");
  expect(status.peek()).toBe("no reply any more");
  tab.forget(KEYS.draft);
});

describe("in a browser", () => {
  let browser: Browser;
  let room: TestRoom;
  let author: Client;
  /** Of the first that were said, which no page is given. */
  let origins: number[];
  beforeAll(async () => {
    browser = await openBrowser();
    room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000000" } });
    ({ client: author } = await join(room.wsUrl));
    origins = [];
    for (let at = 0; at < 40; at++)
      origins.push(await say(author, `origin ${at}\nits second line`));
    for (let from = 0; from < SNAPSHOT_MESSAGES; from += 50) {
      const { client } = await join(room.wsUrl);
      for (let at = from; at < from + 50; at++) await say(client, `between ${at}`);
      await client.close();
    }
  });
  afterAll(async () => {
    await browser.close();
    await room.stop();
  });

  const line = (page: Page, text: string) => page.locator(".said", { hasText: text });
  const quoteOf = (page: Page, reply: string) => line(page, reply).locator(".quote");
  const originOf = (at: number) => origins[at] ?? 0;

  async function reply(client: Client, at: number, text: string): Promise<void> {
    client.send({ type: "say", ref: text, text, re: originOf(at) });
    await client.next("message", (message) => message.text === text);
  }

  /** Keeps the page's readings of the history waiting until `go`. */
  async function heldReadings(page: Page) {
    const asked: URL[] = [];
    const waiting = Promise.withResolvers<void>();
    const first = Promise.withResolvers<void>();
    await page.route("**/api/messages?*", async (route: Route) => {
      asked.push(new URL(route.request().url()));
      // What was there when it was asked for.
      const response = await route.fetch();
      first.resolve();
      await waiting.promise;
      await route.fulfill({ response });
    });
    return { asked, first: first.promise, go: waiting.resolve };
  }

  // The first, so that its page is given no reply to ask for.
  test("however many replies come, one reading at a time brings many, and none of what is gone meanwhile", async () => {
    await using reader = await visit(browser, room.url);
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    const readings = await heldReadings(page);
    const { client } = await join(room.wsUrl);
    await reply(client, 1, "flood 1.");
    await readings.first;
    for (let at = 2; at < 40; at++) await reply(client, at, `flood ${at}.`);
    author.send({ type: "erase", id: originOf(1) });
    await heard(client, "all is said");
    await reader.shows("all is said");
    expect(readings.asked).toHaveLength(1);
    readings.go();
    for (const at of [2, 20, 39]) await quoteOf(page, `flood ${at}.`).waitFor();
    expect(
      await page
        .locator(".said", { hasText: /^.*flood \d+\./ })
        .locator(".quote")
        .count(),
    ).toBe(38);
    await gone(quoteOf(page, "flood 1."));
    const limits = readings.asked.map(({ searchParams }) => searchParams.get("limit"));
    expect(limits).toEqual(["1", "100"]);
    await client.close();
  });

  test("one line of an origin that the page does not hold is fetched, and gone and back with it", async () => {
    await using reader = await visit(browser, room.url, { width: 360 });
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    const { client } = await join(room.wsUrl);
    await reply(client, 0, "answers the first");
    await quoteOf(page, "answers the first").waitFor();
    const quoted = await quoteOf(page, "answers the first").innerText();
    expect([quoted.includes("origin 0"), quoted.includes("second")]).toEqual([true, false]);
    expect(await overflowIn(page)).toEqual([]);
    author.send({ type: "erase", id: originOf(0) });
    await gone(quoteOf(page, "answers the first"));
    const { seq: act } = await author.next("deleted", ({ id }) => id === originOf(0));
    author.send({ type: "undo", act });
    await quoteOf(page, "answers the first").waitFor();
    expect(reader.complaints).toEqual([]);
    await client.close();
  });

  test("a reply that was begun outlives a reload and a lost connection with its draft, in its tab alone", async () => {
    await using relay = await Relay.open(Number(new URL(room.url).port));
    const url = `http://127.0.0.1:${relay.port}`;
    await using reader = await visit(browser, url, { width: 360 });
    const { page, context } = reader;
    await page.locator(".send:enabled").waitFor();
    const { client } = await join(room.wsUrl);
    const re = await heard(client, "answer me");
    await line(page, "answer me").locator(".msg").click();
    await page.getByRole("menuitem", { name: "Reply", exact: true }).click();
    await page.locator("#message:focus").waitFor();
    await page.keyboard.type("I was about to");
    const beside = (of: Page) => of.locator("footer .beside .quote");
    relay.cut();
    await heard(client, "said after the cut");
    await reader.shows("said after the cut");
    await beside(page).getByText("answer me").waitFor();
    // Meanwhile so much is said that the page is not given what it replies to any more.
    const { client: talker } = await join(room.wsUrl);
    for (let at = 0; at < SNAPSHOT_MESSAGES; at++) await say(talker, `meanwhile ${at}`);
    await page.reload();
    await beside(page).getByText("answer me").waitFor();
    expect(await page.inputValue("#message")).toBe("I was about to");
    expect(await overflowIn(page)).toEqual([]);

    const other = await context.newPage();
    await other.goto(url);
    await other.locator(".send:enabled").waitFor();
    await gone(beside(other));

    await page.locator(".send").click();
    const sent = await client.next("message", ({ text }) => text === "I was about to");
    expect(sent.re).toBe(re);
    await gone(beside(page));
    await page.reload();
    await page.locator(".send:enabled").waitFor();
    await gone(beside(page));
    await client.close();
    await talker.close();
  });

  test("after a backup was put back a reply that was begun is none, which is said where its draft stays", async () => {
    const place = await emptyStore("sqlite");
    const file = place.url.slice("sqlite:".length);
    const env = { DATABASE_URL: place.url };
    {
      await using before = await openRoom({ env });
      await heard((await join(before.wsUrl)).client, "kept by the backup");
    }
    await cp(file, `${file}.copy`);
    let held = await openRoom({ env });
    await using relay = await Relay.open(Number(new URL(held.url).port));
    const url = `http://127.0.0.1:${relay.port}`;
    await using there = await visit(browser, url);
    await using away = await visit(browser, url);
    const re = await heard((await join(held.wsUrl)).client, "lost with the disk");
    for (const { page } of [there, away]) {
      await line(page, "lost with the disk").locator(".msg").click();
      await page.getByRole("menuitem", { name: "Reply", exact: true }).click();
      await page.locator("footer .beside .quote").waitFor();
      await page.fill("#message", "I was about to");
    }
    await away.page.goto(`${url}/robots.txt`);
    relay.cut();
    await held.stop();
    await cp(`${file}.copy`, file);
    held = await openRoom({ env });
    const { client } = await join(held.wsUrl);
    expect(await heard(client, "said in its place")).toBe(re);
    relay.turn(Number(new URL(held.url).port));
    await away.page.goto(url);
    for (const { page, shows } of [there, away]) {
      await shows("said in its place");
      await page.getByText("what you are writing is no reply any more").waitFor();
      await gone(page.locator("footer .beside"));
      expect(await page.inputValue("#message")).toBe("I was about to");
    }
    await away.page.locator(".send:enabled").click();
    const sent = await client.next("message", ({ text }) => text === "I was about to");
    expect(sent.re).toBeUndefined();
    await held.stop();
    await place.remove();
  });
});
