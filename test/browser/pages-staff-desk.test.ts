/** What staff have at hand in the room: the log held still, and slow mode. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { signedIn } from "./pages-signed-in.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  token = await room.admin();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

async function staff(options: { width: number; isTouch?: boolean; locale?: string }) {
  const page = await signedIn(browser, room, { ...options, token });
  await page.page.locator(".desk").waitFor();
  return page;
}

const texts = (page: Page) => page.locator(".msg:not(.tomb)").allTextContents();
/** Where everything in the log stands. */
const places = (page: Page) =>
  page
    .locator(".log > .note, .entries > *")
    .evaluateAll((all) => all.map((part) => Math.round(part.getBoundingClientRect().top)));

test("M held keeps the log still, counts what waits, and lets go where it comes up; not while one writes", async () => {
  const { client } = await join(room.wsUrl);
  await using admin = await staff({ width: 1280 });
  const { page } = admin;
  for (let n = 0; n < 30; n++) await heard(client, `earlier ${n}.`);
  await admin.shows("earlier 29.");
  await page.locator("h1").click();
  await page.keyboard.down("m");
  await page.getByText("Held", { exact: true }).waitFor();
  const stood = await places(page);
  for (const text of ["held one.", "held two."]) await heard(client, text);
  await page.getByText("Held: 2", { exact: true }).waitFor();
  await page.locator(".pill", { hasText: "2 new" }).waitFor();
  expect(await places(page)).toEqual(stood);
  await page.keyboard.up("m");
  await admin.shows("held two.");
  await page.getByRole("button", { name: "Hold", exact: true }).waitFor();
  await page.focus("#message");
  await page.keyboard.down("m");
  await heard(client, "not held.");
  await admin.shows("not held.");
  await page.keyboard.up("m");
  expect(await page.inputValue("#message")).toBe("m");
});

test("what is deleted while the log is held is gone at once, and its place stays until the log goes on", async () => {
  const { client } = await join(room.wsUrl);
  const { client: other } = await join(room.wsUrl);
  await using admin = await staff({ width: 360, isTouch: true });
  const { page } = admin;
  const tall = await heard(client, "one\ntwo\nthree of a tall one.");
  await heard(other, "of somebody else.");
  const own = await heard(client, "taken back.");
  await heard(other, "of somebody else again.");
  await admin.shows("of somebody else again.");
  await page.getByRole("button", { name: "Hold", exact: true }).tap();
  await page.getByText("Held", { exact: true }).waitFor();
  const stood = await places(page);
  await room.call("DELETE", `/api/mod/messages/${tall}`, { token });
  client.send({ type: "erase", id: own });
  await page.locator(".msg", { hasText: "taken back." }).waitFor({ state: "detached" });
  await page.locator(".msg", { hasText: "three of a tall one." }).waitFor({ state: "detached" });
  expect(await places(page)).toEqual(stood);
  expect(await page.locator(".tomb").allTextContents()).toEqual(["Removed by a moderator", ""]);
  await page.getByRole("button", { name: "Held", exact: true }).tap();
  await page.locator(".tomb", { hasText: /^$/ }).waitFor({ state: "detached" });
});

test("a held log goes on once its reader speaks, and is emptied when the room is", async () => {
  const { client } = await join(room.wsUrl);
  await using admin = await staff({ width: 1280 });
  const { page } = admin;
  const hold = page.getByRole("button", { name: "Hold", exact: true });
  await hold.click();
  await heard(client, "before I speak.");
  await page.getByText("Held: 1", { exact: true }).waitFor();
  await admin.say("mine lets go.");
  await admin.shows("mine lets go.");
  await hold.click();
  await page.getByText("Held", { exact: true }).waitFor();
  await room.call("DELETE", "/api/admin/clear-messages", { token });
  await page.getByText("A moderator emptied the room.").waitFor();
  expect(await texts(page)).toEqual([]);
});

test.each([360, 1280])(
  "slow mode is two presses away, at %i px, and everyone is told",
  async (width) => {
    const { client } = await join(room.wsUrl);
    await using admin = await staff({ width, isTouch: width === 360 });
    const { page } = admin;
    await page.getByRole("button", { name: "Slow: off" }).click();
    expect(await violationsInEveryTheme(page)).toEqual([]);
    const ten = page.getByRole("menuitemradio", { name: "10 s" });
    expect(await page.getByRole("menuitemradio", { checked: true }).textContent()).toContain("Off");
    await ten.click();
    expect((await client.next("mode")).slow_seconds).toBe(10);
    await page.getByRole("button", { name: "Slow: 10 s" }).click();
    await page.getByRole("menuitemradio", { name: "Off" }).click();
    await page.getByRole("button", { name: "Slow: off" }).waitFor();
  },
);

test("slow mode by keys", async () => {
  await using admin = await staff({ width: 1280 });
  const { page } = admin;
  await page.getByRole("button", { name: "Slow: off" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".menu button:focus", { hasText: "Off" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Slow: 3 s" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("0");
  await page.getByRole("button", { name: "Slow: off" }).waitFor();
  expect(admin.complaints).toEqual([]);
});

test("a keyboard on the screen that goes closes no menu, and it stays whole in view", async () => {
  const { client } = await join(room.wsUrl);
  await using admin = await staff({ width: 360, isTouch: true });
  const { page } = admin;
  await heard(client, "while one was writing.");
  await admin.shows("while one was writing.");
  await page.setViewportSize({ width: 360, height: 420 });
  await page.locator(".said .msg", { hasText: "while one was writing." }).tap();
  await page.getByRole("menu").waitFor();
  for (const height of [740, 420, 740]) {
    await page.setViewportSize({ width: 360, height });
    await page.waitForFunction(() => {
      const box = document.querySelector(".menu")?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight;
    });
  }
});

test("a desk that did not come is asked for again", async () => {
  await using admin = await signedIn(browser, room, { path: "/robots.txt", token });
  const { page } = admin;
  let refused = 0;
  await page.route(/assets\/desk/, (route) => (++refused > 2 ? route.continue() : route.abort()));
  await page.goto(room.url);
  await page.locator(".desk").waitFor();
  expect(refused).toBeGreaterThan(2);
});
