import { expect, test } from "bun:test";
import { freePort } from "./free-port.ts";

test("a free port is one on which a server can listen, and which no connection is given", () => {
  const ports = Array.from({ length: 20 }, freePort);
  for (const port of ports) {
    using server = Bun.serve({ hostname: "127.0.0.1", port, fetch: () => new Response("Here.") });
    expect(server.port).toBe(port);
  }
  expect(Math.max(...ports)).toBeLessThan(32_768);
});
