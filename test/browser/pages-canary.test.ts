/** What attackers type, through every field into every page. */
import { expect, setDefaultTimeout, test } from "bun:test";
import type { Page } from "playwright-core";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { heard, join } from "../ws/joining.ts";
import { signedIn } from "./pages-signed-in.ts";

setDefaultTimeout(TEST_MS);

/** Each would call `canary`, load something named so, or leave an element of that name. */
const MARKUP = [
  "<script>canary()</script>",
  "<img src=x onerror=canary()>",
  "<svg/onload=canary()>",
  "<svg><script href=data:,canary() />",
  "<iframe srcdoc='<script>parent.canary()</script>'></iframe>",
  "<details open ontoggle=canary()>",
  "<input autofocus onfocus=canary()>",
  "<a href=javascript:canary()>x</a>",
  "<object data=javascript:canary()></object>",
  "<meta http-equiv=refresh content='0;url=/canary'>",
  "<link rel=stylesheet href=/canary>",
  "<style>@import '/canary';</style>",
  "<form action=/canary><button>x</button></form>",
  "<base href=//canary.example/>",
  "<canary-element></canary-element>",
  '"><img src=/canary onload=canary()>',
  "'-canary()-'",
  "</title></textarea></script><script>canary()</script>",
  "$" + "{canary()} {{constructor.constructor('canary()')()}} #{canary()}",
  "javascript:canary()",
  "data:text/html,<script>canary()</script>",
  "\\u003cscript\\u003ecanary()\\u003c/script\\u003e",
  "&lt;script&gt;canary()&lt;/script&gt;",
  "<math><mi//xlink:href='data:x,<script>canary()</script>'>",
];
const SQL = [
  "'; DROP TABLE messages; --",
  "' OR '1'='1",
  "'); DELETE FROM users; --",
  '" UNION SELECT hashed_password FROM users --',
  "1; UPDATE users SET is_admin = TRUE",
  "\\'; SELECT pg_sleep(9); --",
  "%' ESCAPE '!",
  "$$; DROP TABLE room; $$",
];
const CONFUSING = [
  "аdmin",
  "Sуstem",
  "ad\u200bmin",
  "\u202enimda",
  "ＡＤＭＩＮ",
  "room\u2028<b>x</b>",
];
const CORPUS = [...MARKUP, ...SQL, ...CONFUSING];

/** What ran, or is there, that nobody but an attacker would put there. */
async function fired(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const left =
      "canary-element, iframe, object, base, [onerror], [onload], [ontoggle], a[href^=javascript]";
    const there = [...document.querySelectorAll(left)].map(({ outerHTML }) => outerHTML);
    return [
      "canary" in globalThis && Reflect.get(globalThis, "fired") === true ? "it ran" : "",
      ...there,
    ].filter((one) => one !== "");
  });
}

/** What is typed there is refused, and said beside its field. */
async function typesIntoTheSecondStep(page: Page): Promise<void> {
  await page.fill("#begin-password", MARKUP[0] ?? "");
  await page.press("#begin-password", "Enter");
  await page.locator("#begin-password-note.error").waitFor();
  expect(await fired(page)).toEqual([]);
}

