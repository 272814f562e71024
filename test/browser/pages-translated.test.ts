/** A page that the browser translates: its text nodes are taken out, and others put in their place. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** As Chrome does it, what comes later too: a text is told by the brackets around it. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isMeant = (text: Node) =>
      /\p{L}/u.test(text.nodeValue ?? "") &&
      !text.parentElement?.closest("font, script, style, textarea, [translate=no]");
    const replace = (text: Node) => {
      if (!isMeant(text)) return;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = `⟦${text.nodeValue}⟧`;
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
    };
    const replaceIn = (root: Node) => {
      if (root instanceof Text) return replace(root);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) replace(text);
    };
    replaceIn(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) replaceIn(node);
    }).observe(document.body, { subtree: true, childList: true });
  });
}

/** A reader whose page is translated. */
async function translated(room: TestRoom, path = "/") {
  const visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  if (path === "/admin") {
    const token = await room.admin();
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  }
  await page.clock.install();
  await page.goto(room.url + path);
  await page.locator(path === "/" ? ".send:enabled" : ".figures").waitFor();
  await translate(page);
  return visitor;
}

const textOf = (page: Page, selector: string) => page.locator(selector).first().textContent();
const becomes = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    ([at, wanted]) => document.querySelector(at ?? "")?.textContent === wanted,
    [selector, text],
  );

test("the countdown and the number of people go on, and the topic changes", async () => {
  await using room = await openRoom({ env: { DAILY_TOPIC: "Queues" } });
  await using visitor = await translated(room);
  const { page, complaints } = visitor;
  await becomes(page, ".live", "⟦1 here⟧");
  const before = await textOf(page, ".digits");
  await page.waitForFunction(
    (old) => document.querySelector(".digits")?.textContent !== old,
    before,
  );
  expect(await textOf(page, ".digits")).toMatch(/^\d\d:\d\d:\d\d$/);
  const { client } = await join(room.wsUrl);
  await becomes(page, ".live", "⟦2 here⟧");
  const token = await room.admin();
  await room.call("POST", "/api/admin/topic", {
    token,
    body: { topic: "Trains", rules: "Be loud." },
  });
  await becomes(page, "h1", "⟦Trains⟧");
  await becomes(page, ".rules", "⟦Be loud.⟧");
  await heard(client, "said by another");
  await page.locator(".said .msg", { hasText: "⟦said by another⟧" }).waitFor();
  expect(await textOf(page, ".who .name")).not.toContain("⟦");
  expect(complaints).toEqual([]);
});

test("the name one speaks under is never translated, and is the one that is worn", async () => {
  await using room = await openRoom();
  await using visitor = await translated(room);
  const { page } = visitor;
  const before = await textOf(page, ".as bdi");
  await page.getByRole("button", { name: "Roll another name" }).click();
  await page.waitForFunction(
    (old) => document.querySelector(".as bdi")?.textContent !== old,
    before,
  );
  const { client } = await join(room.wsUrl);
  await page.fill("#message", "under my name");
  await page.locator(".send:enabled").click();
  const { user } = await client.next("message");
  expect(await textOf(page, ".as bdi")).toBe(user);
});

test("what is said of one's own messages is whole, one thing at a time", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "2" } });
  await using visitor = await translated(room);
  const { page } = visitor;
  expect(await textOf(page, ".send")).toBe("⟦Send⟧");
  for (const text of ["first", "second", "too soon"]) {
    await page.fill("#message", text);
    await page.locator(".send:enabled").click();
  }
  const failed = page.locator(".own .state.bad");
  await failed.waitFor();
  // The seconds that count down are for eyes; for ears they are said once.
  expect(await failed.textContent()).toMatch(
    /^⟦Not sent: [^⟧]+⟧ (⟦Try again in \d+ seconds?\.⟧){2} ⟦Try again⟧ ⟦Discard⟧$/,
  );
  expect(await textOf(page, ".send")).toMatch(/^\d+ s⟦You can send again in \d+ seconds?⟧$/);

  const said = page.locator(".said", { hasText: "first" });
  await said.hover();
  await said.getByRole("button").click();
  expect(await said.locator("button").textContent()).toBe("⟦Delete for everyone?⟧");
  await page.clock.runFor(5_000);
  await said.getByRole("button", { name: /^Delete\b(?!.*everyone)/ }).waitFor();
  expect(await said.locator("button").textContent()).toBe("");

  await page.fill("#message", "burns");
  await page.locator(".burn").click();
  const status = page.locator("aside > [role=status]", { hasText: "Burned" });
  await status.waitFor();
  expect(await status.textContent()).toBe("⟦Burned. It never left this page.⟧⟦Undo⟧");
});

test("a lost connection counts its seconds, and is forgotten when it is back", async () => {
  await using room = await openRoom();
  await using visitor = await translated(room);
  const { page, context } = visitor;
  await context.setOffline(true);
  await page.locator(".banner.lost").waitFor();
  await page.waitForFunction(() =>
    /^⟦Connection lost\. (Next try in \d+ s\.|Trying now…)⟧/.test(
      document.querySelector(".banner.lost")?.textContent ?? "",
    ),
  );
  await context.setOffline(false);
  await page.locator(".banner", { hasText: "Back. You missed nothing." }).waitFor();
  expect(await page.locator("aside .banner").allTextContents()).toEqual([
    "⟦Back. You missed nothing.⟧",
  ]);
  await becomes(page, ".live", "⟦1 here⟧");
});

test("an admin's figures, names and outcomes go on", async () => {
  await using room = await openRoom();
  await using visitor = await translated(room, "/admin");
  const { page } = visitor;
  const { client } = await join(room.wsUrl);
  await heard(client, "said to the admin");
  await page.locator(".rows p", { hasText: "⟦said to the admin⟧" }).waitFor();
  expect(await textOf(page, ".rows .name")).not.toContain("⟦");
  await page.waitForFunction(() => document.querySelector("dd")?.textContent === "2");
  await page.mouse.move(0, 0);
  await page.locator(".rows button").first().click();
  await becomes(page, ".outcome span", "⟦The message is gone from every page.⟧");
});
