/** Whether what was deleted comes back to where it stood, by one press. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { violations } from "./pages-axe.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, type Visit, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
let room: TestRoom;
const clock = virtualClock("2026-03-01T12:00:00Z");
beforeAll(async () => {
  browser = await openBrowser();
  room = await openRoom({ clock });
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

const open = (path: string, width: number, token?: string): Promise<Visit> =>
  signedIn(browser, room, { path, width, token });

const texts = (page: Page) => page.locator(".msg").allTextContents();
const undoIn = (page: Page) => page.getByRole("button", { name: "Undo" });

test.each([360, 1280])(
  "one's own message comes back to its place on every page, at %i px",
  async (width) => {
    const { client } = await join(room.wsUrl);
    await using anna = await open("/", width);
    await using bert = await open("/", 1280);
    const said = [`first ${width}`, `second ${width}`, `third ${width}`];
    await anna.say(said[0] ?? "");
    await anna.shows(said[0] ?? "");
    await anna.say(said[1] ?? "");
    await anna.shows(said[1] ?? "");
    await heard(client, said[2] ?? "");
    await bert.shows(said[2] ?? "");
    const line = anna.page.locator(".said", { hasText: said[1] ?? "" });
    await line.hover();
    await line.getByRole("button", { name: "Delete" }).click();
    await line.getByRole("button", { name: "Delete for everyone?" }).click();
    await bert.page.locator(".msg", { hasText: said[1] ?? "" }).waitFor({ state: "detached" });
    await undoIn(anna.page).waitFor();
    expect(await violations(anna.page)).toEqual([]);
    await undoIn(anna.page).click();
    for (const { page } of [anna, bert]) {
      await page.locator(".msg", { hasText: said[1] ?? "" }).waitFor();
      expect((await texts(page)).filter((text) => text.includes(`${width}`))).toEqual(said);
    }
    await gone(undoIn(anna.page));
  },
);

test("after keys deleted it, the keys undo it", async () => {
  await using anna = await open("/", 1280);
  await anna.say("by keys");
  await anna.shows("by keys");
  const line = anna.page.locator(".said", { hasText: "by keys" });
  await line.getByRole("button", { name: "Delete" }).focus();
  await anna.page.keyboard.press("Enter");
  await line.getByRole("button", { name: "Delete for everyone?" }).focus();
  await anna.page.keyboard.press("Enter");
  await anna.page.locator(".undo:focus").waitFor();
  await anna.page.keyboard.press("Enter");
  await anna.shows("by keys");
});

test("an admin's deletion, ban and clearing come back on every page", async () => {
  const member = await room.member("carl");
  const { client } = await join(room.wsUrl, { token: member.token });
  await heard(client, "of carl");
  const token = await room.admin();
  await using anna = await open("/", 360);
  await anna.shows("of carl");
  await using admin = await open("/admin", 1280, token);
  const row = admin.page.locator(".rows li", { hasText: "of carl" });
  await row.getByRole("button", { name: "Delete" }).click();
  await anna.page.locator(".tomb").waitFor();
  await undoIn(admin.page).click();
  await row.waitFor();
  await anna.shows("of carl");
  await gone(anna.page.locator(".tomb"));

  await admin.page.getByRole("button", { name: "Clear all messages" }).click();
  const dialog = admin.page.getByRole("dialog");
  const [many = ""] = /\d+/.exec((await dialog.locator("label").textContent()) ?? "") ?? [];
  await dialog.locator("input").fill(many);
  await dialog.getByRole("button", { name: "Clear them all" }).click();
  await anna.page.locator(".msg").first().waitFor({ state: "detached" });
  await undoIn(admin.page).click();
  await anna.shows("of carl");
  await row.waitFor();

  await admin.page.getByRole("link", { name: "People" }).click();
  const person = admin.page.locator("tr", { hasText: "carl" });
  await person.getByRole("button", { name: "Ban carl" }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "Ban", exact: true }).click();
  await person.getByText("banned", { exact: false }).waitFor();
  await anna.page.locator(".msg", { hasText: "of carl" }).waitFor({ state: "detached" });
  await undoIn(admin.page).click();
  await person.getByRole("button", { name: "Ban carl" }).waitFor();
  await anna.shows("of carl");
});

test("the offer ends when the server destroys", async () => {
  await using anna = await visit(browser, room.url);
  await anna.say("for good");
  await anna.shows("for good");
  const line = anna.page.locator(".said", { hasText: "for good" });
  await line.hover();
  await line.getByRole("button", { name: "Delete" }).click();
  await line.getByRole("button", { name: "Delete for everyone?" }).click();
  await undoIn(anna.page).waitFor();
  await undoIn(anna.page).waitFor({ state: "detached" });
  await gone(anna.page.locator(".msg", { hasText: "for good" }));
});
