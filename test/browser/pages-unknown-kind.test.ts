/** What a page makes of an event of a kind that only a newer server knows. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { inflateSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { ServerFrame } from "../../src/wire/frames.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Every `quiet` reaches the page as an event that it does not know. Says how many did. */
async function renewed(page: Page): Promise<() => number> {
  let unknown = 0;
  await page.routeWebSocket(/\/ws$/, (near) => {
    const far = near.connectToServer();
    far.onMessage((data) => {
      const text = typeof data === "string" ? data : inflateSync(data).toString();
      const events = ServerFrame.parse(JSON.parse(text)).map((event) => {
        if (event.type !== "quiet") return event;
        unknown++;
        return { ...event, type: "not_known_yet", more: { a: [1] } };
      });
      near.send(JSON.stringify(events));
    });
  });
  return () => unknown;
}

test.each([
  ["the room", "/", ".msg"],
  ["the admin's live list", "/admin", ".rows p"],
])(
  "%s goes on after an event of a kind that it does not know, as after `quiet`",
  async (_page, path, line) => {
    await using room = await openRoom();
    const { client: speaker } = await join(room.wsUrl);
    const token = await room.admin();
    const bob = await room.member("bob");
    await using visitor = await visit(browser, `${room.url}/robots.txt`);
    const { page, complaints } = visitor;
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
    const unknown = await renewed(page);
    await page.goto(room.url + path);
    await heard(speaker, "before");
    await page.locator(line, { hasText: "before" }).waitFor();
    await room.call("POST", "/api/admin/user/ban", { token, body: { user_id: bob.id } });
    await heard(speaker, "after");
    await page.locator(line, { hasText: "after" }).waitFor();
    expect({ unknown: unknown(), complaints }).toEqual({ unknown: 1, complaints: [] });
  },
);
