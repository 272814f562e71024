/** What a reader does about a message by its menu: replies, copies, feels, ignores and takes back. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import type { Client } from "../harness/sockets.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { overflowIn } from "./pages-overflow.ts";
import { HANDS, putDown } from "./pages-pointers.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

const line = (page: Page, text: string) => page.locator(".said", { hasText: text });
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });
const beside = (page: Page) => page.locator("footer .beside");
const box = (page: Page) => page.locator("#message:focus");

/** Somebody else, and what they said. */
async function another(...texts: string[]) {
  const { client, welcome } = await join(room.wsUrl);
  const seqs: number[] = [];
  for (const text of texts) seqs.push(await heard(client, text));
  return { client, name: welcome.you.name, seqs };
}

async function open({ page }: Pick<Visit, "page">, text: string): Promise<void> {
  // What the page is served with shows the message before anything listens.
  await page.locator(".send:enabled").waitFor();
  await line(page, text).last().locator(".msg").click();
  await page.locator(".menu").waitFor();
}

const quoteOf = (page: Page, reply: string) => line(page, reply).locator(".quote");

async function reply(client: Client, re: number, text: string): Promise<void> {
  client.send({ type: "say", ref: text, text, re });
  await client.next("message", (message) => message.text === text);
}

describe.each(HANDS)("by %s", (_by, width, pointerOf) => {
  test("a message is replied to: the reply quotes one line of it, for everyone, until it is gone", async () => {
    const said = `the printer ${width}\nand the second line`;
    const { client, name, seqs } = await another(said);
    await using reader = await visit(browser, room.url, { width, isTouch: width === 360 });
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    const pointer = await pointerOf(page);
    for (const pressed of [line(page, said).locator(".msg"), item(page, "Reply")]) {
      const [x, y] = await putDown(pointer, pressed);
      await pointer.up(x, y);
    }
    await box(page).waitFor();
    expect(await beside(page).locator(".quote").innerText()).toContain(`${name} the printer`);
    await page.keyboard.type(`mine too ${width}`);
    await page.locator(".send").click();
    await beside(page).waitFor({ state: "detached" });
    await using other = await visit(browser, room.url);
    for (const shown of [page, other.page]) {
      const quote = quoteOf(shown, `mine too ${width}`);
      await quote.waitFor();
      expect(await quote.innerText()).toContain(`${name} the printer ${width}`);
      expect(await quote.innerText()).not.toContain("second");
    }
    expect(await overflowIn(page)).toEqual([]);
    client.send({ type: "erase", id: seqs[0] ?? 0 });
    for (const shown of [page, other.page]) {
      await quoteOf(shown, `mine too ${width}`).waitFor({ state: "detached" });
    }
    const { seq: act } = await client.next("deleted");
    client.send({ type: "undo", act });
    await quoteOf(page, `mine too ${width}`).waitFor();
    client.send({ type: "forget" });
    await quoteOf(page, `mine too ${width}`).waitFor({ state: "detached" });
    expect([...reader.complaints, ...other.complaints]).toEqual([]);
  });

  test("scrolling and holding open nothing", async () => {
    await another(`held long ${width}`);
    await using reader = await visit(browser, room.url, { width, isTouch: width === 360 });
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(pointer, line(page, `held long ${width}`).locator(".msg"));
    // Of a mouse that selects, and of a finger that scrolls.
    await pointer.slide(x + 40, y - 60);
    await pointer.up(x + 40, y - 60);
    await gone(page.locator(".menu, [data-open]"));
  });
});

test("by keys: each act has its letter, Escape replies to nobody, and the reply goes to what was chosen", async () => {
  const { client } = await another("by keys one", "by keys two");
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await page.locator(".send:enabled").waitFor();
  const reach = async () => {
    await page.focus("#message");
    await page.keyboard.press("Alt+ArrowUp");
    await page.locator(".said:focus", { hasText: "by keys two" }).waitFor();
  };
  const choose = async (key: string) => {
    await page.keyboard.press("Enter");
    await page.locator(".menu").waitFor();
    await page.keyboard.press(key);
  };
  await reach();
  await choose("r");
  await beside(page).waitFor();
  await page.keyboard.press("Escape");
  await beside(page).waitFor({ state: "detached" });
  await reach();
  await choose("f");
  await line(page, "by keys two").locator("[aria-pressed=true]").waitFor();
  await page.keyboard.press("ArrowUp");
  await choose("r");
  await box(page).waitFor();
  await page.keyboard.type("to the first");
  await page.keyboard.press("Enter");
  await quoteOf(page, "to the first").getByText("by keys one").waitFor();
  const sent = await client.next("message", ({ text }) => text === "to the first");
  expect(sent.re).toBeNumber();
});

test("what is replied to may go while one writes: the reply is then said without", async () => {
  const { client, seqs } = await another("soon gone");
  await using reader = await visit(browser, room.url);
  await open(reader, "soon gone");
  await item(reader.page, "Reply").click();
  await beside(reader.page).waitFor();
  client.send({ type: "erase", id: seqs[0] ?? 0 });
  await beside(reader.page).waitFor({ state: "detached" });
  await reader.say("to nothing");
  await reader.shows("to nothing");
  expect((await client.next("message", ({ text }) => text === "to nothing")).re).toBeUndefined();
});

