/** What no checker sees: the way of a keyboard, of a finger, of larger letters, and of stillness. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { type Visit, type VisitOptions, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
/** Of a reader who has set letters to twice the usual size. */
let magnifying: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  magnifying = await openBrowser(["--blink-settings=defaultFontSize=32"]);
  room = await openRoom({ env: { DAILY_TOPIC: "Printers that know when you are late" } });
  token = await room.admin();
  await room.member("somebody");
  await using speaker = await visit(browser, room.url);
  await speaker.say("It printed page 1 of 2, and then asked for cyan.");
  await speaker.shows("cyan");
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  const body = { kind: "mute", message: messages[0].id, reason: "For all the cyan." };
  await room.call("POST", "/api/mod/sanctions", { token, body });
});
afterAll(async () => {
  await room.stop();
  await browser.close();
  await magnifying.close();
});

const PAGES: [name: string, path: string, ready: string][] = [
  ["room", "/", ".send:enabled"],
  ["login page", "/login", "form"],
  ["page of one's account", "/account", "main:has(.sign-ins li):has(#begin-password)"],
  ["admin's first page", "/admin", ".rows li"],
  ["admin's sanctions", "/admin#sanctions", ".entries li"],
  ["admin's list of acts", "/admin#acts", ".entries li"],
  ["admin's topics", "/admin#topics", ".topic-rows li"],
  ["admin's people", "/admin#people", "tbody tr"],
];

const LONGEST_NAME = "Exasperated Salamander 999";

type Options = VisitOptions & { through?: Browser };

async function open(
  path: string,
  ready: string,
  { through = browser, ...options }: Options = {},
): Promise<Visit> {
  const visitor = await visit(through, `${room.url}/robots.txt`, options);
  const { page } = visitor;
  if (/^\/(admin|account)/.test(path))
    await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.goto(room.url + path);
  await page.locator(ready).first().waitFor();
  return visitor;
}

describe.each(PAGES)("the %s", (_name, path, ready) => {
  test.each([320, 1280])(
    "is walked through by Tab at %d px: everything is reached, is seen to be on each side, and lets go again",
    async (width) => {
      await using visitor = await open(path, ready, { width });
      const { page } = visitor;
      const all = await number(page);
      expect(all).toBeGreaterThan(4);
      const reached = new Set<string>();
      const unseen: string[] = [];
      for (let presses = 0; presses < all + 1; presses++) {
        await page.keyboard.press("Tab");
        const { id, hidden, html } = await focused(page);
        if (id === null) continue;
        reached.add(id);
        if (hidden !== "") unseen.push(`${hidden}: ${html}`);
      }
      expect(unseen).toEqual([]);
      expect(reached.size).toBe(all);
    },
  );

  test("offers a finger targets of 44 px", async () => {
    await using visitor = await open(path, ready, { width: 360, isTouch: true });
    expect(await small(visitor.page)).toEqual([]);
  });

  test.each([
    ["zoomed to 200 %", 640, 16],
    ["with letters twice the size, on a desk", 1280, 32],
    ["with letters twice the size, on a phone", 360, 32],
  ])("%s, scrolls down alone", async (_how, width, letters) => {
    const through = letters === 32 ? magnifying : browser;
    await using visitor = await open(path, ready, { width, through });
    const { page } = visitor;
    const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(size).toBe(`${letters}px`);
    // Guests get their names by chance.
    await page.evaluate((name) => {
      for (const bdi of document.querySelectorAll("bdi")) bdi.textContent = name;
    }, LONGEST_NAME);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await cut(page)).toEqual([]);
  });

  test("keeps still for who asks for stillness", async () => {
    await using visitor = await open(path, ready);
    expect(await moving(visitor.page)).toEqual([]);
  });
});

test("a dialog keeps the focus in it, and stands still for who asks for stillness", async () => {
  await using visitor = await open("/", ".send:enabled");
  const { page } = visitor;
  await page.getByRole("button", { name: "A minute to cool" }).press("Enter");
  await page.locator("dialog[open]").waitFor();
  expect(await moving(page)).toEqual([]);
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.press("Tab");
    const isOut = await page.evaluate(
      () => document.activeElement !== document.body && !document.activeElement?.closest("dialog"),
    );
    expect(isOut).toBe(false);
  }
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await moving(page)).not.toEqual([]);
});

