import { afterAll, beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import { z } from "zod";
import { ACTS } from "../../src/http/audit.ts";
import { keptLog, openRoom, type TestRoom } from "../harness/room.ts";

const { logger, lines } = keptLog();
let room: TestRoom;
let admin: string;
beforeAll(async () => {
  room = await openRoom({ logger, env: { TRUSTED_PROXIES: "127.0.0.1" } });
  admin = await room.admin();
});
afterAll(() => room.stop());

const ADDRESS = "203.0.113.7";
const REQUEST = "the-proxys";
const WRITING = ["post", "put", "patch", "delete"];
const Reference = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every call that may change something, as the reference lists it. */
async function changingCalls(): Promise<[string, string][]> {
  const { paths } = Reference.parse(await (await room.call("GET", "/openapi.json")).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => WRITING.includes(method))
      .map((method): [string, string] => [method.toUpperCase(), path]),
  );
}

/** What was said since, beyond the lines of a call that only read. */
async function linesOf(act: () => Promise<unknown>) {
  const before = lines.length;
  await act();
  return lines.slice(before).filter(({ level }) => level !== "debug");
}

/** From one address, so that a line can be told from those of the test's own. */
const call = (method: string, path: string, body?: unknown, token?: string) =>
  room.call(method, path, {
    headers: { "X-Forwarded-For": ADDRESS, "X-Request-Id": REQUEST },
    ...(body === undefined ? {} : { body }),
    ...(token === undefined ? {} : { token }),
  });

test("every call that changes something writes one line when it is refused, with the address", async () => {
  const calls = await changingCalls();
  const named = calls.map(([method, path]) => `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`);
  expect(named.toSorted()).toEqual(Object.keys(ACTS).toSorted());
  for (const [method, path] of calls) {
    const said = await linesOf(() => call(method, path.replace(/\{\w+\}/g, "1"), {}));
    const { event } = ACTS[`${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`] ?? {};
    expect(said).toMatchObject([
      { level: "info", fields: { event: `${event}_refused`, address: ADDRESS } },
    ]);
  }
});

test("a failed sign-in says from where and why, and nothing that was typed", async () => {
  const typed = { email: "hush@example.com", password: "hush, mistyped" };
  const said = await linesOf(() => call("POST", "/api/auth/login", typed));
  expect(said.map(({ fields }) => fields)).toEqual([
    {
      event: "sign_in_refused",
      status: 401,
      code: "wrong_credentials",
      address: ADDRESS,
      by: ADDRESS,
      request: REQUEST,
    },
  ]);
  expect(JSON.stringify(said)).not.toContain("hush");
});

test("the filter for fail2ban in the docs finds the address of a failed sign-in, and no other line", async () => {
  const page = await Bun.file(join(import.meta.dir, "../../docs/operating.md")).text();
  const [, failregex = ""] = /^failregex = (.+)$/m.exec(page) ?? [];
  const filter = new RegExp(failregex.replace("<SUBNET>", "([0-9a-f.:/]+)"));
  const found = async (act: () => Promise<unknown>) => {
    const said = await linesOf(act);
    return said.map(({ fields }) => filter.exec(JSON.stringify(fields))?.[1]);
  };
  const wrong = { email: "nobody@example.com", password: "not that one" };
  expect(await found(() => call("POST", "/api/auth/login", wrong))).toEqual([ADDRESS]);
  const headers = { "X-Forwarded-For": "2001:db8::1:2:3:4" };
  expect(await found(() => room.call("POST", "/api/auth/login", { body: wrong, headers }))).toEqual(
    ["2001:db8::/64"],
  );
  expect(await found(() => room.admin())).toEqual([undefined]);
  expect(await found(() => call("POST", "/api/auth/register", {}))).toEqual([undefined]);
});

test("what an admin does says who did it to which id, and no word of anybody's", async () => {
  const ann = await room.member("ann");
  const topic = { topic: "hush, a topic", rules: "hush, rules" };
  const acts: [string, string, unknown, object][] = [
    ["POST", "/api/admin/topic", topic, { event: "topic" }],
    ["POST", "/api/admin/user/ban", { user_id: ann.id }, { event: "ban", user_id: ann.id }],
    [
      "POST",
      "/api/admin/user/ban",
      { user_id: ann.id, ban: false },
      { event: "ban", user_id: ann.id, ban: false },
    ],
    ["DELETE", "/api/admin/clear-messages", undefined, { event: "clear" }],
  ];
  for (const [method, path, body, fields] of acts) {
    const said = await linesOf(() => call(method, path, body, admin));
    expect(said.map(({ fields }) => fields)).toEqual([
      { status: 200, code: undefined, address: ADDRESS, by: "u:1", request: REQUEST, ...fields },
    ]);
    expect(JSON.stringify(said)).not.toContain("hush");
  }
  const refused = await linesOf(() => call("DELETE", "/api/admin/message/999", undefined, admin));
  expect(refused).toMatchObject([
    { fields: { event: "erase_refused", status: 404, code: "not_found", by: "u:1" } },
  ]);
});

test("a call with a body where none belongs is answered and said all the same", async () => {
  const said = await linesOf(async () => {
    const headers = { "Content-Type": "application/json", "X-Forwarded-For": ADDRESS };
    const cleared = await room.call("DELETE", "/api/admin/clear-messages", {
      token: admin,
      headers,
    });
    expect(cleared.status).toBe(200);
  });
  expect(said).toMatchObject([{ fields: { event: "clear" } }]);
});

test("calls that only read, and what a limit stops, are said at debug alone", async () => {
  const before = lines.length;
  await call("GET", "/health");
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => call("POST", "/api/auth/setup", {}, "none")),
  );
  expect(answers.map(({ status }) => status)).toContain(429);
  const said = lines.slice(before);
  expect(said[0]).toMatchObject({
    level: "debug",
    fields: { event: "call", call: "GET /health", status: 200, address: ADDRESS },
  });
  const stopped = said.filter(({ fields }) => "code" in fields && fields.code === "rate_limited");
  expect(stopped.length).toBeGreaterThan(0);
  expect(new Set(stopped.map(({ level }) => level))).toEqual(new Set(["debug"]));
});
