import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { join } from "node:path";
import { dayAt } from "../../src/room/day.ts";
import { Today } from "../../src/wire/http.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { connect } from "../harness/sockets.ts";
import { command, commandOf } from "./command.ts";
import { folder, type Program, start } from "./program.ts";
import { shownTerminal } from "./terminal.ts";

const ENV = { TIMEZONE: NOON_ZONE };

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
  let held: { after: number; epoch: string | undefined };
  {
    await using program = await start(here.path, ENV);
    held = await say(program, "Given up.");
    expect(await program.end("SIGTERM")).toBe(0);
  }
  await spoil(join(here.path, "messages.db"));
  const { exitCode, out } = await command("forget-today", here.path, ["--yes"], ENV);
  expect(exitCode).toBe(0);
  expect(out).toMatch(new RegExp(`The room in ${join(here.path, "messages.db")}: .*messages: 1`));

  await using program = await start(here.path, ENV);
  await say(program, "Said after.");
  const { date } = Today.parse(await get(program, "/api/today"));
  expect(date).toBe(dayAt(Date.now(), NOON_ZONE));
  const { messages } = await get(program, "/api/messages");
  expect(messages).toMatchObject([{ text: "Said after." }]);
  await using back = await connect(program.wsUrl);
  back.send({ type: "hello", ...held });
  expect(await back.next("welcome")).toMatchObject({ recovered: false });
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
  const told = await command("forget-today", here.path, words, ENV);
  expect(told.exitCode).toBe(exitCode);
  expect(told.out + told.err).toContain(sentence);
  await using program = await start(here.path, ENV);
  expect((await get(program, "/api/messages")).messages).toMatchObject([{ text: "Stays." }]);
});

test.each([
  ["no", 1, [{ text: "Said." }]],
  ["yes", 0, []],
])("at a terminal it asks once, and with “%s” ends with %i", async (answer, exitCode, left) => {
  await using here = await folder();
  {
    await using program = await start(here.path, ENV);
    await say(program, "Said.");
    expect(await program.end("SIGTERM")).toBe(0);
  }
  await using terminal = shownTerminal();
  const child = terminal.run(commandOf("forget-today"), here.path, ENV);
  await terminal.shows(/Type yes to go on: /);
  child.terminal?.write(`${answer}\n`);
  expect(await child.exited).toBe(exitCode);
  expect(terminal.shown().match(/Type yes/g)).toHaveLength(1);
  expect(terminal.shown()).toContain(join(here.path, "messages.db"));
  await using program = await start(here.path, ENV);
  expect((await get(program, "/api/messages")).messages).toMatchObject(left);
});

test("beside a running room it refuses in a sentence, and deletes nothing", async () => {
  await using here = await folder();
  await using program = await start(here.path, ENV);
  await say(program, "Stays.");
  const { exitCode, err } = await command("forget-today", here.path, ["--yes"], ENV);
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^[^\n]*open in another process[^\n]*\n$/);
  expect((await get(program, "/api/messages")).messages).toMatchObject([{ text: "Stays." }]);
});

async function get(program: Program, path: string) {
  return fetch(program.url + path).then((answer) => answer.json());
}

/** Gives what a client would come back with. */
async function say(
  program: Program,
  text: string,
): Promise<{ after: number; epoch: string | undefined }> {
  await using client = await connect(program.wsUrl);
  client.send({ type: "hello" });
  const { epoch } = await client.next("welcome");
  client.send({ type: "say", ref: "1", text });
  return { after: (await client.next("ack")).seq, epoch };
}
