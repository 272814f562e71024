/**
 * Nothing is cut or pushed sideways: every state in every language, at three widths, with letters of
 * the usual size and of twice that. The longest names, zone, topic and numbers, never chance.
 */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, CDPSession, Page } from "playwright-core";
import type { Language } from "../../web/words/catalogues.ts";
import { isLanguage, LANGUAGES } from "../../web/words/languages.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { overflowIn } from "./pages-overflow.ts";
import { type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const WIDTHS = [320, 360, 1280];
/** What the browser is set to, and what a reader chose beside it. */
const LETTERS = [
  { standard: 16, choice: "", shown: 16 },
  { standard: 32, choice: "", shown: 32 },
];
const CHOSEN = [
  { standard: 16, choice: "large", shown: 20 },
  { standard: 16, choice: "largest", shown: 24 },
];
/** The widest that a guest is given. */
const GUEST = "Exasperated Salamander 999";
/** The widest that an account may have. */
const MEMBER = "W".repeat(50);
const TOPIC = "Straßenbahnhaltestellenüberdachungen and who pays for them, "
  .repeat(4)
  .slice(0, 200);
const RULES = "1. Donaudampfschifffahrtsgesellschaft.\n".repeat(13).slice(0, 500);

let browser: Browser;
let room: TestRoom;
/** Nobody has made its first admin. */
let unopened: TestRoom;
let visitor: Visit;
let page: Page;
let screen: CDPSession;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  browser = await openBrowser();
  const env = { DAILY_TOPIC: "Printers", TIMEZONE: "America/Argentina/ComodRivadavia" };
  room = await openRoom({ env });
  unopened = await openRoom({ env: { ...env, ADMIN_PASSWORD: "", TIMEZONE: "" } });
  tokens["admin"] = await room.admin();
  tokens["member"] = (await room.member(MEMBER)).token;
  await using speaker = await connect(room.wsUrl);
  speaker.send({ type: "hello", token: tokens["member"] });
  for (const text of ["It jammed.", `${"w".repeat(150)} and שלום`]) {
    speaker.send({ type: "say", ref: text.slice(0, 9), text });
    const { seq } = await speaker.next("ack");
    if (text.startsWith("w")) await mute(seq);
  }
  visitor = await visit(browser, `${room.url}/robots.txt`, { width: 320, isTouch: true });
  page = visitor.page;
  screen = await visitor.context.newCDPSession(page);
});
afterAll(async () => {
  await visitor[Symbol.asyncDispose]();
  await room.stop();
  await unopened.stop();
  await browser.close();
});

async function mute(message: number): Promise<void> {
  const body = { kind: "mute", message, minutes: 600, reason: "w".repeat(80) };
  await room.call("POST", "/api/mod/sanctions", { token: tokens["admin"] ?? "", body });
}

/** A page, who opens it, what it shows once it is there, and what is done to it. */
interface State {
  path: string;
  as?: "admin" | "member";
  /** Whether it is of the room that has no admin. */
  isUnopened?: true;
  ready: string;
  act?: () => Promise<void>;
}

const pressed = (selector: string, then: string) => async () => {
  await page.locator(selector).click();
  await page.locator(then).first().waitFor();
};
const busy = async () => {
  const call = { token: tokens["admin"] ?? "", body: { topic: TOPIC, rules: RULES } };
  await room.call("POST", "/api/admin/topic", call);
  await page.locator("h1.long").waitFor();
};
const calm = async () => {
  const call = { token: tokens["admin"] ?? "", body: { topic: "Printers", rules: "Be kind." } };
  await room.call("POST", "/api/admin/topic", call);
};

