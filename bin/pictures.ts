/** Takes the pictures of docs/pictures from a real room: `npm run pictures`. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../test/harness/chromium.ts";
import { openRoom, type TestRoom } from "../test/harness/room.ts";
import { connect } from "../test/harness/sockets.ts";

const FOLDER = join(import.meta.dir, "../docs/pictures");
const WIDTHS = [360, 1280] as const;
const HEIGHTS = { 360: 740, 1280: 800 } as const;

const TIMEZONE = zoneWhereItIsAfternoon(new Date());
const MINE = "It is still cleaning. I got the job. The letter is still not printed.";

const browser = await openBrowser();
for (const width of WIDTHS) {
  await picture("chat", width, "dark", "/");
  await picture("chat-light", width, "light", "/");
  await picture("login", width, "dark", "/login");
  await picture("admin", width, "dark", "/admin");
}
await browser.close();

async function picture(
  name: string,
  width: (typeof WIDTHS)[number],
  colorScheme: "dark" | "light",
  path: string,
) {
  await using room = await openRoom({
    env: {
      TIMEZONE,
      DAILY_TOPIC: "Printers that know when you are late",
      DAILY_RULES: "Rage at things, not at people. No names, no links.",
    },
  });
  const token = await room.admin();
  await talk(room, token);
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    deviceScaleFactor: 2,
    colorScheme,
    locale: "en-GB",
    timezoneId: TIMEZONE,
    reducedMotion: "reduce",
    hasTouch: width === 360,
    isMobile: width === 360,
  });
  const page = await context.newPage();
  await page.goto(`${room.url}/robots.txt`);
  if (path === "/admin") await keep(page, token);
  await page.goto(room.url + path, { waitUntil: "networkidle" });
  if (path === "/") {
    await page.locator(".msg").last().waitFor();
    await page.fill("#message", MINE);
    await page.click("text=Send");
    await page.locator(".mine", { hasText: MINE }).waitFor();
  }
  await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`) });
  await context.close();
}

async function keep(page: Page, access: string) {
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), access);
}

/** Whole hours from Greenwich, so that a picture shows a day half gone whenever it is taken. */
function zoneWhereItIsAfternoon(now: Date): string {
  const ahead = 16 - now.getUTCHours();
  // POSIX counts westward.
  return ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

async function talk({ wsUrl, member }: TestRoom, admin: string) {
  const says = async (token: string | undefined, ...texts: string[]) => {
    await using client = await connect(wsUrl);
    client.send(token === undefined ? { type: "hello" } : { type: "hello", token });
    await client.next("welcome");
    for (const [index, text] of texts.entries()) {
      client.send({ type: "say", ref: `${index}`, text });
      await client.next("ack");
    }
  };
  await says(
    undefined,
    "It printed page 1 of 2, and then asked for cyan. For a black and white letter.",
    "WHY. IS. CYAN.",
  );
  await says(
    undefined,
    "Mine says “paper jam in tray 3”. There is no tray 3. I have asked it to show me tray 3 and it went offline.",
  );
  await says(
    admin,
    "Gentle reminder: machines only. HR reads nothing here, because at midnight nobody can.",
  );
  const maya = await member("maya");
  await says(
    maya.token,
    "Six minutes before the interview it decided to clean its heads.",
    "Deadline in ten. It is updating. It is proud of updating.",
  );
}
