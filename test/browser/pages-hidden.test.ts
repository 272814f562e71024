/** What newcomers said just before the shield: out of sight, and cleaned by staff in three presses. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { type VirtualClock, virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { heard, join } from "../ws/joining.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;
const RAIDERS = 12;
let browser: Browser;
let room: TestRoom;
let clock: VirtualClock;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  clock = virtualClock("2026-03-01T11:00:00Z");
  // Enough of newcomers at once for something to be hidden.
  const env = { NEWCOMERS_PER_SECOND: "100", TRUSTED_PROXIES: "127.0.0.1" };
  room = await openRoom({ clock, env });
  token = await room.admin();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

/** Each on a range of addresses of its own, and each with a text of its own. */
async function raid(prefix: string) {
  for (let n = 0; n < RAIDERS; n++) {
    const client = await connect(room.wsUrl, { headers: { "X-Forwarded-For": `10.1.${n}.1` } });
    client.send({ type: "hello" });
    await client.next("welcome");
    await heard(client, `${prefix} ${n}.`);
    await client.close();
  }
}

const endShield = () => room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 0 } });
const texts = (page: Page) => page.locator(".msg:not(.tomb)").allTextContents();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

test.each([
  ["a finger", 360],
  ["a mouse", 1280],
])("a raid is cleaned by %s in three presses, and who was there before stays", async (_, width) => {
  const isTouch = width === 360;
  const { client: known } = await join(room.wsUrl);
  await heard(known, `I was here ${width}.`);
  await clock.advance(4 * MINUTE);
  await heard(known, `And I still am ${width}.`);
  await using moderator = await signedIn(browser, room, { width, isTouch, token });
  const { page } = moderator;
  await page.locator(".desk").waitFor();
  await raid(`raid ${width}`);
  await moderator.shows(`raid ${width} ${RAIDERS - 1}.`);
  let presses = 0;
  const press = async (what: ReturnType<typeof button>) => {
    presses++;
    await (isTouch ? what.tap() : what.click());
  };
  await press(button(page, "Raise shield"));
  await page.locator(".msg", { hasText: "raid" }).first().waitFor({ state: "detached" });
  await press(button(page, `${RAIDERS} hidden`));
  await page.getByRole("dialog").getByText(`raid ${width} 0.`).waitFor();
  await press(button(page, `Remove ${RAIDERS} messages`));
  await page.getByText(`${RAIDERS} messages removed.`).waitFor();
  await button(page, `${RAIDERS} hidden`).waitFor({ state: "detached" });
  expect(presses).toBeLessThanOrEqual(3);
  expect((await texts(page)).filter((text) => text.includes("raid"))).toEqual([]);
  await moderator.shows(`And I still am ${width}.`);
  expect(moderator.complaints).toEqual([]);
  await endShield();
  await known.close();
});

test("by keys it is read and kept, and stands where it stood", async () => {
  await clock.advance(2 * MINUTE);
  await using reader = await visit(browser, room.url, { width: 1280 });
  await using moderator = await signedIn(browser, room, { width: 1280, token });
  const { page } = moderator;
  await page.locator(".desk").waitFor();
  await raid("honest");
  await reader.shows(`honest ${RAIDERS - 1}.`);
  const { client } = await join(room.wsUrl, { token });
  await heard(client, "A word of staff.");
  await button(page, "Raise shield").focus();
  await page.keyboard.press("Enter");
  await reader.page.locator(".msg", { hasText: "honest" }).first().waitFor({ state: "detached" });
  await button(page, `${RAIDERS} hidden`).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("honest 0.").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("Keep");
  await page.keyboard.press("Enter");
  await page.getByText("They stand where they stood.").waitFor();
  await reader.shows("honest 0.");
  const last = (await texts(reader.page)).slice(-RAIDERS - 1);
  expect(last.map((text) => text.trim())).toEqual([
    ...Array.from({ length: RAIDERS }, (_, n) => `honest ${n}.`),
    "A word of staff.",
  ]);
  await endShield();
});

test("whoever said it is told that it waits, and that alone; a removal is undone into hiding", async () => {
  await clock.advance(2 * MINUTE);
  await using author = await visit(browser, room.url, { width: 360 });
  await author.say("I came a moment ago.");
  await author.shows("I came a moment ago.");
  await using other = await visit(browser, room.url, { width: 360 });
  await other.shows("I came a moment ago.");
  await using moderator = await signedIn(browser, room, { width: 1280, token });
  const { page } = moderator;
  await button(page, "Raise shield").click();
  const told = (where: Page) =>
    where.locator(".note", { hasText: "out of sight until staff have looked at it" });
  await told(author.page).waitFor();
  await other.page.locator(".msg", { hasText: "a moment ago" }).waitFor({ state: "detached" });
  await gone(told(other.page));
  await button(page, "1 hidden").click();
  await button(page, "Remove 1 message").click();
  await button(page, "Undo").click();
  await button(page, "1 hidden").click();
  await button(page, "Keep 1 message").click();
  await author.shows("I came a moment ago.");
  await endShield();
});

test.each([
  [360, "en-US"],
  [1280, "ar"],
])(
  "it is read and decided on at the admin's page too, %d wide in %s, accessibly in every theme",
  async (width, locale) => {
    await clock.advance(2 * MINUTE);
    await raid(`desk ${width}`);
    await using room_ = await signedIn(browser, room, { width, locale, token });
    await using desk = await signedIn(browser, room, { path: "/admin", width, locale, token });
    await room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });
    await room_.page.locator(".tool.urgent").click();
    await room_.page.getByRole("dialog").getByText(`desk ${width} 0.`).waitFor();
    expect(await violationsInEveryTheme(room_.page)).toEqual([]);
    const list = desk.page.locator(".hidden");
    await list.getByText(`desk ${width} 0.`).waitFor();
    expect(await violationsInEveryTheme(desk.page)).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await list.locator(".bad").click();
    await list.waitFor({ state: "detached" });
    await room_.page.locator(".tool.urgent").waitFor({ state: "detached" });
    expect([...desk.complaints, ...room_.complaints]).toEqual([]);
    await endShield();
  },
);
