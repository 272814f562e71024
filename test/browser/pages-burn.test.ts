import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { inflateSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Everything the page sends from now on: addresses, bodies and frames. */
function sendings(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sent.push(payload.toString()));
    socket.on("framereceived", ({ payload }) =>
      sent.push(typeof payload === "string" ? payload : inflateSync(payload).toString()),
    );
  });
  return sent;
}

/** How many flames there were at most since now: they are out before a busy machine asks. */
function flamesFromNow(page: Page) {
  return page.evaluateHandle(() => {
    let most = 0;
    const look = () => {
      most = Math.max(most, document.querySelectorAll(".flames").length);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return () => most;
  });
}

describe.each([
  ["in flames", true],
  ["at once where nothing is to move", false],
])("what is burned", (how, moves) => {
  test(`goes ${how}, leaves the browser in no request and no frame, and leaves no draft`, async () => {
    await using room = await openRoom();
    await using visitor = await visit(browser, `${room.url}/login`, { moves });
    const { page, complaints } = visitor;
    const sent = sendings(page);
    await page.goto(room.url);
    await page.locator(".send:enabled").waitFor();
    await page.fill("#message", "unspeakable");
    const flames = await flamesFromNow(page);
    await page.getByRole("button", { name: "Burn it" }).click();
    expect(await page.inputValue("#message")).toBe("");
    expect(await flames.evaluate((most) => most())).toBe(moves ? 1 : 0);
    await page.getByText("Burned. It never left this page.").waitFor();
    await page.locator(".flames").waitFor({ state: "detached" });
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
      "unspeakable",
    );

    // The socket is alive and watched: what is said after it does leave.
    await visitor.say("speakable");
    await visitor.shows("speakable");
    expect(sent.filter((text) => text.includes("speakable")).length).toBeGreaterThan(0);
    expect(sent.filter((text) => text.includes("unspeakable"))).toEqual([]);
    await page.reload();
    await visitor.shows("speakable");
    await gone(page.getByText("unspeakable"));
    expect(await page.inputValue("#message")).toBe("");
    expect(complaints).toEqual([]);
  });
});

test("Send comes first after the textbox; what was burned comes back for five seconds, by a press or the keys", async () => {
  await using room = await openRoom();
  await using visitor = await signedIn(browser, room, {});
  const { page, complaints } = visitor;
  await page.locator(".send:enabled").waitFor();
  await page.fill("#message", "first");
  await page.press("#message", "Tab");
  await page.keyboard.press("Enter");
  await visitor.shows("first");

  await page.fill("#message", "second");
  expect(await page.locator(".burn").innerText()).toBe("Burn");
  await page.locator(".burn").click();
  await page.getByText("Burned. It never left this page.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await page.inputValue("#message")).toBe("second");

  await page.locator(".burn").click();
  expect(await page.inputValue("#message")).toBe("");
  await page.keyboard.press("Control+z");
  expect(await page.inputValue("#message")).toBe("second");
  expect(complaints).toEqual([]);
});
