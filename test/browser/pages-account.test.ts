/** The page of one's own account, and the way back into it. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const NEW = "a newer password";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const tokenOf = (page: Page) => page.evaluate(() => localStorage.getItem("access_token"));

/** The room as somebody who is signed in sees it. */
async function enter(room: TestRoom, token: string) {
  const visitor = await visit(browser, `${room.url}/robots.txt`);
  await visitor.page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await visitor.page.goto(room.url);
  await visitor.page.locator(".self").waitFor();
  return visitor;
}

test("from the room one comes to the account, and changes the password; the room's tab goes on as the account", async () => {
  await using room = await openRoom();
  const { token, email, password } = await room.member("ann");
  await using visitor = await enter(room, token);
  const { page, context, complaints } = visitor;
  const account = await context.newPage();
  await account.goto(room.url);
  await account.getByRole("link", { name: "ann, your account" }).click();
  await account.getByText("Signed in as").waitFor();

  await account.fill("#password", "not that one");
  await account.fill("#new_password", "iloveyou");
  await press(account, "Change it");
  await account.locator("#new_password-note.error").waitFor();
  await account.fill("#new_password", NEW);
  await press(account, "Change it");
  await account.locator("#password-note.error").waitFor();
  await account.fill("#password", password);
  await press(account, "Change it");
  await account.getByText("It is changed.").waitFor();
  expect(await account.inputValue("#password")).toBe("");

  expect(await tokenOf(account)).toStartWith("eyJ");
  expect(await tokenOf(account)).not.toBe(token);
  expect((await room.call("GET", "/api/auth/me", { token })).status).toBe(401);
  await page.locator(".send:enabled").waitFor();
  await page.locator(".self", { hasText: "ann" }).waitFor();
  await visitor.say("still ann");
  await page
    .locator(".group", { hasText: "still ann" })
    .getByText("ann", { exact: true })
    .waitFor();
  const body = { email, password: NEW };
  expect((await room.call("POST", "/api/auth/login", { body })).status).toBe(200);
  const refusals = complaints.filter((line) => !/40[13]|422/.test(line));
  expect(refusals).toEqual([]);
});

test("a sign-in elsewhere is ended from the list, and all of them at once", async () => {
  await using room = await openRoom();
  const { token, email, password } = await room.member("ann");
  const elsewhere = await room.call("POST", "/api/auth/login", { body: { email, password } });
  const { access_token: other } = await elsewhere.json();
  await using visitor = await enter(room, token);
  const { page } = visitor;
  await page.goto(`${room.url}/account`);
  await page.locator(".sign-ins li").nth(1).waitFor();
  await page.getByRole("button", { name: /^Sign out what is signed in/ }).click();
  await page.getByText("It is signed out.").waitFor();
  // The list is asked for again after that.
  await page.locator(".sign-ins li").nth(1).waitFor({ state: "detached" });
  expect(await page.locator(".sign-ins li").count()).toBe(1);
  expect((await room.call("GET", "/api/auth/me", { token: other })).status).toBe(401);
  await press(page, "Sign out everywhere");
  await page.waitForURL(`${room.url}/login`);
  expect(await tokenOf(page)).toBeNull();
  expect((await room.call("GET", "/api/auth/me", { token })).status).toBe(401);
  await page.goto(`${room.url}/account`);
  await page.getByText("Sign in to see your account.").waitFor();
});

test("an account is deleted by whoever types its name and its password", async () => {
  await using room = await openRoom();
  const { token, password } = await room.member("ann");
  await using visitor = await enter(room, token);
  const { page } = visitor;
  await visitor.say("soon gone");
  await visitor.shows("soon gone");
  await page.goto(`${room.url}/account`);
  await page.fill("#leave-password", password);
  await page.fill("#confirm", "Ann");
  await press(page, "Delete it for good");
  await page.locator("#confirm-note.error").waitFor();
  await page.fill("#confirm", "ann");
  await press(page, "Delete it for good");
  await page.waitForURL(`${room.url}/`);
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await gone(page.locator(".msg", { hasText: "soon gone" }));
  expect((await room.call("GET", "/api/auth/me", { token })).status).toBe(401);
});

