/** Every page, its panels and its dialogs: in every theme, at both sizes, read from either side. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { catalogues } from "../../web/words/catalogues.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violationsInEveryTheme } from "./pages-axe.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const LONG = "w".repeat(150);
const { en, ar } = catalogues;
const english = { ...en.words, ...en.office, forgetting: en.forgetting.forget };
const arabic = { ...ar.words, ...ar.office, forgetting: ar.forgetting.forget };
const LANGUAGES = { en: english, ar: arabic };

let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { DAILY_TOPIC: `A topic with one long word: ${LONG}` } });
  token = await room.admin();
  await room.member("a".repeat(50));
  await room.member("somebody");
  await using speaker = await visit(browser, room.url);
  await speaker.say(`${LONG} and שלום`);
  await speaker.shows(LONG);
  await speaker.say("gone again");
  await speaker.shows("gone again");
  const tomorrow = (await (await room.call("GET", "/api/admin/topics", { token })).json()).days[0];
  const planned = { topic: `Planned: ${LONG}`, rules: `And ${LONG}` };
  await room.call("PUT", `/api/admin/topics/${tomorrow.date}`, { token, body: planned });
  const rotation = { topics: [planned, { topic: "מסתובב" }] };
  await room.call("PUT", "/api/admin/rotation", { token, body: rotation });
  const listed = await (await room.call("GET", "/api/admin/messages", { token })).json();
  await room.call("DELETE", `/api/admin/message/${listed[0].id}`, { token });
  const body = { kind: "mute", message: listed[1].id, reason: LONG };
  await room.call("POST", "/api/mod/sanctions", { token, body });
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

type Words = typeof english;
/** Brings a page to something more that it shows. */
type Step = (page: Page, words: Words) => Promise<unknown>;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const closed = async (page: Page) => {
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
};
const dialog = (name: (words: Words) => string): Step[] => [
  async (page, words) => {
    await press(page, name(words));
    await page.locator("dialog[open]").waitFor();
  },
];

const CHAT: Step[] = [
  (page) => page.locator(".send:enabled").waitFor(),
  async (page) => {
    await page.fill("#message", "w".repeat(501));
    await page.locator(".count.over").waitFor();
    await page.fill("#message", "a bell: \u0007");
    await page.locator(".send:enabled").click();
    await page.locator(".state.bad").waitFor();
  },
  ...dialog((words) => words.cool.title),
  closed,
  ...dialog((words) => words.help.title),
  closed,
  ...dialog((words) => words.settings.title),
  closed,
  ...dialog((words) => words.forget.title),
  (page, words) => press(page, words.forgetting.me),
];
const LOGIN: Step[] = [
  (page) => page.locator("form").waitFor(),
  async (page, words) => {
    await page.getByRole("tab", { name: words.login.register }).click();
    await press(page, words.login.register);
    await page.locator("#password-note.error").waitFor();
  },
];
const RESET: Step[] = [
  async (page, words) => {
    await press(page, words.login.reset);
    await page.locator("#new_password-note.error").waitFor();
  },
];
const ACCOUNT: Step[] = [
  (page) => page.locator(".sign-ins li").first().waitFor(),
  async (page) => {
    for (const button of ["form .go", "form .panic"]) await page.locator(button).first().click();
    await page.locator("#leave-password-note.error").waitFor();
  },
];
const ADMIN: Step[] = [
  async (page) => {
    await page.locator(".rows li").first().waitFor();
    await page.locator(".u-wrap").nth(2).waitFor();
  },
  ...dialog((words) => words.admin.clear),
  closed,
  async (page) => {
    await page.locator(".rows .icon").first().click();
    await page.locator("dialog[open]").waitFor();
  },
  closed,
  async (page, words) => {
    await page.getByRole("link", { name: words.sanctions.tab }).click();
    await page.locator(".entries li").first().waitFor();
  },
  async (page, words) => {
    await page.getByRole("link", { name: words.audit.tab }).click();
    await page.locator(".entries li").nth(1).waitFor();
  },
  async (page, words) => {
    await page.getByRole("link", { name: words.admin.topics }).click();
    await page.locator(".topic-rows li").nth(14).waitFor();
  },
  async (page) => {
    await page.locator(".topic-rows .act").first().click();
    await page.locator(".topic-more .act").first().click();
    await page.locator('input[type="date"]').waitFor();
  },
  async (page, words) => {
    await page.getByRole("link", { name: words.admin.people }).click();
    await page.locator("tbody tr").nth(2).waitFor();
  },
  ...dialog((words) => words.role.label("somebody")),
  closed,
  ...dialog((words) => words.owner.label("somebody")),
  async (page, words) => {
    await press(page, words.owner.reset);
    await page.locator("#reset-link").waitFor();
    await page.locator(".panic:visible").click();
    await page.locator("#confirm-note.error").waitFor();
  },
  closed,
  ...dialog((words) => words.admin.banLabel("somebody")),
];

const PAGES: [name: string, path: string, isAdmin: boolean, steps: Step[]][] = [
  ["room", "/", false, CHAT],
  ["room, to its admin,", "/", true, CHAT.slice(0, 1)],
  ["login page", "/login", false, LOGIN],
  ["form of a reset link", "/login#reset=secret", false, RESET],
  ["page of one's account", "/account", true, ACCOUNT],
  ["admin's page", "/admin", true, ADMIN],
];

describe.each(PAGES)("the %s", (_name, path, isAdmin, steps) => {
  for (const locale of ["en", "ar"] as const) {
    for (const width of [360, 1280]) {
      test(`is accessible in every theme, ${width} wide, in ${locale}, without sideways scroll`, async () => {
        await using visitor = await visit(browser, `${room.url}/robots.txt`, {
          width,
          locale,
          isTouch: width < 500,
        });
        const { page, complaints } = visitor;
        if (isAdmin)
          await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
        await page.goto(room.url + path);
        for (const step of steps) {
          await step(page, LANGUAGES[locale]);
          if (step === closed) continue;
          expect(await violationsInEveryTheme(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
        expect(complaints).toEqual([]);
      });
    }
  }
});