test("nothing that anybody types anywhere runs on any page, for a guest, an account or an admin", async () => {
  const env = {
    MESSAGES_PER_MINUTE: "1000000",
    HELP_TEXT: MARKUP.slice(0, 10).join(" "),
    HELP_LINKS: "<b>x</b>=https://h.example/",
  };
  await using room = await openRoom({ env });
  await using browser = await openBrowser();
  const admin = await room.admin();
  const ann = await room.member("ann");
  const asked: string[] = [];
  const open = async (path: string, token?: string, at = room) => {
    const visitor = await signedIn(browser, at, { path: "/robots.txt", token });
    await visitor.page.addInitScript(() => {
      Object.assign(globalThis, { canary: () => Object.assign(globalThis, { fired: true }) });
    });
    visitor.page.on("dialog", (dialog) => asked.push(dialog.message()));
    visitor.page.on("request", (request) => {
      if (/\/canary|canary\.example/.test(request.url())) asked.push(request.url());
    });
    await visitor.page.goto(at.url + path);
    return visitor;
  };

  // Fields of calls: what is refused is refused in words, and what is taken is shown.
  const call = (method: string, path: string, body: object, token = admin) =>
    room.call(method, path, { token, body });
  // Fewer than the limits of these calls.
  for (const text of [...MARKUP.slice(0, 4), ...SQL.slice(0, 4)]) {
    const account = { email: `${text}@example.com`, username: text, password: `${text}!!!!!!!!` };
    expect((await call("POST", "/api/auth/register", account)).status).toBe(422);
  }
  for (const text of [...SQL, ...CONFUSING, ...MARKUP.slice(0, 6)]) {
    const login = { email: text, password: text, code: text.slice(0, 60) };
    expect((await call("POST", "/api/auth/login", login)).status).toBe(401);
  }
  for (const text of CORPUS) {
    const path = `/api/admin/users?search=${encodeURIComponent(text)}`;
    expect(await (await room.call("GET", path, { token: admin })).json()).toEqual([]);
  }
  const topics = CORPUS.map((text) => ({ topic: text, rules: text }));
  expect((await call("PUT", "/api/admin/rotation", { topics })).status).toBe(200);
  const rules = MARKUP.slice(0, 8).join(" ");
  expect(
    (await call("POST", "/api/admin/topic", { topic: MARKUP.slice(0, 4).join(" "), rules })).status,
  ).toBe(200);

  const { client: talker } = await join(room.wsUrl, { token: ann.token });
  const { client: guest } = await join(room.wsUrl);
  const script = await connectPlain(room.wsUrl);
  for (const text of CORPUS) {
    await heard(talker, text);
    script.send({ user: text, text: `plain ${text}` });
  }
  const last = await heard(guest, `of a guest ${MARKUP.slice(0, 6).join(" ")}`);
  for (const reason of MARKUP.slice(0, 6)) {
    await call("POST", "/api/mod/sanctions", { kind: "mute", message: last, minutes: 5, reason });
  }
  const muted = await room.member("muted");
  const reason = MARKUP.slice(0, 4).join(" ");
  await call("POST", "/api/mod/sanctions", { kind: "mute", user_id: muted.id, reason });
  const reporter = await join(room.wsUrl, { token: admin });
  reporter.client.send({ type: "report", id: last });
  await reporter.client.next("reported");

  const ghost = "#why=<img src=x onerror=canary()>";
  const visits: [path: string, token: string | undefined, shown: string][] = [
    ["/", undefined, ".msg"],
    ["/", ann.token, ".msg"],
    [`/login${ghost}`, undefined, "form"],
    ["/login#setup=<script>canary()</script>", undefined, "h1"],
    ["/embed", undefined, ".msg"],
    ["/embed?size=<svg/onload=canary()>&lang='-canary()-'&transparent=<script>", undefined, ".msg"],
    ["/login#reset=javascript:canary()", undefined, "form"],
    ["/account#<svg/onload=canary()>", ann.token, ".sign-ins li"],
    ["/account", muted.token, ".standing:not(:empty)"],
    ["/admin", admin, ".topic, h2"],
    ["/admin#sanctions", admin, "main"],
    ["/admin#acts", admin, "main"],
    ["/admin#topics", admin, "main"],
    ["/admin#people", admin, "main"],
  ];
  for (const [path, token, shown] of visits) {
    await using visitor = await open(path, token);
    await visitor.page.locator(shown).first().waitFor();
    await visitor.page.waitForLoadState("networkidle");
    expect([path, await fired(visitor.page)]).toEqual([path, []]);
    if (path.startsWith("/account") && token === ann.token)
      await typesIntoTheSecondStep(visitor.page);
    if (shown !== ".msg") continue;
    const texts = await visitor.page.locator(".msg").allTextContents();
    // As it was typed, for everyone to read.
    for (const text of MARKUP.slice(0, 3)) {
      expect(texts.some((one) => one.includes(text))).toBe(true);
    }
    if (path.startsWith("/embed")) continue;
    const own = `<b onfocus=canary() id=${token === undefined ? "guest" : "account"}>typed`;
    await visitor.say(own);
    await visitor.page.locator(".msg", { hasText: own }).waitFor();
    expect(await fired(visitor.page)).toEqual([]);
  }
  // The form of the first run, with all of it in each field that takes it.
  await using fresh = await openRoom({ env: { ADMIN_PASSWORD: "" } });
  const { pathname = "", hash = "" } = fresh.app.setupUrl ?? {};
  await using first = await open(pathname + hash, undefined, fresh);
  const markup = MARKUP.slice(0, 4).join(" ");
  for (const [username, email] of [
    [markup.slice(0, 50), MARKUP[1] ?? ""],
    ["first", "first@example.com"],
  ] as const) {
    await first.page.fill("#username", username);
    await first.page.fill("#email", email);
    await first.page.fill("#password", `${MARKUP[0]} as a password`);
    await first.page.fill("#topic", markup);
    await first.page.fill("#rules", markup);
    await first.page.locator("form .go").click();
    const what = username === "first" ? ".first-steps" : "#username-note.error";
    await first.page.locator(what).waitFor();
    expect(await fired(first.page)).toEqual([]);
  }
  expect(await first.page.locator("h1").textContent()).toBe(markup);
  expect(asked).toEqual([]);

  // Nothing was dropped, and nobody became anything.
  const users = await (await room.call("GET", "/api/admin/users", { token: admin })).json();
  expect(users.map(({ is_admin }: { is_admin: boolean }) => is_admin)).toEqual([
    true,
    false,
    false,
  ]);
  await heard(talker, "still here");
});
