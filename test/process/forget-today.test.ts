import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Today } from "../../src/wire/http.ts";
import { connect } from "../harness/sockets.ts";
import { folder, type Program, start } from "./program.ts";

const COMMAND = join(import.meta.dir, "../../bin/forget-today.ts");
const ENV = { TIMEZONE: "UTC" };

test.each([
  ["whose key is lost", async (file: string) => Bun.file(`${file}.day`).delete()],
  [
    "that a wrong clock has put into a day to come",
    async (file: string) => {
      const db = new Database(file);
      db.run("UPDATE room SET day = '2999-01-01'");
      db.close(true);
    },
  ],
])("a room %s gives up what was said, and goes on today", async (_, spoil) => {
  await using here = await folder();
  {
    await using program = await start(here.path, ENV);
    await say(program, "Given up.");
    expect(await program.end("SIGTERM")).toBe(0);
  }
  await spoil(join(here.path, "messages.db"));
  const child = Bun.spawn([process.execPath, COMMAND, "--yes"], { cwd: here.path, env: ENV });
  expect(await child.exited).toBe(0);

  await using program = await start(here.path, ENV);
  await say(program, "Said after.");
  const { date } = Today.parse(await get(program, "/api/today"));
  expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
  const { messages } = await get(program, "/api/messages");
  expect(messages).toMatchObject([{ text: "Said after." }]);
});

test.each([
  ["--help", ["--help"], 0, "Deletes everything said today"],
  ["an unknown flag", ["--now"], 2, "Unknown option '--now'"],
  ["an unknown word", ["today"], 2, "was given 1"],
  ["no terminal to ask on", [], 2, "say --yes"],
])("with %s nothing is deleted", async (_, words, exitCode, sentence) => {
  await using here = await folder();
  {
    await using program = await start(here.path, ENV);
    await say(program, "Stays.");
    expect(await program.end("SIGTERM")).toBe(0);
  }
  expect(await run(here.path, words)).toMatchObject({
    exitCode,
    printed: expect.stringContaining(sentence),
  });
  await using program = await start(here.path, ENV);
  expect((await get(program, "/api/messages")).messages).toMatchObject([{ text: "Stays." }]);
});

test("beside a running room, and where there is no database, it refuses in a sentence and makes nothing", async () => {
  await using here = await folder();
  {
    await using program = await start(here.path, ENV);
    await say(program, "Stays.");
    const { exitCode, printed } = await run(here.path, ["--yes"]);
    expect(exitCode).toBe(1);
    expect(printed).toContain("open in another process");
    expect((await get(program, "/api/messages")).messages).toMatchObject([{ text: "Stays." }]);
  }
  await using empty = await folder();
  const { exitCode, printed } = await run(empty.path, ["--yes"]);
  expect(exitCode).toBe(1);
  expect(printed).toContain("There is no database at");
  expect(await readdir(empty.path)).toEqual([]);
});

async function run(cwd: string, words: string[]) {
  const child = Bun.spawn([process.execPath, COMMAND, ...words], {
    cwd,
    env: ENV,
    stdin: "ignore",
    stderr: "pipe",
  });
  const outputs = [new Response(child.stdout), new Response(child.stderr)];
  const printed = (await Promise.all(outputs.map((output) => output.text()))).join("");
  return { exitCode: await child.exited, printed };
}

async function get(program: Program, path: string) {
  return fetch(program.url + path).then((answer) => answer.json());
}

async function say(program: Program, text: string): Promise<void> {
  await using client = await connect(program.wsUrl);
  client.send({ type: "hello" });
  await client.next("welcome");
  client.send({ type: "say", ref: "1", text });
  await client.next("ack");
}
