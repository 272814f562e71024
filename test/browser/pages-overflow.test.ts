/**
 * Nothing is cut or pushed sideways: every state in every language, at three widths, with letters of
 * the usual size and of twice that. The longest names, zone, topic and numbers, never chance. And
 * nothing is said in English, as languages of other letters show.
 */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, CDPSession, Page } from "playwright-core";
import { claimsOf } from "../../web/shared/token.ts";
import type { Language } from "../../web/words/catalogues.ts";
import { isLanguage, LANGUAGES } from "../../web/words/languages.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { noonIn } from "../harness/noon-zone.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { englishIn } from "./pages-english.ts";
import { measure } from "./pages-overflow.ts";
import { type State, statesOf } from "./pages-overflow-states.ts";
import { PlayedRoom } from "./pages-played.ts";
import { type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const WINDOWS = [320, 360, 1280].map((width) => ({ width, height: 740 }));
/** A low phone, for states in which the most stands around the textbox. */
const LOWEST = { width: 320, height: 568 };
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
/** English would be seen among these letters. */
const OTHER_LETTERS = new Set<Language>(["ar", "hi", "ja", "he"]);

let browser: Browser;
let room: TestRoom;
/** Nobody has made its first admin. */
let unopened: TestRoom;
let visitor: Visit;
let page: Page;
let screen: CDPSession;
let played: PlayedRoom;
let states: Record<string, State>;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  browser = await openBrowser();
  const TIMEZONE = "America/Argentina/ComodRivadavia";
  const env = { DAILY_TOPIC: "Printers", TIMEZONE };
  const clock = noonIn(TIMEZONE);
  room = await openRoom({ env, clock });
  unopened = await openRoom({ clock, env: { ...env, ADMIN_PASSWORD: "", TIMEZONE: "" } });
  tokens["admin"] = await room.admin();
  const { token, password } = await room.member(MEMBER);
  tokens["member"] = token;
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
  played = await PlayedRoom.on(page, { guest: GUEST, member: MEMBER });
  states = statesOf({ page, room, played, admin: tokens["admin"], password });
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

const languages = Object.keys(LANGUAGES).filter(isLanguage);

test.each(languages)("%s: every state, at every width and size of letters", async (language) => {
  const found: string[] = [];
  // Its words are the longest: what is between both sizes is looked at in one language.
  const sizes = language === "de" ? [...LETTERS, ...CHOSEN] : LETTERS;
  for (const [name, state] of Object.entries(states)) {
    if (!state.goesOn) await open(state, language);
    await state.act?.();
    if (OTHER_LETTERS.has(language))
      for (const what of await englishIn(page)) found.push(`${name}: ${what}`);
    for (const { standard, choice, shown } of sizes) {
      await letters(standard, `${choice} ${state.choice ?? ""}`);
      for (const window of state.isTall ? [...WINDOWS, LOWEST] : WINDOWS) {
        await page.setViewportSize(window);
        await lengthen(page);
        const { fontSize, overflow } = await measure(page);
        expect(fontSize).toBe(`${shown}px`);
        const looked = `${name} ${window.width}×${window.height}/${shown}`;
        for (const what of overflow) found.push(`${looked}: ${what}`);
      }
    }
    await page.setViewportSize({ width: 320, height: 740 });
    await letters(16, state.choice ?? "");
  }
  expect(found).toEqual([]);
});

async function letters(standard: number, choices: string): Promise<void> {
  await screen.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
  await page.evaluate((all) => {
    document.documentElement.dataset["choices"] = all;
  }, choices);
}

async function open(state: State, language: Language): Promise<void> {
  const { path = "/", as, isNew, isUnopened, isPlayed, choice, ready = "body" } = state;
  const { url } = isUnopened ? unopened : room;
  if (isPlayed) await played.begin(room);
  else played.end();
  const kept: Record<string, string | undefined> = {
    language,
    access_token: as && tokens[as],
    choices: choice,
    ignored: isPlayed && played.ignored,
    first_steps: isNew && `${claimsOf(tokens["admin"] ?? "")?.sub}`,
  };
  await page.goto(`${url}/robots.txt`);
  await page.evaluate((all) => {
    localStorage.clear();
    sessionStorage.clear();
    for (const [key, value] of Object.entries(all)) if (value) localStorage.setItem(key, value);
  }, kept);
  const setup = unopened.app.setupUrl?.href ?? "";
  await page.goto(isUnopened ? setup : url + path.replace("LANGUAGE", language));
  await page.locator(ready).first().waitFor();
}

/** Names that are given by chance, and numbers that are small in a test, as long as they get. */
function lengthen(shown: Page): Promise<void> {
  return shown.evaluate(async (guest) => {
    // What goes by the window's size has been told of it then.
    await new Promise(requestAnimationFrame);
    for (const name of document.querySelectorAll("bdi")) {
      if (/ \d{1,3}$/.test(name.textContent ?? "")) name.textContent = guest;
    }
    for (const number of document.querySelectorAll("dd, .live > span")) {
      if (number.childElementCount > 0) continue;
      number.textContent = (number.textContent ?? "").replace(/^\D*\d[\d.,\s]*/, "123,456 ");
    }
  }, GUEST);
}
