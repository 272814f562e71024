/** The bot of client/README.md, in both runtimes, against the real room. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { folder } from "../process/program.ts";
import { heard, join as joinRaw } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

const BOT = join(import.meta.dir, "../../client/examples/bot.ts");

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
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

test("in Node it is the same", async () => {
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