test("a keyboard on the screen does not hide what is being written", async () => {
  await using visitor = await open("/", ".send:enabled", { width: 360, isTouch: true });
  const { page } = visitor;
  const viewport = await page.getAttribute("meta[name=viewport]", "content");
  expect(viewport).toContain("interactive-widget=resizes-content");
  await page.fill("#message", "one\ntwo\nthree\nfour\nfive\nsix\nseven");
  await page.setViewportSize({ width: 360, height: 320 });
  for (const part of ["#message", ".send"]) {
    const box = await page.locator(part).boundingBox();
    if (!box) throw new Error(`${part} is not there.`);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(320);
  }
  const pane = await page.locator("main").boundingBox();
  expect(pane?.height).toBeGreaterThan(40);
});

/** Numbers everything that may be reached; says how much that is. */
function number(page: Page): Promise<number> {
  return page.evaluate(() => {
    const reachable = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, main"),
    ].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(":disabled") &&
        one.checkVisibility({ checkVisibilityCSS: true }),
    );
    reachable.forEach((one, at) => {
      one.dataset["number"] = `${at}`;
    });
    return reachable.length;
  });
}

/** What has the focus, and what is missing of the outline around it, or around what frames it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement)) return { id: null, hidden: "not there", html: "" };
    const frames = [one, one.parentElement, one.parentElement?.parentElement];
    const outlined = frames.find((frame) => {
      if (!frame) return false;
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(frame);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && opacity !== "0";
    });
    const hidden = outlined ? cutOf(outlined) : "no outline";
    return { id: one.dataset["number"] ?? null, hidden, html: one.outerHTML.slice(0, 120) };

    /** The sides that the window or what scrolls cuts off, half a pixel allowed for rounding. */
    function cutOf(frame: HTMLElement): string {
      const { outlineWidth, outlineOffset } = getComputedStyle(frame);
      const around = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset) - 0.5;
      const { left, top, right, bottom } = frame.getBoundingClientRect();
      const sides = new Set<string>();
      const within = (box: { left: number; top: number; right: number; bottom: number }) => {
        if (left - around < box.left) sides.add("left");
        if (top - around < box.top) sides.add("top");
        if (right + around > box.right) sides.add("right");
        if (bottom + around > box.bottom) sides.add("bottom");
      };
      within({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
      for (let over = frame.parentElement; over; over = over.parentElement) {
        const { overflowX, overflowY, contain } = getComputedStyle(over);
        const cuts = [overflowX, overflowY, contain].some((how) =>
          /hidden|auto|scroll|clip|paint/.test(how),
        );
        if (cuts && over !== document.documentElement && over !== document.body)
          within(over.getBoundingClientRect());
      }
      return [...sides].join(" ");
    }
  });
}

/** Targets that are less than 44 px in one direction, with what a stylesheet lays around them. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>("a[href], button, select, input")];
    return targets.flatMap((one) => {
      if (one.matches(":disabled, .skip") || !one.checkVisibility()) return [];
      const box = (one.closest(".input") ?? one).getBoundingClientRect();
      const around = getComputedStyle(one, "::after");
      const width = Math.max(box.width, Number.parseFloat(around.width) || 0);
      const height = Math.max(box.height, Number.parseFloat(around.height) || 0);
      if (width >= 43.5 && height >= 43.5) return [];
      return [`${width.toFixed(0)}x${height.toFixed(0)} ${one.outerHTML.slice(0, 120)}`];
    });
  });
}

/** What reaches past the edge, though the page hides that it does. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>("*:not(.unseen, .skip, option, i)")]
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    return running.map(({ effect }) =>
      effect instanceof KeyframeEffect ? `${effect.target?.outerHTML.slice(0, 80)}` : "?",
    );
  });
}
