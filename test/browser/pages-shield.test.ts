/** What a reader sees of the shield. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { violations } from "./pages-axe.ts";
import { signedIn } from "./pages-signed-in.ts";
import { gone, visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const raise = async (room: TestRoom, minutes: number) => {
  const token = await room.admin();
  const answer = await room.call("PUT", "/api/mod/mode", {
    token,
    body: { shield_minutes: minutes },
  });
  expect(answer.status).toBe(200);
};

test("the log says when the shield goes up, until when on the reader's own clock, and when it is down", async () => {
  await using room = await openRoom({ clock: virtualClock("2026-03-01T11:00:00Z") });
  await using reader = await visit(browser, room.url, { timezoneId: "America/New_York" });
  await reader.page.locator("#message").waitFor();
  await reader.page.locator(".live .dot:not(.off)").waitFor();
  await raise(room, 10);
  await reader.page.locator(".note", { hasText: /The shield is up until .?6:10/ }).waitFor();
  await raise(room, 0);
  await reader.page.locator(".note", { hasText: "The shield is down." }).waitFor();
  await gone(reader.page.getByText("Slow mode"));
  expect(reader.complaints).toEqual([]);
});

test("who comes under the shield is told so, works out the proof unasked, and keeps it over a reload", async () => {
  await using room = await openRoom({ clock: virtualClock("2026-03-01T11:00:00Z") });
  await raise(room, 10);
  await using newcomer = await visit(browser, room.url);
  const { page } = newcomer;
  await page.locator(".standing", { hasText: "The shield is up until" }).waitFor();
  const sent: string[] = [];
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => sent.push(String(payload))),
  );
  await page.reload();
  await page.locator(".standing", { hasText: "The shield is up until" }).waitFor();
  await page.locator(".send:enabled").waitFor();
  const passNow = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await page.locator("#message").pressSequentially("I was looking for the queue.");
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes(".proved."));
  const before = await passNow();
  expect(sent.filter((frame) => frame.includes('"type":"proof"'))).toHaveLength(2);
  expect(newcomer.complaints).toEqual([]);
  expect(await violations(page)).toEqual([]);

  sent.length = 0;
  await page.reload();
  await page.locator(".send:enabled").waitFor();
  await page.locator("#message").pressSequentially(" Where is it?");
  await page.waitForFunction(() => document.title !== "");
  await page.press("#message", "Enter");
  await page
    .locator(".msg", { hasText: "Where is it?" })
    .or(page.locator(".own"))
    .first()
    .waitFor();
  expect(sent.filter((frame) => frame.includes('"solution"'))).toEqual([]);
  expect(await passNow()).toContain(/"[^"]*\.proved\.[^"]*"/.exec(before)?.[0].slice(1, 20) ?? "-");
});

test.each([360, 1280])(
  "staff raise it, see by whom and until when, and end it by one press each, at %i px",
  async (width) => {
    await using room = await openRoom({ clock: virtualClock("2026-03-01T11:00:00Z") });
    const token = await room.admin();
    await using staff = await signedIn(browser, room, { token, width, timezoneId: "UTC" });
    await using desk = await signedIn(browser, room, { token, width, path: "/admin" });
    const button = (name: string | RegExp) => staff.page.getByRole("button", { name });
    await button("Raise shield").click();
    await button(/^Shield until .?11:10/).waitFor();
    await staff.page.getByText("(staff)").waitFor();
    await desk.page.getByRole("button", { name: /^Shield until .*\(staff\)/ }).waitFor();
    expect(await violations(staff.page)).toEqual([]);
    expect(await violations(desk.page)).toEqual([]);
    await desk.page.getByRole("button", { name: "End shield" }).click();
    await button("Raise shield").waitFor();
    await desk.page.getByRole("button", { name: "Raise shield" }).click();
    await button("End shield").click();
    await desk.page.getByRole("button", { name: "Raise shield" }).waitFor();
    expect([...staff.complaints, ...desk.complaints]).toEqual([]);
  },
);
