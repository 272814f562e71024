/** Whether a page stays where it is while what it shows is still on its way. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
let token: string;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ env: { DAILY_TOPIC: "Printers that know when you are late" } });
  token = await room.admin();
  await room.member("somebody");
  await using speaker = await connect(room.wsUrl);
  speaker.send({ type: "hello" });
  for (let n = 0; n < 9; n++) {
    speaker.send({ type: "say", ref: `${n}`, text: `Said early, ${n}.` });
    await speaker.next("ack");
  }
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

/** A browser calls less than 0.1 good. The room does not know how many lines a topic takes before it is told. */
const PAGES: [path: string, ready: string, most: number][] = [
  ["/login", "form", 0],
  ["/admin", ".rows li", 0],
  ["/admin#sanctions", ".note", 0],
  ["/admin#acts", ".note", 0],
  ["/admin#topics", ".topic-rows li", 0],
  ["/admin#people", "tbody tr", 0],
  ["/", ".msg", 0.1],
];

for (const width of [360, 1280]) {
  test.each(PAGES)(
    `%s, ${width} wide, keeps its place while it loads`,
    async (path, ready, most) => {
      await using visitor = await visit(browser, `${room.url}/robots.txt`, { width });
      const { page } = visitor;
      if (path.startsWith("/admin"))
        await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
      await watchShifts(page);
      const letThrough = await holdAnswers(page);
      await page.goto(room.url + path, { waitUntil: "commit" });
      await page.locator("body > *").first().waitFor({ state: "attached" });
      await painted(page);
      letThrough();
      await page.locator(ready).first().waitFor();
      await painted(page);
      const { sum, moved } = await shifts(page);
      // The admin's page asks again and again; what it asks while it closes has no answer.
      await page.unrouteAll({ behavior: "ignoreErrors" });
      expect(moved.join()).toBe(sum <= most ? moved.join() : `at most ${most}, not ${sum}`);
    },
  );
}

/** Nothing that the server says reaches the page before `letThrough` is called. */
async function holdAnswers(page: Page): Promise<() => void> {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  await page.route("**/api/**", async (route) => {
    if (!route.request().url().includes("/api/auth/me")) await opened;
    await route.continue();
  });
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => void opened.then(() => socket.send(frame)));
  });
  return resolve;
}

function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    Reflect.set(globalThis, "shiftsSeen", () => [...seen, ...observer.takeRecords()]);
  });
}

/** How much moved, as the browser counts it, and what. */
function shifts(page: Page): Promise<{ sum: number; moved: string[] }> {
  return page.evaluate(() => {
    const seen: PerformanceEntry[] = Reflect.get(globalThis, "shiftsSeen")();
    const sum = seen.reduce((total, shift) => total + Number(Reflect.get(shift, "value")), 0);
    const moved = seen.flatMap((shift) => {
      const sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] = Reflect.get(
        shift,
        "sources",
      );
      return sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? `${node.localName}.${node.className}` : "text";
        return `${name} ${previousRect.top} to ${currentRect.top}`;
      });
    });
    return { sum, moved };
  });
}
