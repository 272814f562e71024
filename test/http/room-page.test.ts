/** What `/` says before any script runs. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { catalogues } from "../../web/words/catalogues.ts";
import type { Catalogue } from "../../web/words/english.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";

setDefaultTimeout(TEST_MS);
const START = "2026-11-23T12:00:00Z";
const MARKUP = `<img src=x onerror="alert('1')"> & $& </main>`;
const clock = virtualClock(START);
let room: TestRoom;
beforeAll(async () => {
  const env = {
    DAILY_TOPIC: "Printers <b>that</b> know",
    DAILY_RULES: "Be <i>kind</i>.",
    TIMEZONE: "America/Argentina/Buenos_Aires",
  };
  room = await openRoom({ clock, env });
  await say("It jammed.");
  await say(MARKUP);
});
afterAll(() => room.stop());

async function say(text: string): Promise<number> {
  await using speaker = await connect(room.wsUrl);
  speaker.send({ type: "hello" });
  speaker.send({ type: "say", ref: crypto.randomUUID(), text });
  const { seq } = await speaker.next("message", (event) => event.text === text);
  return seq;
}

const read = async (headers: Record<string, string> = {}) => {
  const response = await room.call("GET", "/", { headers });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return response.text();
};

test("holds topic, rules, midnight and what was said last, escaped, in the reader's language", async () => {
  const english = await read();
  expect(english).toContain('<html lang="en">');
  expect(english).toContain(">Printers &lt;b&gt;that&lt;/b&gt; know</h1>");
  expect(english).toContain(">Be &lt;i&gt;kind&lt;/i&gt;.</p>");
  expect(english).toContain("midnight in \u2068Buenos Aires\u2069");
  expect(english).toContain(">It jammed.</p>");
  expect(english).toContain(
    ">&lt;img src=x onerror=&quot;alert(&#x27;1&#x27;)&quot;&gt; &amp; $&amp; &lt;/main&gt;</p>",
  );
  expect(english).not.toContain("<img");
  expect(await read({ "accept-language": "de-AT,de;q=0.9,en;q=0.5" })).toContain("Mitternacht in");
  expect(await read({ "accept-language": "ar" })).toContain('<html lang="ar" dir="rtl">');
  const hebrew = await read({ "accept-language": "he-IL, en;q=0.5" });
  expect(hebrew).toContain('<html lang="he" dir="rtl">');
  expect(hebrew).toContain("חצות ב־\u2068Buenos Aires\u2069");
  expect(await read({ "accept-language": "hi" })).toContain('<html lang="hi">');
  expect(await read({ "accept-language": "ja" })).toContain("\u2068Buenos Aires\u2069の午前0時");
  expect(await read({ "accept-language": "nl, *;q=0.1" })).toContain('<html lang="en">');
});

test("beside the room, a page without a script says in every language that it needs one", async () => {
  const all: Catalogue[] = Object.values(catalogues);
  for (const path of ["/login", "/account", "/admin", "/embed"]) {
    const served = await (await room.call("GET", path)).text();
    for (const { needsScript } of all)
      expect([path, served]).toEqual([path, expect.stringContaining(needsScript)]);
  }
  expect(await read()).not.toContain(catalogues.en.needsScript);
});

test("is the same text however it is packed", async () => {
  const packed = await room.call("GET", "/", { headers: { "accept-encoding": "gzip" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  const plain = await room.call("GET", "/", { headers: { "accept-encoding": "gzip;q=0" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await packed.text()).toBe(await plain.text());
});

test("gives what is said to nobody who keeps copies of pages", async () => {
  for (const agent of ["Googlebot/2.1", "archive.org_bot", "facebookexternalhit/1.1"]) {
    const copied = await read({ "user-agent": agent });
    expect(copied).toContain("Printers");
    expect(copied).not.toContain("It jammed.");
  }
});

test("shows a change at once, and is asked for again at midnight by who has no script", async () => {
  const seq = await say("Gone in a moment.");
  expect(await read()).toContain("Gone in a moment.");
  const token = await room.admin();
  await room.call("DELETE", `/api/admin/message/${seq}`, { token });
  expect(await read()).not.toContain("Gone in a moment.");
  const body = { topic: "Queues" };
  await room.call("POST", "/api/admin/topic", { token, body });
  const changed = await read();
  expect(changed).toContain(">Queues</h1>");
  expect(changed).toContain('<noscript><meta http-equiv="refresh" content="54000"></noscript>');
});

test("says nothing of a day that is over", async () => {
  expect(await read()).toContain("It jammed.");
  await clock.advance(15 * 3_600_000);
  expect(await read()).not.toContain("It jammed.");
});
