/** `rage-room chat`, as somebody at a terminal and as a script has it, against the real room. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indented, oneLine, printable } from "../../src/cli/chat-printable.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join as enter, heard } from "../ws/joining.ts";
import { command, commandOf } from "./command.ts";
import { folder } from "./program.ts";
import { shownTerminal } from "./terminal.ts";

setDefaultTimeout(TEST_MS);

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.stop());

describe("for a script", () => {
  test("each line is a message, in order; at the end of them it ends with 0", async () => {
    const { client } = await enter(room.wsUrl);
    await heard(client, "before it came");
    const typed = "the build is red\n\nagain, and again\n/quit is said\n";
    const { exitCode, out, err } = await command("chat", "/", [room.url], {}, typed);
    expect({ exitCode, err: err.includes("Today: ") }).toEqual({ exitCode: 0, err: true });
    expect(out).toMatch(/^\d\d:\d\d \S.*: before it came$/m);
    const said = ["the build is red", "again, and again", "/quit is said"];
    for (const text of said) await client.next("message", (message) => message.text === text);
    expect(
      client.events.flatMap((event) => (event.type === "message" ? [event.text] : [])),
    ).toEqual(["before it came", ...said]);
  });

  test("what the room refuses is said in words, the rest is said, and it ends with 1", async () => {
    const typed = `${"too long ".repeat(90)}\n${"x".repeat(50_000)}\nshort\n`;
    const { client } = await enter(room.wsUrl);
    const { exitCode, err } = await command("chat", "/", [room.url], {}, typed);
    await client.next("message", ({ text }) => text === "short");
    expect(exitCode).toBe(1);
    expect(err.match(/^Not said: .*\.$/gm)).toHaveLength(3);
  });

  test("with a token it speaks as the account", async () => {
    await using here = await folder();
    const { token } = await room.member("terminal");
    await writeFile(join(here.path, "token"), `${token}\n`);
    const { client } = await enter(room.wsUrl);
    const words = [room.url, "--token-file=token"];
    expect((await command("chat", here.path, words, {}, "signed\n")).exitCode).toBe(0);
    const { user } = await client.next("message", ({ text }) => text === "signed");
    expect(user).toBe("terminal");
  });

  test("who is banned is told so, and it ends though more could be typed", async () => {
    const { id, token } = await room.member("unwanted");
    await using here = await folder();
    await writeFile(join(here.path, "token"), token);
    const { client } = await enter(room.wsUrl);
    const child = Bun.spawn(commandOf("chat", [room.url, "--token-file=token"]), {
      cwd: here.path,
      env: {},
      stdin: "pipe",
      stdout: "ignore",
      stderr: "pipe",
    });
    child.stdin.write("here\n");
    child.stdin.flush();
    await client.next("message", ({ text }) => text === "here");
    const body = { kind: "ban", user_id: id, reason: "\u001b[31menough\u001b[0m" };
    await room.call("POST", "/api/mod/sanctions", { token: await room.admin(), body });
    expect(await child.exited).toBe(1);
    const err = await new Response(child.stderr).text();
    expect(err).toContain("You are banned");
    expect(err).not.toContain("\u001b");
  });
});

describe("what it is not given", () => {
  test.each([
    [["example.org"], 2, "begins with http:// or https://"],
    [["http://a:b@127.0.0.1/"], 2, "holds no name or password"],
    [[], 2, "It takes 1 word"],
    [["http://127.0.0.1:1", "--fast"], 2, "Unknown option '--fast'"],
    [["http://127.0.0.1:1", "--token-file=nowhere"], 1, "nowhere cannot be read (ENOENT)."],
    [["http://127.0.0.1:1", "--sign-in=a@b.c"], 2, "Without a terminal"],
    [["http://127.0.0.1:1"], 1, "gave no answer as a room."],
    [["--help"], 0, ""],
  ])("%j ends at once, with %i", async (words, code, says) => {
    const { exitCode, out, err } = await command("chat", "/", words, {}, "hello\n");
    expect(exitCode).toBe(code);
    expect(err).toContain(says);
    expect(err).not.toContain("    at ");
    if (code === 0) expect(out).toContain("rage-room chat URL");
  });
});

test("at a terminal: what is said is seen, what is typed is said, a password is not shown", async () => {
  await using terminal = shownTerminal();
  const { email, password } = await room.member("typist");
  const { client } = await enter(room.wsUrl);
  const child = terminal.run(commandOf("chat", [room.url, `--sign-in=${email}`]), "/", {
    TERM: "xterm",
  });
  await terminal.shows(/Password of /);
  child.terminal?.write(`${password}\r`);
  await terminal.shows(/You are typist\./);
  expect(terminal.shown()).not.toContain(password);
  await terminal.shows(/\d\d:\d\d:\d\d > /);
  await heard(client, "seen in the terminal");
  await terminal.shows(/: seen in the terminal/);
  child.terminal?.write("typed\r");
  expect((await client.next("message", ({ text }) => text === "typed")).user).toBe("typist");
  child.terminal?.write("/topic\r");
  await terminal.shows(/\* Today: [\s\S]*\* Today: /);
  child.terminal?.write("/nothing\r");
  await terminal.shows(/is none of \/topic/);
  const token = await room.admin();
  await room.call("DELETE", "/api/admin/clear-messages", { token });
  await terminal.shows(/The room is empty/);
  expect(terminal.shown().split("\u001b[3J")[1]).toContain("The room is empty");
  child.terminal?.write("/quit\r");
  expect(await child.exited).toBe(0);
});

describe("what comes from a server that nobody can trust", () => {
  const EVIL = "\x1b]0;title\x07\x1b[2J\u009b31m\u202eturned\u2066\r\x7f\x00";

  test("holds no control and nothing that turns the order around", () => {
    expect(printable(EVIL)).toBe("]0;title[2J31mturned\n");
    expect(oneLine("Anna\n12:00 Admin")).toBe("Anna 12:00 Admin");
    expect(indented("one\u2028two")).toBe("one\n      two");
    expect(printable("naïve 👨‍👩‍👧‍👦 مرحبا")).toBe("naïve 👨‍👩‍👧‍👦 مرحبا");
  });

  test("reaches the terminal in no part of an event", async () => {
    using server = Bun.serve({
      port: 0,
      fetch: (request, here) =>
        here.upgrade(request, { headers: { "Sec-WebSocket-Protocol": "rageroom.v1" } })
          ? undefined
          : new Response("not here", { status: 404 }),
      websocket: { message: (socket) => void socket.send(JSON.stringify(evil)) },
    });
    const at = "2026-03-01T12:00:00Z";
    const words = { topic: EVIL, rules: EVIL, timezone: EVIL };
    const day = { day: "2026-03-01", time: at, wipes_at: at, ...words };
    const mode = { slow_seconds: 3, shield: { on: false, until: null, raised_by: null } };
    const you = { name: EVIL, kind: "guest" };
    const evil = [
      { type: "welcome", you, ...day, epoch: "e", seq: 0, mode, recovered: false, online: 1 },
      { type: "message", seq: 1, id: 1, user: EVIL, text: EVIL, timestamp: at, kind: "guest" },
      { type: "topic", seq: 2, topic: EVIL, rules: EVIL },
      { type: "muted", until: null, reason: EVIL },
      { type: "you", you },
      { type: "message", seq: 3, user: 7 },
      { type: "cleared", seq: 4, day: "2026-03-02" },
    ];
    await using terminal = shownTerminal();
    const address = `http://127.0.0.1:${server.port}`;
    terminal.run(commandOf("chat", [address]), "/", { TERM: "xterm" });
    await terminal.shows(/The room is empty/);
    expect(terminal.shown()).toContain("]0;title[2J31mturned");
    for (const sign of ["\x1b]0;", "\x07", "\u009b", "\u202e", "\x00"]) {
      expect(terminal.shown()).not.toContain(sign);
    }
  });
});

test("a bot in plain mode is seen like everybody", async () => {
  const plain = await connectPlain(room.wsUrl);
  plain.send({ user: "Grumpy Bot", text: "plain words" });
  await plain.next(({ text }) => text === "plain words");
  const { out } = await command("chat", "/", [room.url], {}, "one more\n");
  expect(out).toMatch(/Grumpy Bot: plain words$/m);
  await plain.close();
});
