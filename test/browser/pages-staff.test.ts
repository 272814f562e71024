/** What staff do on their page, at both sizes, and what of it a moderator sees. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { heard, join } from "../ws/joining.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const desk = (room: TestRoom, token: string, { width = 1280, path = "/admin" } = {}) =>
  signedIn(browser, room, { path, token, width, isTouch: width < 500 });

async function moderator(room: TestRoom, name = "moe") {
  const member = await room.member(name);
  const body = { user_id: member.id, moderator: true };
  await room.call("POST", "/api/admin/user/role", { token: await room.admin(), body });
  return member;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const outcome = (page: Page, text: string) => page.locator(".outcome", { hasText: text }).waitFor();
const more = (page: Page, text: string) =>
  page.locator(".rows li", { hasText: text }).locator(".icon").click();

describe.each([360, 1280])("at %i px", (width) => {
  test("who is muted from the live list is told until when and why, and may speak once it is lifted", async () => {
    await using room = await openRoom();
    const { client } = await join(room.wsUrl);
    await heard(client, "too loud");
    const { token } = await moderator(room);
    await using staff = await desk(room, token, { width });
    const { page } = staff;
    await more(page, "too loud");
    await page.getByLabel("Reason, if any").fill("Too loud.");
    await button(page, "10 minutes").click();
    expect(await client.next("muted")).toMatchObject({ reason: "Too loud." });

    await tab(page, "Sanctions");
    const entry = page.locator(".entries li");
    await entry.getByText("Reason: ").waitFor();
    expect(await entry.textContent()).toContain("Too loud.");
    await entry.getByRole("button").click();
    await page.getByText("Nobody is muted or banned.").waitFor();
    await client.next("muted", ({ until }) => until !== null && Date.parse(until) <= Date.now());
    await heard(client, "heard again");

    await tab(page, "Acts");
    await page.locator(".entries li").nth(2).waitFor();
    const acts = await page.locator(".entries li p:first-of-type").allTextContents();
    expect(acts.map((text) => text.replace(/ [a-z]+ \d+$/, ""))).toEqual([
      "lifted a sanction",
      "muted somebody",
      "made somebody a moderator",
    ]);
    expect(staff.complaints).toEqual([]);
  });

  test("a ban of a message's sender closes their room, and one press brings all of it back", async () => {
    await using room = await openRoom({ clock: virtualClock("2026-03-01T12:00:00Z") });
    const { client } = await join(room.wsUrl);
    await heard(client, "one of two");
    await heard(client, "two of two");
    await using staff = await desk(room, await room.admin(), { width });
    const { page } = staff;
    await more(page, "one of two");
    await button(page, "Ban").click();
    expect((await client.closed).code).toBe(4001);
    await page.getByText("two of two").waitFor({ state: "detached" });
    await button(page, "Undo").click();
    await page.getByText("two of two").waitFor();
    await tab(page, "Sanctions");
    await page.getByText("Nobody is muted or banned.").waitFor();
  });

  test("all that somebody said goes at once, and nothing of others", async () => {
    await using room = await openRoom();
    const [one, other] = [(await join(room.wsUrl)).client, (await join(room.wsUrl)).client];
    await heard(one, "first of one");
    await heard(other, "of another");
    await heard(one, "second of one");
    await using staff = await desk(room, await room.admin(), { width });
    const { page } = staff;
    await more(page, "first of one");
    await button(page, "Delete all they said").click();
    await outcome(page, "All that they said today is gone from every page.");
    await page.getByText("second of one").waitFor({ state: "detached" });
    expect(await page.locator(".rows p:not(.gone)").allTextContents()).toEqual(["of another"]);
  });

  test("a moderator sees what a moderator may call, and no refusal", async () => {
    await using room = await openRoom();
    const { client } = await join(room.wsUrl);
    await heard(client, "said before");
    const { token } = await moderator(room);
    const staff = await desk(room, token, { width, path: "/robots.txt" });
    await using _ = staff;
    const { page } = staff;
    const refused: string[] = [];
    page.on("response", (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    await page.goto(`${room.url}/admin#people`);
    await page.getByText("said before").waitFor();
    expect(await page.locator("nav a").allTextContents()).toEqual(["Now", "Sanctions", "Acts"]);
    await gone(page.getByText("Clear all messages"));
    await page.locator(".rows .act").click();
    await outcome(page, "The message is gone from every page.");
    await button(page, "10 s").click();
    await outcome(page, "One message every 10 s from now on.");
    await page.locator('[aria-pressed="true"]', { hasText: "10 s" }).waitFor();
    for (const name of ["Sanctions", "Acts"]) {
      await tab(page, name);
      await page.locator(".panel.alone h2").waitFor();
    }
    await page.getByText("slowed the room down").waitFor();
    expect(refused).toEqual([]);
    expect(staff.complaints).toEqual([]);
  });

  test("an admin makes a moderator and unmakes them, whose sign-ins then end", async () => {
    await using room = await openRoom();
    const maya = await room.member("maya");
    await using staff = await desk(room, await room.admin(), { width, path: "/admin#people" });
    const { page } = staff;
    const person = page.locator("tr", { hasText: "maya" });
    const choose = async (role: string) => {
      await button(page, "Role of maya").click();
      await page.getByLabel(role).check();
      await button(page, "Change the role").click();
      await outcome(page, `has another role now: ${role}.`);
    };
    await choose("Moderator");
    await person.getByText("Moderator").waitFor();
    const { token } = maya;
    expect((await room.call("GET", "/api/mod/audit", { token })).status).toBe(200);
    await choose("Member");
    await person.getByText("Moderator").waitFor({ state: "detached" });
    expect((await room.call("GET", "/api/auth/me", { token })).status).toBe(401);
  });

  test("everything is cleared only for who types how many messages there are", async () => {
    await using room = await openRoom();
    const { client } = await join(room.wsUrl);
    for (const n of [1, 2, 3]) await heard(client, `message ${n}`);
    await using staff = await desk(room, await room.admin(), { width });
    const { page } = staff;
    await button(page, "Clear all messages").click();
    const yes = button(page, "Clear them all");
    expect(await yes.isDisabled()).toBe(true);
    await page.getByLabel("There are 3 messages.").fill("2");
    await page.keyboard.press("Enter");
    expect(await yes.isDisabled()).toBe(true);
    await page.getByLabel("There are 3 messages.").fill("٣");
    await page.keyboard.press("Enter");
    expect((await client.next("cleared")).type).toBe("cleared");
    await outcome(page, "Everything said today is gone.");
  });
});

test("acts of staff are paged, and new ones come by themselves", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  const token = await room.admin();
  for (let n = 0; n < 60; n++) {
    const body = { slow_seconds: n % 2 === 0 ? 3 : 10 };
    await room.call("PUT", "/api/mod/mode", { token, body });
  }
  await using staff = await desk(room, token, { path: "/admin#acts" });
  const { page } = staff;
  const entries = page.locator(".entries li");
  await entries.nth(49).waitFor();
  expect(await entries.count()).toBe(50);
  await button(page, "Older acts").click();
  await entries.nth(59).waitFor();
  await gone(button(page, "Older acts"));
  await room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds: 0 } });
  await entries.getByText("ended slow mode").waitFor();
  expect(await entries.count()).toBe(61);
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await room.call("PUT", `/api/admin/topics/${day}`, { token, body: { topic: "Wet socks" } });
  const planned = entries.filter({ hasText: "planned the topic of a day" });
  await planned.waitFor();
  expect(await planned.textContent()).toContain(day.slice(0, 4));
});

test("what takes over a second is said to be under way", async () => {
  await using room = await openRoom();
  await using staff = await desk(room, await room.admin());
  const { page } = staff;
  const held = Promise.withResolvers<void>();
  await page.route("**/api/mod/mode", async (route) => {
    await held.promise;
    await route.continue();
  });
  await button(page, "30 s").click();
  await outcome(page, "Working…");
  held.resolve();
  await outcome(page, "One message every 30 s from now on.");
});

test("older messages come page by page for a moderator too", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  await using client = await connect(room.wsUrl);
  client.send({ type: "hello" });
  await client.next("welcome");
  for (let n = 0; n < 130; n++) await heard(client, `message ${n}`);
  const { token } = await moderator(room);
  await using staff = await desk(room, token);
  const { page } = staff;
  await page.locator(".rows li").nth(99).waitFor();
  await button(page, "Older messages").click();
  await page.getByText("message 0", { exact: true }).waitFor();
  expect(await page.locator(".rows li").count()).toBe(130);
});
