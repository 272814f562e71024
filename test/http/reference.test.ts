import { afterAll, beforeAll, expect, test } from "bun:test";
import { z } from "zod";
import { openRoom, type TestRoom } from "../harness/room.ts";

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.stop());

const Content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const Response = z.object({ description: z.string().min(1), content: Content.optional() });
const Operation = z.object({
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.enum(["query", "path", "header", "cookie"]),
        required: z.boolean().optional(),
        schema: z.looseObject({}),
      }),
    )
    .optional(),
  requestBody: z.object({ content: Content, required: z.boolean().optional() }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), Response),
});
const OpenApi = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string().startsWith("/"),
    z.record(z.enum(["get", "post", "put", "patch", "delete"]), Operation.optional()),
  ),
  components: z.looseObject({
    securitySchemes: z.object({ bearer: z.looseObject({ type: z.literal("http") }) }),
  }),
});

const CONTRACT = [
  "get /health",
  "get /api/today",
  "get /api/messages",
  "post /api/auth/register",
  "post /api/auth/login",
  "get /api/auth/me",
  "post /api/auth/logout",
  "get /api/admin/stats",
  "get /api/admin/messages",
  "get /api/admin/users",
  "post /api/admin/topic",
  "delete /api/admin/message/{id}",
  "delete /api/admin/clear-messages",
  "post /api/admin/user/ban",
];

async function read() {
  const response = await room.call("GET", "/openapi.json");
  expect(response.headers.get("Content-Type")).toContain("application/json");
  const raw: unknown = await response.json();
  return { raw, document: OpenApi.parse(raw) };
}

test("the document is OpenAPI 3.1 and names every call of the room", async () => {
  const { document } = await read();
  const named = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(named).toEqual(expect.arrayContaining(CONTRACT));
});

test("every call says how it succeeds, and the admin's that they want a token", async () => {
  const { document } = await read();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const operation of Object.values(methods)) {
      if (!operation) continue;
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      if (path.startsWith("/api/admin/")) {
        expect(operation.security).toEqual([{ bearer: [] }]);
        expect(statuses).toContain("401");
        expect(statuses).toContain("403");
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((one) => one.in === "path");
      expect(declared.map(({ name }) => name)).toEqual(inPath.map((name) => name ?? ""));
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  }
});

test("every reference inside the document leads somewhere", async () => {
  const { raw } = await read();
  const references = [...JSON.stringify(raw).matchAll(/"\$ref":"#([^"]+)"/g)].map(
    ([, pointer]) => pointer ?? "",
  );
  for (const pointer of references) {
    const target = pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((at, key) => z.record(z.string(), z.unknown()).parse(at)[key], raw);
    expect([pointer, typeof target]).toEqual([pointer, "object"]);
  }
});

test("the reader's page and all that it loads are there, from this room alone", async () => {
  const page = await room.call("GET", "/docs");
  expect(page.status).toBe(200);
  expect(page.headers.get("Content-Type")).toContain("text/html");
  const html = await page.text();
  // What is loaded: an <a> is followed, and by whoever likes.
  const loaded = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+)"/g);
  const files = [...loaded].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    expect(file).toStartWith("docs/");
    const response = await room.call("GET", `/${file}`);
    expect([file, response.status]).toEqual([file, 200]);
    const type = file.endsWith(".css") ? "text/css" : "text/javascript";
    expect(response.headers.get("Content-Type")).toContain(type);
    expect((await response.text()).length).toBeGreaterThan(10);
  }
  const csp = page.headers.get("Content-Security-Policy") ?? "";
  expect(csp).toContain("script-src 'self';");
  expect(csp).toContain("frame-ancestors 'none'");
});
