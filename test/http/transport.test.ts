import { expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);

const TLS = { "X-Forwarded-Proto": "https" };
const HERE = { TRUSTED_PROXIES: "127.0.0.1" };

test.each<[string, Record<string, string>, Record<string, string>, string | null]>([
  ["without TLS", {}, {}, null],
  ["where anyone says that there is TLS", {}, TLS, null],
  ["where another proxy is trusted", { TRUSTED_PROXIES: "10.0.0.1" }, TLS, null],
  ["where a trusted proxy says so", HERE, TLS, "max-age=31536000"],
  ["where it says that there is none", HERE, { "X-Forwarded-Proto": "http" }, null],
  [
    "where the room's address is one of TLS",
    { ALLOWED_ORIGINS: "https://rage.example" },
    {},
    "max-age=31536000",
  ],
  [
    "where its subdomains are the room's too",
    { ...HERE, HSTS: "subdomains" },
    TLS,
    "max-age=31536000; includeSubDomains",
  ],
  ["where that is switched off", { ...HERE, HSTS: "off" }, TLS, null],
])(
  "browsers are bound to TLS for this host alone unless more is said, %s",
  async (_, env, headers, expected) => {
    await using room = await openRoom({ env });
    for (const path of ["/", "/health", "/docs", "/nothing"]) {
      const answer = await room.call("GET", path, { headers });
      expect(answer.headers.get("Strict-Transport-Security")).toBe(expected);
    }
  },
);

test.each<[Record<string, string>, RegExp]>([
  [{}, /^http:\/\/127\.0\.0\.1:\d+\/login#setup=\S+$/],
  [{ ALLOWED_ORIGINS: "https://rage.example" }, /^https:\/\/rage\.example\/login#setup=\S+$/],
  [
    { ALLOWED_ORIGINS: "https://rage.example,https://friend.example" },
    /^http:\/\/127\.0\.0\.1:\d+\//,
  ],
  [{ HOST: "0.0.0.0" }, /^http:\/\/127\.0\.0\.1:\d+\//],
])("with %j the setup link leads to where a browser finds the room", async (env, link) => {
  await using room = await openRoom({ env: { ADMIN_PASSWORD: "", ...env } });
  expect(room.app.setupUrl?.href).toMatch(link);
});