test("a message is copied as it was written", async () => {
  await another("copied  as\nit is");
  await using reader = await visit(browser, room.url);
  await reader.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(reader, "copied");
  await item(reader.page, "Copy").click();
  await reader.page.getByText("Copied.").waitFor();
  const copied = await reader.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe("copied  as\nit is");
});

test("one's own message is taken back, and nobody is offered to ignore themselves", async () => {
  await using reader = await visit(browser, room.url);
  await reader.say("mine alone");
  await reader.shows("mine alone");
  await open(reader, "mine alone");
  const offered = await reader.page.locator(".menu button > span:first-child").allTextContents();
  expect(offered).toEqual(["Reply", "Copy", "Delete"]);
  await item(reader.page, "Delete").click();
  await line(reader.page, "mine alone").waitFor({ state: "detached" });
  await reader.page.getByRole("button", { name: "Undo" }).click();
  await reader.shows("mine alone");
});

test("whom one ignores is out of sight, counted, quoted nowhere, kept for today, and back at a press", async () => {
  const { client, seqs } = await another("a bore one", "a bore two");
  const { client: third } = await another("a friend");
  await reply(third, seqs[0] ?? 0, "a friend answers");
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await quoteOf(page, "a friend answers").waitFor();
  await open(reader, "a bore two");
  await item(page, "Ignore today").click();
  await line(page, "a bore").first().waitFor({ state: "detached" });
  await page.getByText("as long as they go by that name").waitFor();
  expect(await beside(page).innerText()).toContain("2 lines");
  await gone(quoteOf(page, "a friend answers"));
  await heard(client, "a bore three");
  await beside(page).getByText("3 lines").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await line(page, "a bore three").waitFor();
  await beside(page).waitFor({ state: "detached" });

  await open(reader, "a bore two");
  await item(page, "Ignore today").click();
  await beside(page).getByText("3 lines").waitFor();
  await page.reload();
  await beside(page).getByText("3 lines").waitFor();
  await gone(line(page, "a bore"));
  await page.getByRole("button", { name: "Show them" }).click();
  await line(page, "a bore three").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("ignored"))).toBeNull();
  // What another day has kept is forgotten.
  await page.evaluate(() => {
    localStorage.setItem("ignored", JSON.stringify({ day: "2020-01-01", names: ["guest Ann"] }));
  });
  await page.reload();
  await page.locator(".send:enabled").waitFor();
  expect(await page.evaluate(() => localStorage.getItem("ignored"))).toBeNull();
  expect(reader.complaints).toEqual([]);
});

test("a message that holds one's own name whole, or replies to one's own, is marked; no other is", async () => {
  await using reader = await visit(browser, room.url);
  const { page } = reader;
  await reader.say("mine to be answered");
  await reader.shows("mine to be answered");
  const name = (await page.locator(".as bdi").innerText()).trim();
  const { client } = await another(
    `@${name.toUpperCase().replaceAll(" ", "-")}: hear this`,
    `${name.replace(/[aeiou]/, "$&\u0301")}, and this`,
    `un${name}s`,
    `only ${name.split(" ")[0]}`,
  );
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  const mine = messages.find(({ text }: { text: string }) => text === "mine to be answered");
  await reply(client, mine.id, "an answer");
  await line(page, "an answer").waitFor();
  const named = await page.locator(".said.named > .msg").allTextContents();
  expect(named.map((text) => text.split(" ").at(-1))).toEqual(["this", "this", "answer"]);
  expect(await line(page, "hear this").locator(".unseen").innerText()).toBe("Speaks to you:");
});

test("staff have their acts first, where they were, and those of every reader after them", async () => {
  await another("for staff");
  await using page = await signedIn(browser, room, { token: await room.admin() });
  await open(page, "for staff");
  const offered = await page.page.locator(".menu button > span:first-child").allTextContents();
  expect(offered.slice(0, 2)).toEqual(["Delete", "Delete all of theirs"]);
  expect(offered.slice(-4)).toEqual(["Reply", "Copy", "I hear you", "Ignore today"]);
  const keys = await page.page
    .locator(".menu button")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-keyshortcuts")));
  expect(new Set(keys).size).toBe(keys.length);
});

describe.each([
  [320, "en-US"],
  [1280, "ar"],
])("%d wide, in %s", (width, locale) => {
  test("the menu, a reply and who is ignored are accessible in every theme", async () => {
    const { seqs } = await another(`worth a menu ${width}`, `${"w".repeat(80)} ${width}`);
    const { client } = await another(`out of sight ${width}`);
    await reply(client, seqs[1] ?? 0, `quotes it ${width}`);
    const options = { width, locale, isTouch: width < 600 };
    await using reader = await visit(browser, room.url, options);
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    await open(reader, `worth a menu ${width}`);
    expect(await violationsInEveryTheme(page)).toEqual([]);
    await page.keyboard.press("r");
    await open(reader, `out of sight ${width}`);
    await page.keyboard.press("i");
    await beside(page).nth(1).waitFor();
    expect(await violationsInEveryTheme(page)).toEqual([]);
    expect(await overflowIn(page)).toEqual([]);
  });
});