test("a link from an admin sets a new password, once, and its secret leaves the address", async () => {
  await using room = await openRoom();
  const { id, email } = await room.member("ann");
  const made = await room.call("POST", "/api/admin/user/reset", {
    token: await room.admin(),
    body: { user_id: id },
  });
  const { link } = await made.json();
  await using visitor = await visit(browser, link);
  const { page } = visitor;
  await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
  expect(page.url()).toBe(`${room.url}/login`);
  expect(await page.getAttribute("#new_password", "autocomplete")).toBe("new-password");
  await page.fill("#new_password", "seven77");
  await press(page, "Set the password");
  await page.locator("#new_password-note.error").waitFor();
  await page.fill("#new_password", NEW);
  await press(page, "Set the password");
  await page.getByText("Your password is set.").waitFor();
  await page.fill("#email", email);
  await page.fill("#password", NEW);
  await press(page, "Sign in");
  await page.locator(".self", { hasText: "ann" }).waitFor();

  await using late = await visit(browser, link);
  await late.page.fill("#new_password", NEW);
  await press(late.page, "Set the password");
  await late.page.getByText("This link has been used or has expired.").waitFor();
});

test("a sign-in that is an hour old is renewed by the page", async () => {
  await using room = await openRoom();
  const { token } = await room.member("ann");
  await using visitor = await enter(room, token);
  const { page } = visitor;
  await page.clock.install({ time: new Date(Date.now() + 3_700_000) });
  const renewed = page.waitForResponse((answer) => answer.url().endsWith("/api/auth/renew"));
  await page.goto(`${room.url}/account`);
  expect((await renewed).status()).toBe(200);
  await page.waitForFunction((old) => localStorage.getItem("access_token") !== old, token);
});

test("an admin makes a link for a new password, and deletes an account, from the list of people", async () => {
  await using room = await openRoom();
  await room.member("ann");
  await using visitor = await visit(browser, `${room.url}/robots.txt`);
  const { page } = visitor;
  const token = await room.admin();
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.goto(`${room.url}/admin#people`);
  await press(page, "Account of ann");
  await press(page, "Make a link");
  const link = await page.inputValue("#reset-link");
  expect(link).toStartWith(`${room.url}/login#reset=`);
  await using guest = await visit(browser, link);
  await guest.page.fill("#new_password", NEW);
  await press(guest.page, "Set the password");
  await guest.page.getByText("Your password is set.").waitFor();

  await press(page, "Delete it for good");
  await page.locator("#confirm-note.error").waitFor();
  await page.fill("#confirm", "ann");
  await press(page, "Delete it for good");
  await page.getByText(/^The account of .*ann.* is gone\.$/).waitFor();
  await page.getByRole("button", { name: "Account of ann" }).waitFor({ state: "detached" });
  const users = await (await room.call("GET", "/api/admin/users", { token })).json();
  expect(users.map(({ username }: { username: string }) => username)).toEqual(["admin"]);
});

test("a second step is set up with an app, asked for at the next sign-in, and turned off again", async () => {
  await using room = await openRoom();
  const { token, email, password } = await room.member("ann");
  await using visitor = await enter(room, token);
  const { page } = visitor;
  await page.goto(`${room.url}/account`);
  await page.fill("#begin-password", "not that one");
  await press(page, "Set it up");
  await page.locator("#begin-password-note.error").waitFor();
  await page.fill("#begin-password", password);
  await press(page, "Set it up");
  await page.getByRole("img", { name: "The key as a QR code" }).waitFor();
  const secret = ((await page.locator(".key").textContent()) ?? "").replaceAll(" ", "");
  await page.fill("#confirm-code", "000000x");
  await press(page, "Turn it on");
  await page.locator("#confirm-code-note.error").waitFor();
  await page.fill("#confirm-code", new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await press(page, "Turn it on");
  await page.locator(".codes .key").nth(9).waitFor();
  const codes = await page.locator(".codes .key").allTextContents();
  expect(codes.length).toBe(10);
  await press(page, "I have written them down");
  await page.getByText("It is on. 10 recovery codes are left.").waitFor();

  await page.evaluate(() => localStorage.removeItem("access_token"));
  await page.goto(`${room.url}/login`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.locator("form").getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Your account asks for a code too").waitFor();
  expect(await page.getAttribute("#code", "autocomplete")).toBe("one-time-code");
  await page.fill("#code", "that is none");
  await press(page, "Sign in");
  await page.locator("#code-note.error").waitFor();
  await page.fill("#code", codes[0] ?? "");
  await press(page, "Sign in");
  await page.locator(".self", { hasText: "ann" }).waitFor();

  await page.goto(`${room.url}/account`);
  await page.getByText("It is on. 9 recovery codes are left.").waitFor();
  await page.locator("summary", { hasText: "Turn the second step off" }).click();
  await page.fill("#end-password", password);
  await page.fill("#end-code", codes[1] ?? "");
  await press(page, "Turn the second step off");
  await page.getByText("It is off.").waitFor();
  const body = { email, password };
  expect((await room.call("POST", "/api/auth/login", { body })).status).toBe(200);
});
