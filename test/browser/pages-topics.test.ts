/** The admin's page for the topics of days to come, by pointer and by keys. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page, Request } from "playwright-core";
import { TopicsAhead } from "../../src/wire/topics.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
const ENV = { DAILY_TOPIC: "Usual", DAILY_RULES: "The usual rules." };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** An admin before the topics, and what the room says of them. */
async function desk(room: TestRoom, ...rotation: string[]) {
  const token = await room.admin();
  const put = (path: string, body: unknown) =>
    room.call("PUT", `/api/admin/${path}`, { token, body });
  await put("rotation", { topics: rotation.map((topic) => ({ topic })) });
  const admin = await visit(browser, `${room.url}/robots.txt`);
  const { page } = admin;
  await page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
  await page.clock.install();
  await page.goto(`${room.url}/admin#topics`);
  await page.locator(".topic-rows li").nth(13).waitFor();
  const ahead = async () =>
    TopicsAhead.parse(await (await room.call("GET", "/api/admin/topics", { token })).json());
  return { admin, page, ahead, put };
}

const day = (page: Page, place: number) =>
  page.locator(".topic-rows").first().locator("li").nth(place);
const turns = (page: Page) => page.locator(".topic-rows").nth(1).locator("li");
const said = (page: Page, text: string) => page.locator(".outcome", { hasText: text }).waitFor();
/** Resolves once the focus is on what is called that, or begins so. */
const focused = (page: Page, label: string) =>
  page.locator(`[aria-label^="${label}"]:focus`).waitFor();

test("a day is planned, changed and freed where it stands, by keys alone", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page, ahead } = await desk(room, "A", "B");
  await using _ = admin;
  const second = day(page, 1);
  await second.getByText("from the rotation").waitFor();
  await second.getByText("B", { exact: true }).waitFor();

  await second.getByRole("button", { name: "Plan a topic for" }).press("Enter");
  await page.keyboard.type("Queues");
  await page.keyboard.press("Enter");
  await second.getByText("planned").waitFor();
  await second.getByText("Queues").waitFor();
  await said(page, "is planned");
  await focused(page, "Edit: ");
  const { planned, days } = await ahead();
  expect(planned).toEqual([{ date: days[1]?.date ?? "", topic: "Queues", rules: null }]);
  // The day after takes what this one left.
  await day(page, 2).getByText("B", { exact: true }).waitFor();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("No pushing.");
  await second.getByRole("button", { name: "Save" }).press("Enter");
  await second.getByText("No pushing.").waitFor();
  expect((await ahead()).planned).toMatchObject([{ topic: "Queues", rules: "No pushing." }]);

  await page.keyboard.press("Enter");
  await page.keyboard.type("given up");
  await page.keyboard.press("Escape");
  await focused(page, "Edit: ");
  await second.getByText("Queues").waitFor();

  await second.getByRole("button", { name: "Remove: " }).press("Enter");
  await second.getByText("from the rotation").waitFor();
  await focused(page, "Plan a topic for ");
  expect((await ahead()).planned).toEqual([]);
  expect(admin.complaints).toEqual([]);
});

test("a day further ahead is planned too, and stands after the next ones", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page, ahead } = await desk(room);
  await using _ = admin;
  const { days } = await ahead();
  const date = Temporal.PlainDate.from(days[0]?.date ?? "")
    .add({ days: 40 })
    .toString();
  await page.getByRole("button", { name: "Plan another day" }).click();
  await page.getByLabel("Day", { exact: true }).fill(date);
  const form = page.getByRole("form", { name: "Plan another day" });
  await form.getByRole("textbox", { name: "Topic" }).fill("Trains");
  await form.getByRole("button", { name: "Save" }).click();
  await day(page, 14).getByText("Trains").waitFor();
  expect((await ahead()).planned).toEqual([{ date, topic: "Trains", rules: null }]);
});