const STATES: Record<string, State> = {
  "the room": { path: "/", ready: ".send:enabled" },
  "the room, long topic": { path: "/", ready: ".send:enabled", act: busy },
  "the room, unfolded": { path: "/", ready: ".more", act: pressed(".more", ".head.open") },
  "the room, too much written": {
    path: "/",
    ready: ".send:enabled",
    act: async () => {
      await calm();
      await page.fill("#message", "w".repeat(501));
      await page.locator(".count.over").waitFor();
    },
  },
  "how we forget": {
    path: "/",
    ready: ".send:enabled",
    act: pressed("footer .foot .quiet >> nth=1", "dialog[open]"),
  },
  settings: { path: "/", ready: ".send:enabled", act: pressed("footer .settings", "dialog[open]") },
  "the room, as a member": { path: "/", as: "member", ready: ".standing.bad" },
  "the room, as admin": { path: "/", as: "admin", ready: ".desk" },
  login: { path: "/login", ready: "form" },
  "register, with errors": {
    path: "/login",
    ready: "form",
    act: async () => {
      await page.locator("[role=tab]").nth(1).click();
      await page.locator("form .go").click();
      await page.locator("#password-note.error").waitFor();
    },
  },
  "setup, with errors": {
    ...{ path: "/login", isUnopened: true, ready: "form" },
    act: pressed("form .go", "#password-note.error"),
  },
  "setup, spent": { path: "/login#setup=secret", ready: "a.go" },
  "login, signed in": { path: "/login", as: "member", ready: ".ways-on" },
  account: { path: "/account", as: "member", ready: ".sign-ins li" },
  "admin, now": { path: "/admin", as: "admin", ready: ".rows li" },
  "admin, sanctions": { path: "/admin#sanctions", as: "admin", ready: ".entries li" },
  "admin, acts": { path: "/admin#acts", as: "admin", ready: ".entries li" },
  "admin, topics": { path: "/admin#topics", as: "admin", ready: ".topic-rows li" },
  "admin, people": { path: "/admin#people", as: "admin", ready: "tbody tr" },
};

const languages = Object.keys(LANGUAGES).filter(isLanguage);

test.each(languages)("%s: every state, at every width and size of letters", async (language) => {
  const found: string[] = [];
  // Its words are the longest: what is between both sizes is looked at in one language.
  const sizes = language === "de" ? [...LETTERS, ...CHOSEN] : LETTERS;
  for (const [name, state] of Object.entries(STATES)) {
    await open(state, language);
    for (const { standard, choice, shown } of sizes) {
      await screen.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
      await page.evaluate((one) => {
        document.documentElement.dataset["choices"] = one;
      }, choice);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 });
        await lengthen(page);
        expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe(
          `${shown}px`,
        );
        for (const what of await overflowIn(page)) found.push(`${name} ${width}/${shown}: ${what}`);
      }
    }
    await page.setViewportSize({ width: 320, height: 740 });
    await screen.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 16 } });
  }
  expect(found).toEqual([]);
});

async function open(state: State, language: Language): Promise<void> {
  const { path, as, isUnopened, ready, act } = state;
  const { url } = isUnopened ? unopened : room;
  await page.goto(`${url}/robots.txt`);
  await page.evaluate(
    ([spoken, token]) => {
      localStorage.clear();
      sessionStorage.clear();
      localStorage.setItem("language", spoken);
      if (token) localStorage.setItem("access_token", token);
    },
    [language, as ? tokens[as] : undefined] as const,
  );
  await page.goto(isUnopened ? (unopened.app.setupUrl?.href ?? "") : url + path);
  await page.locator(ready).first().waitFor();
  await act?.();
}

/** Names that are given by chance, and numbers that are small in a test, as long as they get. */
function lengthen(shown: Page): Promise<void> {
  return shown.evaluate((guest) => {
    for (const name of document.querySelectorAll("bdi")) {
      if (/ \d{1,3}$/.test(name.textContent ?? "")) name.textContent = guest;
    }
    for (const number of document.querySelectorAll("dd, .live > span")) {
      if (number.childElementCount > 0) continue;
      number.textContent = (number.textContent ?? "").replace(/^\D*\d[\d.,\s]*/, "123,456 ");
    }
  }, GUEST);
}
