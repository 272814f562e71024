/** Letters reach below their line, in Arabic and Hindi further than in Latin: nothing may cut them off. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { join, say } from "../ws/joining.ts";
import { signedIn } from "./pages-signed-in.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Deep letters in the last line of each. */
const LANGUAGES = [
  { locale: "ar", text: "مجاني في البطيء", reply: "أمي" },
  { locale: "hi", text: "ट्रूँ कृषि हूँ", reply: "हूँ" },
];
/** More than any of them is cut by, and less than the space to what is below. */
const BELOW_PX = 6;

/** Whether the place of these words, and what is below it, looks the same where nothing is hidden. */
async function isWhole(page: Page, words: Locator): Promise<boolean> {
  await words.scrollIntoViewIfNeeded();
  const box = await words.boundingBox();
  if (!box) throw new Error("It is not to be seen.");
  const clip = { ...box, height: box.height + BELOW_PX };
  const shown = await page.screenshot({ clip });
  await words.evaluate((element) => {
    element.style.overflow = "visible";
  });
  const whole = await page.screenshot({ clip });
  return shown.equals(whole);
}

/** Letters that are high and have no feet: nothing of theirs is below their line. */
const HIGH = { hi: "कैं ".repeat(50), ja: "この".repeat(50) };

/** Whether nothing of the next line is seen where the feet of the last one have their room. */
async function isTheirsAlone(page: Page, words: Locator): Promise<boolean> {
  const box = await words.boundingBox();
  if (!box) throw new Error("It is not to be seen.");
  const feet = await words.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).paddingBlockEnd),
  );
  const clip = { ...box, y: box.y + box.height - feet, height: feet };
  const shown = await page.screenshot({ clip });
  await words.evaluate((element) => {
    element.style.color = "transparent";
  });
  const blank = await page.screenshot({ clip });
  await words.evaluate((element) => {
    element.style.color = "";
  });
  return shown.equals(blank);
}

test.each(["hi", "ja"] as const)(
  "nothing of a line that is folded away shows below them: %s",
  async (locale) => {
    await using room = await openRoom({ env: { DAILY_TOPIC: HIGH[locale] } });
    await using reader = await visit(browser, room.url, { width: 360, locale });
    const { page } = reader;
    await page.locator(".send:enabled").waitFor();
    await page.locator(".more").waitFor();
    expect(await isTheirsAlone(page, page.locator("h1"))).toBe(true);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
    });
    await page.locator(".help").waitFor();
    expect(await isTheirsAlone(page, page.locator("h1"))).toBe(true);
  },
);

for (const width of [360, 1280]) {
  test.each(LANGUAGES)(
    `in $locale, ${width} wide, in the head, in a quote, and in what staff decide on`,
    async ({ locale, text, reply }) => {
      const clock = virtualClock("2026-03-01T12:00:00Z");
      await using room = await openRoom({
        clock,
        env: {
          ...{ DAILY_TOPIC: text, DAILY_RULES: text },
          ...{ HEARD_AFTER_SECONDS: "0", HEARD_STOOD_SECONDS: "0" },
        },
      });
      const { client } = await join(room.wsUrl);
      const { client: reader } = await join(room.wsUrl);
      const id = await say(client, text);
      await say(reader, reply);
      client.send({ type: "say", ref: "reply", text: `${reply} 2`, re: id });
      await client.next("message", (message) => message.re === id);
      reader.send({ type: "report", id });
      await reader.next("reported");

      const token = await room.admin();
      await using staff = await signedIn(browser, room, { width, token, locale });
      const { page } = staff;
      await page.locator(".quote").waitFor();
      await page.locator(".tool.urgent").waitFor();
      const parts = [page.locator("h1"), page.locator(".quote"), page.locator(".msg").first()];
      if (width > 600) parts.push(page.locator(".rules"));
      const isEachWhole: [string, boolean][] = [];
      for (const part of parts) isEachWhole.push([`${part}`, await isWhole(page, part)]);
      expect(isEachWhole).toEqual(parts.map((part) => [`${part}`, true]));
      await page.locator(".tool.urgent").click();
      const reported = page.locator("dialog .said-text");
      await reported.waitFor();
      expect(await isWhole(page, reported)).toBe(true);
    },
  );
}
