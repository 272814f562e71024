/** Letters reach below their line, in Arabic and Hindi further than in Latin: nothing may cut them off. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { join, say } from "../ws/joining.ts";
import { signedIn } from "./pages-signed-in.ts";

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
