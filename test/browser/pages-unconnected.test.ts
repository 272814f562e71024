/** What is asked for without a connection is done later, or said not to be done. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

test("without a connection, “I hear you”, Delete and “Forget me now” say that they are not done, and are not", async () => {
  await using anna = await visit(browser, room.url);
  await using bert = await visit(browser, room.url);
  await bert.say("The lift is out again.");
  await anna.say("I took the stairs.");
  await anna.shows("The lift is out again.");
  await anna.shows("I took the stairs.");
  const { page } = anna;
  const own = page.locator(".said", { hasText: "I took the stairs." });
  const others = page.locator(".said", { hasText: "The lift is out again." });
  await own.hover();
  await own.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "How we forget" }).click();
  await page.getByRole("button", { name: "Forget me now" }).click();
  await anna.context.setOffline(true);
  const isSaid = page.getByText("Not done: there is no connection.");

  await page.getByRole("button", { name: "Delete all of it?" }).click();
  await isSaid.waitFor();
  await own.getByRole("button", { name: "Delete for everyone?" }).click();
  await others.hover();
  const heart = others.getByRole("button", { name: "I hear you" });
  await heart.click();
  await isSaid.waitFor();
  expect(await heart.getAttribute("aria-pressed")).toBe("false");

  await anna.context.setOffline(false);
  await page.locator(".dot:not(.off)").waitFor();
  await anna.say("And the stairs are closed.");
  await bert.shows("And the stairs are closed.");
  await bert.shows("I took the stairs.");
  await gone(bert.page.locator(".act.felt"));
});

test("what was on its way when the line broke is done once the line is back", async () => {
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  let isDead = false;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      if (!isDead) return server.send(frame);
      isDead = false;
      void socket.close();
    });
  });
  await page.goto(room.url);
  await visitor.say("Said too soon.");
  await visitor.shows("Said too soon.");
  const said = page.locator(".said", { hasText: "Said too soon." });
  await said.hover();
  await said.getByRole("button", { name: "Delete" }).click();
  isDead = true;
  await said.getByRole("button", { name: "Delete for everyone?" }).click();
  await said.waitFor({ state: "detached" });
  await page.getByText("Deleted.").waitFor();
});
