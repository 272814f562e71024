/** Whether a press acts on what was under the finger when it began, though the list moves meanwhile. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { HANDS, middleOf, putDown } from "./pages-pointers.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const TRIES = 6;
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

/** The list shows the message, or holds still and says that one waits. */
function hasHeard(text: string): boolean {
  const list = document.querySelector(".rows")?.textContent ?? "";
  return list.includes(text) || /1/.test(document.querySelector("h2 small")?.textContent ?? "");
}

test.each(HANDS)(
  "%s deletes what it was put on, whoever speaks meanwhile",
  async (_by, width, pointerOf) => {
    const { client: speaker } = await join(room.wsUrl);
    const token = await room.admin();
    await using admin = await visit(browser, `${room.url}/robots.txt`, {
      width,
      isTouch: width === 360,
    });
    const { page } = admin;
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
    await page.goto(`${room.url}/admin`);
    const pointer = await pointerOf(page);
    for (let tried = 0; tried < TRIES; tried++) {
      await heard(speaker, `bystander ${width} ${tried}`);
      await heard(speaker, `aimed at ${width} ${tried}`);
      const row = page.locator(".rows li", { hasText: `aimed at ${width} ${tried}` });
      await row.waitFor();
      const [x, y] = await putDown(pointer, row.locator(".act"));
      await heard(speaker, `meanwhile ${width} ${tried}`);
      await page.waitForFunction(hasHeard, `meanwhile ${width} ${tried}`);
      await pointer.up(x, y);
      await row.waitFor({ state: "detached" });
      await page.mouse.move(0, 0);
    }
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    const texts: string[] = messages.map(({ text }: { text: string }) => text);
    const stand = texts.filter((text) => text.includes(`${width}`));
    expect(stand).toEqual(
      Array.from({ length: TRIES }, (_, tried) => [
        `bystander ${width} ${tried}`,
        `meanwhile ${width} ${tried}`,
      ]).flat(),
    );
  },
);

test.each(HANDS)(
  "%s asks to ban whom it was put on, though the list moves meanwhile",
  async (_by, width, pointerOf) => {
    await using people = await openRoom();
    for (const name of ["first", "second", "third", "fourth"]) {
      await people.member(`${name}_with_a_long_name`);
    }
    const token = await people.admin();
    await using admin = await visit(browser, `${people.url}/robots.txt`, {
      width: 360,
      isTouch: width === 360,
    });
    const { page } = admin;
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
    // All of the list in sight: a page that is scrolled moves with what moves in it.
    await page.setViewportSize({ width: 360, height: 1_200 });
    await page.goto(`${people.url}/admin#people`);
    const row = (name: string) => page.locator("tbody tr", { hasText: name });
    const ban = (name: string) => row(name).getByRole("button", { name: `Ban ${name}` });
    await ban("first").click();
    const listed = Promise.withResolvers<void>();
    await page.route("**/api/admin/users?*", async (route) => {
      await listed.promise;
      await route.continue();
    });
    await page.getByRole("dialog").getByRole("button", { name: "Ban", exact: true }).click();
    await page.locator(".outcome", { hasText: "is banned." }).waitFor();
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(pointer, ban("third"));
    listed.resolve();
    await row("first").getByText("banned").waitFor();
    expect((await middleOf(ban("third")))[1]).not.toBe(y);
    await pointer.up(x, y);
    await page.getByRole("dialog", { name: /third_with_a_long_name/ }).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
  },
);
