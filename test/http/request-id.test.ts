import { expect, test } from "bun:test";
import { Problem } from "../../src/wire/http.ts";
import { keptLog, openRoom } from "../harness/room.ts";

const HEADER = "X-Request-Id";
const OURS = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;
const PROXIED = { TRUSTED_PROXIES: "127.0.0.1" };
const WRONG = { email: "nobody@example.com", password: "a wrong one" };

test("every answer has an id of its own: of a call, a page, a refusal and an address of nothing", async () => {
  await using room = await openRoom();
  const answers = await Promise.all([
    room.call("GET", "/api/today"),
    room.call("GET", "/"),
    room.call("POST", "/api/auth/login", { body: WRONG }),
    room.call("GET", "/no/such/thing"),
    room.call("DELETE", "/api/today"),
    room.call("HEAD", "/health"),
  ]);
  const ids = answers.map(({ headers }) => headers.get(HEADER));
  for (const id of ids) expect(id).toMatch(OURS);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a refusal names its request in its body, and so does its line of the log", async () => {
  const { logger, lines } = keptLog();
  await using room = await openRoom({ logger });
  const answer = await room.call("POST", "/api/auth/login", { body: WRONG });
  const problem = Problem.strict().parse(await answer.json());
  expect(problem.code).toBe("wrong_credentials");
  expect(problem.request_id).toBe(answer.headers.get(HEADER) ?? "");
  expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
  expect(lines.find(({ sentence }) => sentence === "A sign-in was refused.")).toMatchObject({
    fields: { request: problem.request_id },
  });
});

test("a call that fails for no reason of its caller's names its request in the log", async () => {
  const { logger, lines } = keptLog();
  const broken = {
    hash: () => Promise.reject(new Error("broken")),
    verify: async () => false,
    isOld: () => false,
  };
  await using room = await openRoom({ logger, env: { ADMIN_PASSWORD: "" }, passwords: broken });
  const body = { email: "ann@example.com", username: "ann", password: "a long password" };
  const answer = await room.call("POST", "/api/auth/register", { body });
  expect(answer.status).toBe(503);
  expect(lines.find(({ level }) => level === "error")).toMatchObject({
    sentence: "A call could not be answered.",
    fields: { request: answer.headers.get(HEADER) },
  });
});

test("the id of a trusted proxy is kept, and anybody else's is not", async () => {
  await using behind = await openRoom({ env: PROXIED });
  await using open = await openRoom();
  const headers = { [HEADER]: "proxy-1.7_a" };
  const kept = await behind.call("GET", "/api/today", { headers });
  expect(kept.headers.get(HEADER)).toBe("proxy-1.7_a");
  const made = await open.call("GET", "/api/today", { headers });
  expect(made.headers.get(HEADER)).toMatch(OURS);
});

test.each(["x".repeat(65), "two words", 'a"quote', "a\\b", "näme"])(
  "of a trusted proxy too, %j is no id",
  async (id) => {
    await using room = await openRoom({ env: PROXIED });
    const headers = { [HEADER]: id };
    const answer = await room.call("GET", "/api/today", { headers });
    expect(answer.headers.get(HEADER)).toMatch(OURS);
  },
);

test("a script of another origin may read the id", async () => {
  await using room = await openRoom();
  const headers = { Origin: "https://elsewhere.example" };
  const answer = await room.call("GET", "/api/today", { headers });
  expect(answer.headers.get("Access-Control-Expose-Headers")).toBe(HEADER);
});
