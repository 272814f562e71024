import { expect, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { needs } from "../harness/needs.ts";
import { connectPlain } from "../harness/sockets.ts";
import { type Command, folder, start } from "./program.ts";

const unshare = needs(
  "unshare and the right to it",
  Bun.which("unshare") !== null &&
    isAllowed(["unshare", "--pid", "--fork", "--mount-proc", "true"]),
);

/** npm hands SIGTERM and SIGINT on and waits. SIGHUP ends it at once, and the program goes after it. */
const PIDS: [Command, "SIGTERM" | "SIGINT" | "SIGHUP", number | null][] = [
  ["program", "SIGTERM", 0],
  ["program", "SIGINT", 0],
  ["program", "SIGHUP", 0],
  ["npm", "SIGTERM", 0],
  ["npm", "SIGINT", 0],
  ["npm", "SIGHUP", null],
];

test.each(PIDS)(
  "%s is sent %s: sockets are told, what was said is stored, and the port is free",
  (command, signal, code) => endsWell(command, signal, code),
  TEST_MS,
);

test.skipIf(unshare.isMissing).each(["SIGTERM", "SIGINT"] as const)(
  `npm as the first process of a container drains at %s and ends with 0${unshare.note}`,
  (signal) => endsWell("npm as PID 1", signal, 0),
  TEST_MS,
);

async function endsWell(command: Command, signal: (typeof PIDS)[number][1], code: number | null) {
  await using here = await folder();
  await using program = await start(here.path, {}, command);
  const plain = await connectPlain(program.wsUrl);
  plain.send({ user: "Ben", text: "hello" });
  await plain.next(({ text }) => text === "hello");
  expect(await program.end(signal)).toBe(code);
  expect((await plain.closed).code).toBe(1001);
  await using again = await start(here.path, { PORT: new URL(program.url).port });
  const stored = await fetch(`${again.url}/api/messages`);
  expect(await stored.json()).toMatchObject({ messages: [{ text: "hello" }] });
}

test(
  "a signal that is repeated every millisecond does not cut the drain short",
  async () => {
    await using here = await folder();
    await using program = await start(here.path);
    const plain = await connectPlain(program.wsUrl);
    const repeating = setInterval(() => program.signal("SIGTERM"), 1);
    expect(await program.end("SIGTERM").finally(() => clearInterval(repeating))).toBe(0);
    expect((await plain.closed).code).toBe(1001);
  },
  TEST_MS,
);

test(
  "nor does a second signal to npm",
  async () => {
    await using here = await folder();
    await using program = await start(here.path, {}, "npm");
    const plain = await connectPlain(program.wsUrl);
    program.signal("SIGTERM");
    expect(await program.end("SIGINT")).toBe(0);
    expect((await plain.closed).code).toBe(1001);
  },
  TEST_MS,
);

test(
  "under nohup a hangup is not heard, and SIGTERM still ends it with 0",
  async () => {
    await using here = await folder();
    await using program = await start(here.path, {}, "nohup");
    program.signal("SIGHUP");
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    expect(await program.end("SIGTERM")).toBe(0);
  },
  TEST_MS,
);

function isAllowed(command: string[]): boolean {
  return Bun.spawnSync(command, { stdout: "ignore", stderr: "ignore" }).success;
}
