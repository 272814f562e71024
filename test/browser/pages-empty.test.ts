/** A room with messages is never shown without them, not for one frame; a room without any says so. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
let room: TestRoom;
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom();
  const { client } = await join(room.wsUrl);
  await heard(client, "It jammed.");
  await client.close();
});
afterAll(async () => {
  await room.stop();
  await browser.close();
});

/** Every look of the page at which its log was empty, at each frame and after each change of it. */
async function watchEmptiness(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const looks: string[] = [];
    let hadMessages = false;
    const look = () => {
      const log = document.querySelector("main");
      const isEmpty = !log?.querySelector(".msg");
      hadMessages ||= !isEmpty;
      if (log?.querySelector(".empty")) looks.push(log.innerText);
      else if (isEmpty && hadMessages) looks.push("no messages");
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    const frame = () => {
      look();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Reflect.set(globalThis, "emptyLooks", looks);
  });
  return () => page.evaluate((): string[] => Reflect.get(globalThis, "emptyLooks"));
}

/**
 * Each snapshot waits until `letThrough`, and `welcomed` is told of the welcome before it. With `forgets` the
 * page's hellos name no place in the log: it is given a snapshot as who was away for too long.
 */
async function holdSnapshots(page: Page, forgets: boolean) {
  let welcomed = Promise.withResolvers<void>();
  let open = Promise.withResolvers<void>();
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    let frames = 0;
    socket.onMessage((frame) => {
      const { after, epoch, ...said } = JSON.parse(String(frame));
      server.send(forgets ? JSON.stringify(said) : frame);
    });
    server.onMessage((frame) => {
      if (frames++ === 0) {
        socket.send(frame);
        welcomed.resolve();
      } else void open.promise.then(() => socket.send(frame));
    });
  });
  return {
    welcome: () => welcomed.promise,
    letThrough: () => open.resolve(),
    again() {
      welcomed = Promise.withResolvers();
      open = Promise.withResolvers();
    },
  };
}

/** Has the page draw, as a choice of the reader's does, and waits for two frames. */
function draws(page: Page): Promise<void> {
  return page.evaluate(async () => {
    document.documentElement.dataset["choices"] = "";
    for (let n = 0; n < 2; n++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

async function visitUnopened(): Promise<Visit> {
  return await visit(browser, `${room.url}/robots.txt`);
}

test("a page that loads shows what came with it until its first snapshot is drawn", async () => {
  await using visitor = await visitUnopened();
  const { page } = visitor;
  const emptyLooks = await watchEmptiness(page);
  const snapshots = await holdSnapshots(page, false);
  await page.goto(room.url);
  await snapshots.welcome();
  await page.locator("#message").waitFor();
  await draws(page);
  await visitor.shows("It jammed.");
  // Nor is nobody said to be here.
  expect(await page.textContent(".live")).toBe("");
  snapshots.letThrough();
  await page.locator(".send:enabled").waitFor();
  await draws(page);
  await visitor.shows("It jammed.");
  expect(await emptyLooks()).toEqual([]);
});

test("a page that comes back too late to catch up shows what it had until its snapshot is drawn", async () => {
  await using visitor = await visitUnopened();
  const { page } = visitor;
  const emptyLooks = await watchEmptiness(page);
  const snapshots = await holdSnapshots(page, true);
  snapshots.letThrough();
  await page.goto(room.url);
  await page.locator(".send:enabled").waitFor();
  snapshots.again();
  await page.evaluate(() => dispatchEvent(new Event("offline")));
  const { client } = await join(room.wsUrl);
  await heard(client, "said meanwhile");
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await snapshots.welcome();
  await draws(page);
  await visitor.shows("It jammed.");
  snapshots.letThrough();
  await visitor.shows("said meanwhile");
  await page.getByText("too long").first().waitFor();
  expect(await emptyLooks()).toEqual([]);
  await client.close();
});

test("a page that came without the room and reads it by HTTP shows its day with its messages", async () => {
  await using visitor = await visitUnopened();
  const { page } = visitor;
  const emptyLooks = await watchEmptiness(page);
  await page.routeWebSocket(/\/ws$/, (socket) => void socket.close());
  await page.route(`${room.url}/`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<main class="early".*<\/main>/s, "");
    await route.fulfill({ response, body });
  });
  await page.goto(room.url);
  await visitor.shows("It jammed.");
  expect(await emptyLooks()).toEqual([]);
});

test("a room in which nobody spoke says so, as it comes and once it is welcomed", async () => {
  await using quiet = await openRoom();
  await using visitor = await visitUnopened();
  const { page } = visitor;
  const emptyLooks = await watchEmptiness(page);
  await page.goto(quiet.url);
  await page.locator(".send:enabled").waitFor();
  await draws(page);
  expect(new Set(await emptyLooks()).size).toBeGreaterThan(0);
  expect(await page.locator(".empty").innerText()).toContain("Nobody has said anything yet today");
});
