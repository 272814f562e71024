import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { problemOf, wrongFields } from "./problem.ts";

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.stop());

const login = (body: string | Blob | ReadableStream, type = "application/json") =>
  fetch(`${room.url}/api/auth/login`, { method: "POST", body, headers: { "Content-Type": type } });

describe("a body", () => {
  test.each(["{", "", "nonsense", '{"email":}'])("%p is not JSON", async (text) => {
    await wrongFields(await login(text), "body");
  });

  test.each(["[]", "null", "1", '"text"'])("%s is not an object", async (text) => {
    await wrongFields(await login(text), "body");
  });

  test("of another type is not read", async () => {
    const form = await login("email=a@example.com&password=x", "application/x-www-form-urlencoded");
    await problemOf(form, 415, "invalid");
  });

  const large = JSON.stringify({ email: "a@example.com", password: "x".repeat(40_000) });

  test("over the limit is refused", async () => {
    await problemOf(await login(large), 413, "too_long");
  });

  test("over the limit that does not say how long it is, too", async () => {
    await problemOf(await login(new Blob([large]).stream()), 413, "too_long");
  });

  test.each([
    ["says its length", "Content-Length: 10000000000", ""],
    ["comes in chunks without an end", "Transfer-Encoding: chunked", "ffff\r\n"],
  ])("that %s is refused in words while it is being sent", async (_, header, chunk) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const url = new URL(room.url);
    let answer = "";
    const socket = await Bun.connect({
      hostname: url.hostname,
      port: Number(url.port),
      socket: {
        data(_socket, bytes) {
          answer += bytes.toString();
          if (answer.includes("}")) resolve(answer);
        },
        close: () => resolve(answer),
      },
    });
    const type = "Content-Type: application/json";
    socket.write(`POST /api/auth/login HTTP/1.1\r\nHost: room\r\n${type}\r\n${header}\r\n\r\n`);
    socket.write(`${chunk}${"x".repeat(0xffff)}`);
    const [head = "", body = ""] = (await promise).split("\r\n\r\n");
    expect(head).toStartWith("HTTP/1.1 413 ");
    expect(head.toLowerCase()).toContain("content-type: application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status: 413, code: "too_long" });
    socket.terminate();
  });

  test("far over the limit is refused, and who sent it reads the answer", async () => {
    for (const size of [170_000, 2_000_000, 20_000_000]) {
      await problemOf(await login("x".repeat(size)), 413, "too_long");
      await problemOf(await login(new Blob(["x".repeat(size)]).stream()), 413, "too_long");
    }
    expect((await room.call("GET", "/health")).status).toBe(200);
  });

  test("just under the limit is read", async () => {
    const text = JSON.stringify({ email: "a@example.com", password: "x" }).padEnd(32 * 1024);
    await problemOf(await login(text), 401, "wrong_credentials");
  });
});

