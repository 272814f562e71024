import { expect, setDefaultTimeout, test } from "bun:test";
import { inWords } from "../../src/process/log.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { withLongBounds } from "../harness/postgres.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { fail, folder, PROGRAM, start } from "./program.ts";
import { shownTerminal } from "./terminal.ts";

setDefaultTimeout(TEST_MS);

const LINE = { level: 30, time: Date.parse("2026-03-01T12:00:00Z"), pid: 1, hostname: "h" };

test("a line is words at a terminal: what happened, what it names, and the trace of a fault", () => {
  const signIn = { ...LINE, event: "sign_in", status: 200, by: "u:1", msg: "A sign-in was done." };
  expect(inWords(JSON.stringify(signIn))).toMatch(
    /^\d\d:\d\d:\d\d A sign-in was done\. status=200 by=u:1\n$/,
  );
  const fault = {
    ...LINE,
    level: 50,
    msg: "It broke.",
    err: { message: "no", stack: "Error: no" },
  };
  expect(inWords(JSON.stringify(fault))).toMatch(/ Error: It broke\.\nError: no\n$/);
});

test("where standard output is no terminal each line of it is JSON, from the start to the end", async () => {
  await using here = await folder();
  await using program = await start(here.path);
  await program.printed(/#setup=/);
  expect(await program.end("SIGTERM")).toBe(0);
  const lines = program
    .logged()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(program.logged()).not.toContain("#setup=");
  const events = lines.map(({ event }) => event).filter((event) => event !== undefined);
  expect(events).toEqual(["start", "setup_link", "stop"]);
  expect(lines).toContainEqual(
    expect.objectContaining({
      event: "start",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      database: "sqlite",
      timezone: NOON_ZONE,
      msg: expect.stringContaining(`Rage Room is open at ${program.url}/ `),
    }),
  );
});

test("the address and the setup link are said at every level but silent", async () => {
  await using here = await folder();
  await using program = await start(here.path, { LOG_LEVEL: "error" });
  await program.printed(/#setup=\S+ /);
  expect(await program.end("SIGTERM")).toBe(0);
  expect(program.logged().trim().split("\n")).toHaveLength(2);
});

test("where standard output is no terminal, the setup link is a sentence on standard error alone", async () => {
  await using here = await folder();
  await using program = await start(here.path, { LOG_LEVEL: "error" });
  const [, link = ""] = await program.printed(/^Open (\S+#setup=\S+) within the hour/m);
  expect(program.logged()).not.toContain(new URL(link).hash);
  expect(program.logged()).toContain('"event":"setup_link"');
});

test("a start that is refused is a sentence on standard error and a line of the log", async () => {
  await using here = await folder();
  const { code, out, err } = await fail(here.path, { PORT: "many" });
  expect(code).toBe(1);
  expect(err).toContain("PORT: ");
  expect(JSON.parse(out)).toMatchObject({ level: 60, event: "start_refused" });
});

test("at a terminal the start is words, and tells each thing once", async () => {
  await using here = await folder();
  await using terminal = shownTerminal();
  const child = terminal.run(PROGRAM, here.path, { PORT: "0" });
  await terminal.shows(/#setup=/);
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  const shown = terminal.shown();
  expect(shown).not.toContain("{");
  expect(shown).toMatch(/^\d\d:\d\d:\d\d Rage Room is open at http:\S+ /m);
  expect(shown).toMatch(/^\d\d:\d\d:\d\d Warning: Open http:\S+#setup=\S+ within the hour/m);
});

test("a start that waits for PostgreSQL says so in one line of JSON", async () => {
  await using here = await folder();
  const DATABASE_URL = "postgres://u:hush@127.0.0.1:1/room";
  const SECRET_KEY = "0123456789abcdef0123456789abcdef";
  const child = Bun.spawn(PROGRAM, {
    cwd: here.path,
    env: { PORT: "0", DATABASE_URL, SECRET_KEY },
    stderr: "pipe",
  });
  const { value = new Uint8Array() } = await child.stdout.getReader().read();
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
  const said = Buffer.from(value).toString();
  expect(JSON.parse(said)).toMatchObject({
    level: 40,
    msg: expect.stringMatching(/^Waiting for PostgreSQL at 127\.0\.0\.1:1: /),
  });
  expect(said).not.toContain("hush");
  expect(await new Response(child.stderr).text()).toBe("");
});

const OF_JOBS = new Set([
  "The other nodes' shares of the room are not known.",
  "A day that ended could not be destroyed; trying again.",
  "What was reported could not be hidden; trying again.",
]);

test("while PostgreSQL is away the program says so once, and once when it is back", async () => {
  await using server = await startPostgres({ durable: false });
  await using here = await folder();
  const SECRET_KEY = "0123456789abcdef0123456789abcdef";
  const env = {
    DATABASE_URL: withLongBounds(server.url),
    SECRET_KEY,
    ADMIN_PASSWORD: "a long password",
  };
  await using program = await start(here.path, env);
  await server.kill();
  await program.printed(/"event":"not_ready"/);
  // Each of them fails, and so do the looks of the room at its log, four a second.
  for (let times = 0; times < 5; times++) {
    expect((await fetch(`${program.url}/ready`)).status).toBe(503);
  }
  await server.start();
  await program.printed(/"event":"ready_again"/);
  expect(await program.end("SIGTERM")).toBe(0);
  const lines = program
    .output()
    .trim()
    .split("\n")
    .map((line): { level: number; event?: string; msg: string } => JSON.parse(line));
  const loud = lines.filter(({ level }) => level >= 40).map(({ event, msg }) => event ?? msg);
  // Jobs say again and again what waits; how often that is here, the machine decides.
  expect(loud.filter((said) => !OF_JOBS.has(said))).toEqual(["admin_set", "not_ready"]);
});
