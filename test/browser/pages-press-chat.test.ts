/** Whether the buttons of a message do what they were pressed for, though the room goes on meanwhile. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { HANDS, middleOf, putDown } from "./pages-pointers.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const busy = () => openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
const line = (page: Page, text: string) => page.locator(".said", { hasText: text });
const felt = (page: Page) => page.locator(".said:has([aria-pressed=true]) .msg").allTextContents();

/** Somebody else in the room, whose words move what is above them. */
async function speakerOf(room: TestRoom, { page }: Visit) {
  const { client } = await join(room.wsUrl);
  return async (text: string) => {
    await heard(client, text);
    await line(page, text).waitFor({ state: "attached" });
  };
}

/** A log that is long enough to move. */
async function fill(speak: (text: string) => Promise<void>): Promise<void> {
  for (let n = 0; n < 20; n++) await speak(`earlier ${n}.`);
}

test.each(HANDS)("%s feels the message it was put on", async (_by, width, pointerOf) => {
  await using room = await busy();
  await using reader = await visit(browser, room.url, { width, isTouch: width === 360 });
  const { page } = reader;
  const speak = await speakerOf(room, reader);
  await fill(speak);
  for (const n of [1, 2, 3]) {
    await speak(`aimed at ${n}.`);
    await speak(`bystander ${n}.`);
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(pointer, line(page, `aimed at ${n}.`).locator("button"));
    await speak(`meanwhile ${n}.`);
    await pointer.up(x, y);
    await line(page, `aimed at ${n}.`).locator("[aria-pressed=true]").waitFor();
  }
  expect(await felt(page)).toEqual([1, 2, 3].map((n) => `aimed at ${n}.`));
});

test.each(HANDS)("%s takes back the message it was put on", async (_by, width, pointerOf) => {
  await using room = await busy();
  await using visitor = await visit(browser, room.url, { width, isTouch: width === 360 });
  const { page } = visitor;
  const speak = await speakerOf(room, visitor);
  await fill(speak);
  for (const text of ["mine above.", "mine aimed at.", "mine below."]) {
    await page.fill("#message", text);
    await page.locator(".send:enabled").click();
    await visitor.shows(text);
  }
  const pointer = await pointerOf(page);
  for (const press of ["first", "second"]) {
    const [x, y] = await putDown(pointer, line(page, "mine aimed at.").locator("button"));
    await speak(`during the ${press} press.`);
    await pointer.up(x, y);
    if (press === "first") await line(page, "mine aimed at.").locator(".sure").waitFor();
  }
  await line(page, "mine aimed at.").waitFor({ state: "detached" });
  expect(await page.locator(".mine .msg").allTextContents()).toEqual([
    "mine above.",
    "mine below.",
  ]);
  await gone(page.locator(".sure"));
});

test.each(HANDS)(
  "%s that slides away from a button has pressed nothing",
  async (_by, width, pointerOf) => {
    await using room = await busy();
    await using reader = await visit(browser, room.url, { width, isTouch: width === 360 });
    const { page } = reader;
    const speak = await speakerOf(room, reader);
    await fill(speak);
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(pointer, line(page, "earlier 15.").locator("button"));
    const [, above] = await middleOf(line(page, "earlier 14.").locator("button"));
    await pointer.slide(x, y + 2 * (above - y));
    await pointer.up(x, y + 2 * (above - y));
    const [toX, toY] = await putDown(pointer, line(page, "earlier 18.").locator("button"));
    await pointer.up(toX, toY);
    await line(page, "earlier 18.").locator("[aria-pressed=true]").waitFor();
    expect(await felt(page)).toEqual(["earlier 18."]);
  },
);

test.each(["Enter", "Space"])(
  "%s presses the button that has the focus, wherever it has moved",
  async (key) => {
    await using room = await busy();
    await using reader = await visit(browser, room.url);
    const { page } = reader;
    const speak = await speakerOf(room, reader);
    await fill(speak);
    await page.fill("#message", "mine.");
    await page.locator(".send:enabled").click();
    await reader.shows("mine.");
    const press = async (text: string) => {
      await line(page, text).locator("button").focus();
      await page.keyboard.down(key);
      await speak(`while ${text}`);
      await page.keyboard.up(key);
    };
    await press("earlier 18.");
    await line(page, "earlier 18.").locator("[aria-pressed=true]").waitFor();
    expect(await felt(page)).toEqual(["earlier 18."]);
    await line(page, "mine.").getByRole("button").focus();
    await page.keyboard.press(key);
    await line(page, "mine.").locator(".sure").waitFor();
    await page.keyboard.press(key);
    await page.getByText("mine.", { exact: true }).waitFor({ state: "detached" });
  },
);

test.each(HANDS)(
  "%s discards the unsent message it was put on, and sends again the other",
  async (_by, width, pointerOf) => {
    await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1" } });
    await using visitor = await visit(browser, room.url, { width, isTouch: width === 360 });
    const { page } = visitor;
    await page.locator(".send:enabled").waitFor();
    await visitor.context.setOffline(true);
    await page.locator(".banner.lost").waitFor();
    for (const text of ["goes.", "too soon one.", "too soon two."]) {
      await page.fill("#message", text);
      await page.locator(".send:enabled").click();
    }
    await visitor.context.setOffline(false);
    const own = (text: string) => page.locator(".own", { hasText: text });
    await own("too soon two.").locator(".state.bad").waitFor();
    const speak = await speakerOf(room, visitor);
    const pointer = await pointerOf(page);
    const [x, y] = await putDown(
      pointer,
      own("too soon one.").getByRole("button", { name: "Discard" }),
    );
    await speak("meanwhile.");
    await pointer.up(x, y);
    await own("too soon one.").waitFor({ state: "detached" });
    expect(await own("too soon two.").count()).toBe(1);
    await own("too soon two.").getByRole("button", { name: "Try again" }).click();
    await own("too soon two.").locator(".state.bad").waitFor();
  },
);