describe("an address", () => {
  test.each(["/nothing", "/api", "/api/nothing", "/api/messages/1", "/health/", "/..%2f..%2fetc"])(
    "%s is not known",
    async (path) => {
      await problemOf(await room.call("GET", path), 404, "not_found");
    },
  );

  test.each([
    ["POST", "/health", "GET, HEAD, OPTIONS"],
    ["PATCH", "/api/today", "GET, HEAD, OPTIONS"],
    ["GET", "/api/auth/login", "OPTIONS, POST"],
    ["HEAD", "/api/auth/login", "OPTIONS, POST"],
    ["PUT", "/api/auth/register", "OPTIONS, POST"],
    ["DELETE", "/", "GET, HEAD, OPTIONS"],
    ["POST", "/static/login.html", "GET, HEAD, OPTIONS"],
    ["POST", "/docs", "GET, HEAD, OPTIONS"],
  ])("that has no %s says what it has: %s", async (method, path, allow) => {
    const response = await room.call(method, path);
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe(allow);
    if (method !== "HEAD") await problemOf(response, 405, "invalid");
  });

  test("with a parameter says so to an admin alone", async () => {
    const path = "/api/admin/message/7";
    await problemOf(await room.call("GET", path), 401, "not_signed_in");
    const response = await room.call("GET", path, { token: await room.admin() });
    expect(response.headers.get("Allow")).toBe("DELETE, OPTIONS");
    await problemOf(response, 405, "invalid");
  });

  test("answers OPTIONS with what it has, and 404 where there is nothing", async () => {
    const options = await room.call("OPTIONS", "/api/today");
    expect([options.status, options.headers.get("Allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    await problemOf(await room.call("OPTIONS", "/nothing"), 404, "not_found");
  });

  test.each(["/", "/login", "/api/today", "/openapi.json", "/docs"])(
    "answers HEAD as GET, without the body: %s",
    async (path) => {
      const headers = { "Accept-Encoding": "identity" };
      const get = await room.call("GET", path, { headers });
      const head = await room.call("HEAD", path, { headers });
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe("");
      const length = String((await get.arrayBuffer()).byteLength);
      expect(head.headers.get("Content-Length")).toBe(length);
      expect(head.headers.get("Content-Type")).toBe(get.headers.get("Content-Type"));
    },
  );
});

describe("headers", () => {
  const EVERY = [
    ["GET", "/health"],
    ["GET", "/api/messages"],
    ["GET", "/api/auth/me"],
    ["GET", "/nothing"],
    ["GET", "/openapi.json"],
    ["DELETE", "/api/admin/clear-messages"],
  ] as const;

  test.each(EVERY)(
    "keep %s %s from framing, sniffing and telling where it was",
    async (method, path) => {
      const { headers } = await room.call(method, path);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      const csp = policy(headers);
      expect(csp.get("default-src")).toEqual(["'none'"]);
      expect(csp.get("script-src")).toEqual(["'self'"]);
      expect(csp.get("frame-ancestors")).toEqual(["'none'"]);
      expect(csp.get("base-uri")).toEqual(["'none'"]);
      expect(csp.get("require-trusted-types-for")).toEqual(["'script'"]);
      expect([...csp.values()].flat()).not.toContain("'unsafe-inline'");
      expect([...csp.values()].flat()).not.toContain("'unsafe-eval'");
    },
  );

  test.each([
    ["GET", "/health"],
    ["GET", "/api/today"],
    ["GET", "/api/messages"],
    ["GET", "/api/messages?limit=0"],
    ["GET", "/api/auth/me"],
    ["GET", "/api/admin/users"],
    ["GET", "/api/nothing"],
    ["GET", "/nothing"],
    ["POST", "/health"],
    ["GET", "/docs"],
    ["GET", "/openapi.json"],
  ] as const)("forbid to keep what %s %s answers", async (method, path) => {
    expect((await room.call(method, path)).headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("another origin", () => {
  const cors = async (from: TestRoom, origin: string, path = "/api/today") =>
    (await from.call("GET", path, { headers: { Origin: origin } })).headers;
  const allowed = (headers: Headers) => headers.get("Access-Control-Allow-Origin");
  const credentials = (headers: Headers) => headers.get("Access-Control-Allow-Credentials");

  test("may read everything where all are allowed, without credentials", async () => {
    const headers = await cors(room, "https://elsewhere.example");
    expect(allowed(headers)).toBe("*");
    expect(credentials(headers)).toBeNull();
    expect(allowed(await cors(room, "https://elsewhere.example", "/api/auth/me"))).toBe("*");
  });

  test("may call with a token where it is on the list, and nowhere else", async () => {
    const env = { ALLOWED_ORIGINS: "https://a.example, https://b.example:8443" };
    await using listed = await openRoom({ env });
    for (const origin of ["https://a.example", "https://b.example:8443"]) {
      const headers = await cors(listed, origin);
      expect(allowed(headers)).toBe(origin);
      expect(credentials(headers)).toBeNull();
      expect(headers.get("Vary")).toContain("Origin");
    }
    for (const origin of ["https://c.example", "https://b.example", "http://a.example", "null"]) {
      const headers = await cors(listed, origin);
      expect(allowed(headers)).toBeNull();
      expect(headers.get("Vary")).toContain("Origin");
    }
    const preflight = await listed.call("OPTIONS", "/api/admin/topic", {
      headers: {
        Origin: "https://a.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(allowed(preflight.headers)).toBe("https://a.example");
    const headers = preflight.headers.get("Access-Control-Allow-Headers")?.toLowerCase();
    expect(headers).toContain("authorization");
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toContain("DELETE");
    expect(credentials(preflight.headers)).toBeNull();
  });
});

function policy(headers: Headers): Map<string, string[]> {
  const directives = (headers.get("Content-Security-Policy") ?? "").split(";");
  return new Map(
    directives.map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}
