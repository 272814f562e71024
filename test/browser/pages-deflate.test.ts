import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { deflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { decode } from "../../client/frames.ts";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { visit } from "./pages-visit.ts";

setDefaultTimeout(TEST_MS);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a page takes deflated frames, and shows a burst whole and in order", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
  await using speaker = await visit(browser, room.url);
  await using reader = await visit(browser, `${room.url}/login`);
  const kinds = new Set<string>();
  reader.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => kinds.add(typeof payload)),
  );
  await reader.page.goto(room.url);
  await reader.page.locator(".empty").waitFor();
  // A frame that is slow to inflate is followed by quick ones.
  const said = Array.from(
    { length: 40 },
    (_, n) => `${n}.${n % 7 === 0 ? randomText(n + 1, 400) : ""}`,
  );
  for (const text of said) await speaker.say(text);
  await reader.shows(said.at(-1) ?? "");
  expect(await reader.page.locator(".msg").allTextContents()).toEqual(said);
  expect([...kinds]).toEqual(["object"]);
  expect(reader.complaints).toEqual([]);
});

test("what is no frame of the room is told from what is one, deflated or not", async () => {
  const frame = [{ type: "online", count: 3 }];
  const bytes = deflateSync(JSON.stringify(frame));
  const whole = new Uint8Array(bytes).buffer;
  expect(await decode(whole)).toMatchObject(frame);
  expect(await decode(JSON.stringify(frame))).toMatchObject(frame);
  for (const wrong of [whole.slice(0, -6), new ArrayBuffer(4), "{}", "[", 7]) {
    expect(await decode(wrong)).toBeUndefined();
  }
});

/** Hard to deflate, and the same at every run. */
function randomText(seed: number, length: number): string {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 0x7fffffff;
    return String.fromCharCode(97 + (state % 26));
  };
  return Array.from({ length }, next).join("");
}
