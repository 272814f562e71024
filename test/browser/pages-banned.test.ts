/** Whoever is muted or banned reads why and until when on every page, in their language. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
let admin: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
  admin = await room.admin();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

async function sanction(kind: "mute" | "ban", userId: number, reason: string) {
  const body = { kind, user_id: userId, minutes: 60, reason };
  const answer = await room.call("POST", "/api/mod/sanctions", { token: admin, body });
  expect(answer.status).toBe(201);
}

test.each([
  ["en-US", "maya", 360, /^You are banned until .+\. Reason: .?shouting.?\. If you think/],
  ["de", "moritz", 1280, /^Du bist bis .+ gesperrt\. Grund: .?shouting.?\. Wenn du/],
])("the login page says it, and whom to ask, in %s", async (locale, name, width, told) => {
  const { id, email, password } = await room.member(name);
  await sanction("ban", id, "shouting");
  await using guest = await visit(browser, `${room.url}/login`, { width, locale });
  const { page } = guest;
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.locator("button.go").click();
  const alert = page.locator("form .error[role=alert]");
  await alert.waitFor();
  expect((await alert.textContent())?.replace(/[\u2066-\u2069]/g, "")).toMatch(told);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test("the open account page says when its account is muted, and when it is banned, after a reload too", async () => {
  const { id, token } = await room.member("lena");
  await using own = await signedIn(browser, room, { path: "/account", width: 360, token });
  const { page } = own;
  const standing = page.locator(".standing");
  await page.getByText("Signed in as").waitFor();
  expect(await standing.textContent()).toBe("");
  // As when the reader comes back to the tab.
  const comesBack = () =>
    page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await sanction("mute", id, "shouting");
  await comesBack();
  await page.getByText("You are muted until").waitFor();
  await sanction("ban", id, "a raid");
  await comesBack();
  await standing.getByText("a raid").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await standing.getByText("ask whoever runs this room").waitFor();
  await gone(page.getByText("Loading…"));
});

test("a moderator is told on the admin's page, and in the room after a reload, which waits for nothing", async () => {
  const { id } = await room.member("moe");
  const body = { user_id: id, moderator: true };
  await room.call("POST", "/api/admin/user/role", { token: admin, body });
  const signIn = { email: "moe@example.com", password: "password of moe" };
  const answer = await room.call("POST", "/api/auth/login", { body: signIn });
  const { access_token: token } = await answer.json();
  await using desk = await signedIn(browser, room, { path: "/admin", width: 1280, token });
  await using inRoom = await signedIn(browser, room, { width: 360, token });
  await inRoom.page.locator(".send:enabled").waitFor();
  await desk.page.getByRole("button", { name: "Raise shield" }).waitFor();
  await desk.page.getByText("Nothing has been said today.").waitFor();
  await sanction("mute", id, "shouting");
  await desk.page.getByText("You are muted until").waitFor();
  await sanction("ban", id, "a raid");
  await desk.page.getByText("a raid").first().waitFor();
  const banner = inRoom.page.locator(".banner.ended", { hasText: "a raid" });
  await banner.waitFor();
  await inRoom.page.reload();
  await banner.waitFor();
  await banner.getByText("ask whoever runs this room").waitFor();
  await gone(inRoom.page.getByText("Coming in…"));
});
