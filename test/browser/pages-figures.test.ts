/** The day in figures on the admin's page. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const MINUTE = 60_000;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function desk(room: TestRoom, token: string, width: number, path = "/admin") {
  const admin = await visit(browser, `${room.url}/robots.txt`, { width });
  await admin.page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await admin.page.goto(room.url + path);
  return admin;
}

const plot = (page: Page, name: string) => page.locator("figure", { hasText: name });

/** How many pixels something was drawn on, of each plot. */
const drawn = (page: Page) =>
  page.locator("figure canvas").evaluateAll((all) =>
    all.map((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return data?.filter((value, at) => at % 4 === 3 && value > 0).length ?? 0;
    }),
  );

test.each([360, 1280])(
  "an admin sees the day drawn, and what is new comes by itself, at %i px",
  async (width) => {
    const clock = virtualClock("2026-03-01T12:00:30Z");
    await using room = await openRoom({ clock });
    const { client } = await join(room.wsUrl);
    await heard(client, "one");
    client.send({ type: "say", ref: "empty", text: " " });
    await client.next("refused");
    await clock.advance(2 * MINUTE);
    await using admin = await desk(room, await room.admin(), width);
    const { page } = admin;
    await plot(page, "Messages a minute").getByText("at most 1, at 1:00 PM").waitFor();
    await plot(page, "People").getByText("at most 1, at 1:00 PM").waitFor();
    await plot(page, "Refusals a minute").getByText("at most 1, at 1:00 PM").waitFor();
    await page.locator(".codes", { hasText: "empty" }).getByText("1").waitFor();
    await page.locator(".u-wrap").nth(3).waitFor();
    for (const pixels of await drawn(page)) expect(pixels).toBeGreaterThan(500);

    for (const text of ["two", "three"]) await heard(client, text);
    await clock.advance(MINUTE);
    await plot(page, "Messages a minute").getByText("at most 2, at 1:02 PM").waitFor();
    const speaks = plot(page, "Who speaks, a minute").locator("div", { hasText: "newcomers" });
    await speaks.getByText("2", { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(admin.complaints).toEqual([]);
  },
);

test("the day is drawn in a browser that names its machine's locale as its language", async () => {
  await using room = await openRoom();
  await using admin = await visit(browser, `${room.url}/robots.txt`);
  const { page } = admin;
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "language", { get: () => "en-US@posix" }),
  );
  const token = await room.admin();
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.goto(`${room.url}/admin`);
  await page.locator(".u-wrap").nth(3).waitFor();
  expect(admin.complaints).toEqual([]);
});

test("what draws is loaded by nobody but an admin who looks at it", async () => {
  await using room = await openRoom();
  const token = await room.admin();
  await using admin = await desk(room, token, 1280, "/admin#people");
  const { page } = admin;
  await page.locator("tbody tr").waitFor();
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .map(({ name }) => name),
    );
  const before = await scripts();
  await page.getByRole("link", { name: "Now" }).click();
  await page.locator(".u-wrap").first().waitFor();
  expect((await scripts()).length).toBeGreaterThan(before.length);

  const moe = await room.member("moe");
  const body = { user_id: moe.id, moderator: true };
  await room.call("POST", "/api/admin/user/role", { token, body });
  await using moderator = await desk(room, moe.token, 1280);
  await moderator.page.getByText("Nothing has been said today.").waitFor();
  await gone(moderator.page.locator(".plots"));
});