test("the rotation is written, ordered and cleared by keys, and the focus stays with what is moved", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page, ahead } = await desk(room);
  await using _ = admin;
  const rotation = async () => (await ahead()).rotation.topics.map(({ topic }) => topic);
  await page.getByText("No topics take turns").waitFor();
  for (const topic of ["A", "B", "C"]) {
    await page.getByRole("button", { name: "Add a topic" }).press("Enter");
    await page.keyboard.type(topic);
    await page.keyboard.press("Enter");
    await turns(page).getByText(topic, { exact: true }).waitFor();
  }
  expect(await rotation()).toEqual(["A", "B", "C"]);
  await turns(page).nth(0).getByText("comes next").waitFor();

  // With the focus on what moves; at the end only the way back is left.
  await page.getByRole("button", { name: "Move down: A" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await focused(page, "Move up: A");
  await said(page, "Now at place 3 of 3.");
  expect(await rotation()).toEqual(["B", "C", "A"]);
  await turns(page).nth(2).getByText("comes next").waitFor();
  await page.keyboard.press("Enter");
  await said(page, "Now at place 2 of 3.");
  expect(await rotation()).toEqual(["B", "A", "C"]);
  await day(page, 0).getByText("A", { exact: true }).waitFor();

  await page.getByRole("button", { name: "Edit: A" }).press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Queues");
  await page.keyboard.press("Enter");
  await turns(page).getByText("Queues").waitFor();
  await focused(page, "Edit: Queues");

  for (const [gone, left] of [
    ["Queues", "Remove: C"],
    ["C", "Remove: B"],
  ]) {
    await page.getByRole("button", { name: `Remove: ${gone}` }).press("Enter");
    await page.getByRole("button", { name: `Remove: ${gone}` }).waitFor({ state: "detached" });
    await focused(page, left ?? "nothing");
  }
  await page.keyboard.press("Enter");
  await page.getByText("No topics take turns").waitFor();
  await page.locator("button:focus", { hasText: "Add a topic" }).waitFor();
  await day(page, 0).getByText("the usual topic").waitFor();
  expect(await rotation()).toEqual([]);
});

test("two quick moves keep the focus on what is moved, also where an answer from before comes late", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page } = await desk(room, "A", "B");
  await using _ = admin;
  const asked = Promise.withResolvers<void>();
  const pressed = Promise.withResolvers<void>();
  await page.route(
    "**/api/admin/rotation",
    async (route) => {
      asked.resolve();
      await pressed.promise;
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole("button", { name: "Add a topic" }).press("Enter");
  await page.keyboard.type("C");
  await page.keyboard.press("Enter");
  await asked.promise;
  await page.getByRole("button", { name: "Move down: A" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await focused(page, "Move up: A");
  pressed.resolve();
  await said(page, "Now at place 3 of 3.");
  // The form is closed since its own answer.
  await page.getByRole("button", { name: "Add a topic" }).waitFor();
  await focused(page, "Move up: A");
  expect(await turns(page).locator(".topic-text").allTextContents()).toEqual(["B", "C", "A"]);
});

test("what another admin plans shows by itself, and what is being written stays", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page, ahead, put } = await desk(room, "A", "B");
  await using _ = admin;
  const { days } = await ahead();
  await page.getByRole("button", { name: "Edit: B" }).click();
  await page.keyboard.type(" and more");
  await day(page, 0).getByRole("button", { name: "Plan a topic for" }).click();
  await page.keyboard.type("half a top");
  await put(`topics/${days[2]?.date}`, { topic: "Theirs" });
  await put("rotation", { topics: [{ topic: "New" }, { topic: "A" }, { topic: "B" }] });
  await page.clock.fastForward(10_000);
  await day(page, 2).getByText("Theirs").waitFor();
  await turns(page).getByText("New").waitFor();
  expect(await day(page, 0).getByRole("textbox", { name: "Topic" }).inputValue()).toBe(
    "half a top",
  );
  expect(await turns(page).nth(2).getByRole("textbox", { name: "Topic" }).inputValue()).toBe(
    "B and more",
  );
});

test("an answer from before a change of the rotation does not take it back", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page } = await desk(room, "A", "B", "C");
  await using _ = admin;
  const read = Promise.withResolvers<Request>();
  const moved = Promise.withResolvers<void>();
  await page.route(
    "**/api/admin/topics",
    async (route) => {
      const response = await route.fetch();
      read.resolve(route.request());
      await moved.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.clock.fastForward(10_000);
  const early = await read.promise;
  await page.getByRole("button", { name: "Move down: A" }).press("Enter");
  await said(page, "Now at place 2 of 3.");
  const late = page.waitForResponse((response) => response.request() === early);
  moved.resolve();
  await (await late).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await focused(page, "Move down: A");
  expect(await turns(page).locator(".topic-text").allTextContents()).toEqual(["B", "A", "C"]);
});

test("what the room refuses is said, and what was written stays", async () => {
  await using room = await openRoom({ env: ENV });
  const { admin, page } = await desk(room, "A");
  await using _ = admin;
  await page.route("**/api/admin/rotation", (route) => route.abort());
  await page.getByRole("button", { name: "Add a topic" }).click();
  await page.keyboard.type("Queues");
  await page.keyboard.press("Enter");
  await page.locator(".outcome.bad").waitFor();
  await turns(page).getByText("Queues").waitFor({ state: "detached" });
  const form = page.getByRole("form", { name: "Add a topic" });
  expect(await form.getByRole("textbox", { name: "Topic" }).inputValue()).toBe("Queues");
  await page.unroute("**/api/admin/rotation");
  await form.getByRole("button", { name: "Save" }).click();
  await turns(page).getByText("Queues").waitFor();
});
