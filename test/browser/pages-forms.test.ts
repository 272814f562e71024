import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { ADMIN, openRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.fill("#email", email);
  await page.fill("#password", password);
  await press(page, "Sign in");
}

test("somebody new registers, signs in, speaks under that name, and signs out", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  await page.getByRole("tab", { name: "Register" }).click();
  await page.fill("#email", "bob@example.com");
  await page.fill("#username", "bob");
  await page.fill("#password", "a long password");
  await press(page, "Register");
  await page.getByText("Your account is made.").waitFor();
  expect(await page.inputValue("#email")).toBe("bob@example.com");
  await page.fill("#password", "a long password");
  await press(page, "Sign in");
  await page.locator(".self", { hasText: "bob" }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem("access_token"))).not.toBeNull();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem("access_token"))).toBeNull();
});

test("where a browser keeps nothing, it is said that a sign-in cannot stay", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  const note = page.getByText("This browser keeps nothing for this page");
  await gone(note);
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get: () => {
        throw new DOMException("Nothing is kept.", "SecurityError");
      },
    });
  });
  await page.reload();
  await note.waitFor();
});

test("what is wrong is said beside its field, whoever notices it", async () => {
  await using room = await openRoom();
  await room.member("taken");
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  await page.getByRole("tab", { name: "Register" }).click();
  await page.fill("#email", "nowhere");
  await page.fill("#username", "x");
  await press(page, "Register");
  await page.locator("#email-note.error").waitFor();
  expect(await page.textContent("#password-note")).toBe("This is needed.");
  expect(await page.getAttribute("#username", "aria-describedby")).toBe("username-note");

  await page.fill("#email", "new@example.com");
  await page.fill("#username", "taken");
  await page.fill("#password", "a long password");
  await press(page, "Register");
  await page.locator("#username-note.error").waitFor();

  await page.getByRole("tab", { name: "Sign in" }).click();
  await signIn(page, "taken@example.com", "not the password");
  await page.locator("#password-note.error").waitFor();
  expect(await page.locator("#password").evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
});

test("the first field that is wrong has the focus, and its error describes it", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  await page.getByRole("tab", { name: "Register" }).click();
  await page.fill("#email", "bob@example.com");
  await page.fill("#username", "x");
  await press(page, "Register");
  await page.locator("#username-note.error").waitFor();
  const field = page.locator("#username");
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await field.getAttribute("aria-describedby")).toBe("username-note");
});

test("a password manager knows each field, pasting works, and a password can be shown", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  const kept = (id: string) => page.getAttribute(id, "autocomplete");
  expect([await kept("#email"), await kept("#password")]).toEqual(["username", "current-password"]);
  await page.fill("#email", "pasted");
  await page.focus("#email");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+X");
  await page.focus("#password");
  await page.keyboard.press("Control+V");
  expect(await page.inputValue("#password")).toBe("pasted");
  await press(page, "Show password");
  expect(await page.getAttribute("#password", "type")).toBe("text");
  await press(page, "Hide password");
  expect(await page.getAttribute("#password", "type")).toBe("password");
  await page.getByRole("tab", { name: "Register" }).click();
  expect([await kept("#email"), await kept("#password")]).toEqual(["username", "new-password"]);
});

test("who types a password with caps lock on is told, beside the field, until it is off", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page } = visitor;
  const key = (modifierCapsLock: boolean) =>
    page.dispatchEvent("#password", "keydown", { key: "A", modifierCapsLock });
  const hint = page.getByText("Caps Lock is on.");
  await page.focus("#password");
  await key(true);
  await hint.waitFor();
  await key(false);
  await hint.waitFor({ state: "detached" });
});

test("an error moves nothing under the finger", async () => {
  await using room = await openRoom();
  await using visitor = await visit(browser, `${room.url}/login`, { width: 360 });
  const { page } = visitor;
  const button = page.getByRole("button", { name: "Sign in", exact: true });
  const place = await button.boundingBox();
  await signIn(page, ADMIN.email, "not the password");
  await page.locator("#password-note.error").waitFor();
  expect(await button.boundingBox()).toEqual(place);
});

test("the admin page turns away who is no admin, and says why", async () => {
  await using room = await openRoom();
  const bob = await room.member("bob");
  await using visitor = await visit(browser, `${room.url}/static/admin.html`);
  const { page } = visitor;
  await page.getByText("Sign in as an admin or a moderator to see that page.").waitFor();
  await signIn(page, bob.email, bob.password);
  await page.waitForURL(`${room.url}/`);
  await page.goto(`${room.url}/admin`);
  await page.getByText("That page is for admins and moderators").waitFor();
});

test("an admin follows the room, deletes, changes the topic, bans, and clears", async () => {
  await using room = await openRoom();
  const bob = await room.member("bob");
  await using reader = await visit(browser, room.url);
  await using visitor = await visit(browser, `${room.url}/login`);
  const { page, complaints } = visitor;
  await signIn(page, ADMIN.email, ADMIN.password);
  await page.waitForURL(`${room.url}/admin`);
  await page.locator(".figures").waitFor();

  await reader.say("one");
  await reader.say("two");
  await page.locator(".rows li", { hasText: "one" }).getByText("Delete").click();
  await reader.page.getByText("Removed by a moderator").waitFor();
  await reader.shows("two");

  await page.fill("#topic", "Wet socks");
  await press(page, "Change it for everyone");
  await reader.page.getByRole("heading", { name: "Wet socks" }).waitFor();

  await page.getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Ban bob" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "Ban" }).click();
  await page.getByRole("button", { name: "Lift the ban on bob" }).waitFor();
  expect((await room.call("GET", "/api/auth/me", { token: bob.token })).status).not.toBe(200);

  await page.getByRole("link", { name: "Now" }).click();
  await press(page, "Clear all messages");
  await page.getByLabel("There are 1 messages.").fill("1");
  await press(page, "Clear them all");
  await reader.page.getByText("A moderator emptied the room.").waitFor();
  await page.getByText("Nothing has been said today.").waitFor();
  await press(page, "Sign out");
  await page.waitForURL(`${room.url}/login`);
  expect(complaints).toEqual([]);
});
