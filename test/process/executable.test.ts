/** The program as one file, in an empty folder, with nothing on the path. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { buildPages } from "../../src/http/pages.ts";
import { TEST_MS } from "../harness/limits.ts";
import { sampleValue, scrape } from "../metrics/scraped.ts";
import { heard, join as joinRoom, say } from "../ws/joining.ts";
import { folder, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ADMIN = { email: "ada@example.com", username: "ada", password: "a password of Ada's" };

let built: Awaited<ReturnType<typeof folder>>;
let file = "";
beforeAll(async () => {
  built = await folder();
  file = join(built.path, "rage-room");
  const build = Bun.spawn([process.execPath, join(import.meta.dir, "../../bin/build.ts"), file], {
    stdout: "ignore",
    stderr: "pipe",
  });
  expect({ code: await build.exited, err: await new Response(build.stderr).text() }).toEqual({
    code: 0,
    err: "",
  });
});
afterAll(() => built[Symbol.asyncDispose]());

async function verb(cwd: string, words: string[], env: Record<string, string> = {}) {
  const child = Bun.spawn([file, ...words], { cwd, env, stdin: "ignore", stderr: "pipe" });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, out, err };
}

const post = (url: string, path: string, body: unknown) =>
  fetch(url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

test("a library's sentences in other languages are not in it, to be read at each start", async () => {
  const program = Buffer.from(await Bun.file(file).arrayBuffer());
  // English and Dutch, of zod: it is there, and that is not.
  expect([program.includes("Invalid input"), program.includes("Ongeldige invoer")]).toEqual([
    true,
    false,
  ]);
});

test("from its setup link to talk, through a kill and a backup, it is the room", async () => {
  await using here = await folder();
  await using first = await start(here.path, {}, { file });
  const [, secret = ""] = await first.printed(/#setup=(\S+)/);
  expect((await post(first.url, "/api/auth/setup", { secret, ...ADMIN })).status).toBe(201);
  const env = { PORT: new URL(first.url).port };
  expect(await verb(here.path, ["healthcheck", "--ready"], env)).toMatchObject({ code: 0 });
  const { client } = await joinRoom(first.wsUrl);
  const id = await heard(client, "Said to a single file.");
  await first.end("SIGKILL");

  await using second = await start(here.path, {}, { file });
  const { client: back } = await joinRoom(second.wsUrl);
  expect(await back.next("message")).toMatchObject({ id, text: "Said to a single file." });
  expect(await verb(here.path, ["backup", "kept.db"])).toMatchObject({ code: 0, err: "" });
  expect(await verb(here.path, ["verify"])).toMatchObject({ code: 0, err: "" });
  expect(await second.end("SIGTERM")).toBe(0);

  const kept = { DATABASE_URL: "sqlite:restored.db" };
  expect(await verb(here.path, ["restore", "kept.db"], kept)).toMatchObject({ code: 0, err: "" });
  const { code, out } = await verb(here.path, ["reset-password", "ada"], kept);
  expect(code).toBe(0);
  await using restored = await start(here.path, kept, { file });
  const { email } = ADMIN;
  const password = out.trim();
  expect((await post(restored.url, "/api/auth/login", { email, password })).status).toBe(200);
  const { client: anybody } = await joinRoom(restored.wsUrl);
  await say(anybody, "A new page.");
  const typed = new Blob(["Typed.\n"]);
  const chat = Bun.spawn([file, "chat", restored.url], { env: {}, stdin: typed, stderr: "ignore" });
  expect(await chat.exited).toBe(0);
  await anybody.next("message", ({ text }) => text === "Typed.");
  expect(await restored.end("SIGTERM")).toBe(0);
  expect(
    (await readdir(here.path)).every((name) => /^(messages|kept|restored)\.db/.test(name)),
  ).toBe(true);
});

test("it serves the bytes that a checkout serves, and the reference of the calls", async () => {
  await using here = await folder();
  await using program = await start(here.path, {}, { file });
  const pages = await buildPages();
  const html = await (await fetch(program.url)).text();
  const assets = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => `/${path}`);
  expect(assets.length).toBeGreaterThan(2);
  // The room's own page holds the room as it is at that moment; what it loads is the same.
  for (const path of ["/login", "/account", "/static/admin.html", "/embed", ...assets]) {
    const here = await (await fetch(program.url + path)).bytes();
    const there = await pages.respond(new Request(program.url + path))?.bytes();
    expect({ path, same: Bun.deepEquals(here, there) }).toEqual({ path, same: true });
  }
  for (const path of [
    "/asyncapi.json",
    "/docs",
    "/docs/swagger-ui-bundle.js",
    "/docs/swagger-ui.css",
  ]) {
    expect((await fetch(program.url + path)).status).toBe(200);
  }
});

test("it serves its metrics, and they say its version", async () => {
  await using here = await folder();
  await using program = await start(here.path, { METRICS_PORT: "0" }, { file });
  const [, url = ""] = await program.printed(/"metrics":"([^"]+)"/);
  await joinRoom(program.wsUrl);
  const scraped = await scrape(new URL(url));
  expect(sampleValue(scraped, "rageroom_build_info", { version, bun: Bun.version })).toBe(1);
  expect(sampleValue(scraped, "rageroom_connections")).toBe(1);
  expect(sampleValue(scraped, "rageroom_process_open_fds")).toBeGreaterThan(5);
});

test.each([
  [["help"], 0, "rage-room [VERB]"],
  [["version"], 0, "."],
  [["backup", "--help"], 0, "rage-room backup FILE"],
  [["receipts", "--help"], 0, "rage-room receipts"],
  [["forget-today", "--help"], 0, "rage-room forget-today"],
  [["serve", "--help"], 0, "rage-room serve"],
  [["reset-password", "--help"], 0, "rage-room reset-password NAME|EMAIL"],
  [["healthcheck", "--help"], 0, "rage-room healthcheck"],
  [["chat", "--help"], 0, "rage-room chat URL"],
  [["chat", "example.org"], 2, "is no address of a room"],
  [["doctor", "--help"], 0, "rage-room doctor"],
  [["doctor"], 0, "there is no ./messages.db yet"],
  [["doctor", "--url=x"], 1, "--url=x is no address"],
  [["doctor", "--now"], 2, "Unknown option '--now'"],
  [["restore", "--help"], 0, "rage-room restore FILE"],
  [["restore", "kept.db"], 1, "There is no kept.db."],
  [["verify", "--help"], 0, "rage-room verify"],
  [["verify"], 1, "There is no room"],
  [["reset-password"], 2, "It takes 1 word,"],
  [["reset-password", "ada"], 1, "There is no room"],
  [["backup", "a", "--yes"], 2, "Unknown option '--yes'"],
  [["version", "--all"], 2, "rage-room [VERB]"],
  [["help", "me"], 2, "It takes 0 words"],
  [["serve", "now"], 2, "It takes 0 words"],
  [["frobnicate"], 2, "is not a verb"],
  [["--port=1"], 2, "is not a verb"],
  [["receipts"], 1, "There is no room"],
])("%j says what it is, and touches nothing", async (words, code, says) => {
  await using here = await folder();
  const told = await verb(here.path, words);
  expect({ code: told.code, says: (told.out + told.err).includes(says) }).toEqual({
    code,
    says: true,
  });
  expect(told.out + told.err).not.toContain("    at ");
  expect(await readdir(here.path)).toEqual([]);
});

test("the receipts of a room are lines of JSON, beside the room", async () => {
  await using here = await folder();
  await using program = await start(here.path, {}, { file });
  await joinRoom(program.wsUrl);
  expect(await verb(here.path, ["receipts"])).toEqual({ code: 0, out: "", err: "" });
});
