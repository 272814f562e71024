import { expect, test } from "bun:test";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

test("a free port is one on which a server can listen, and which no connection is given", () => {
  const ports = Array.from({ length: 20 }, freePort);
  for (const port of ports) {
    using server = Bun.serve({ hostname: "127.0.0.1", port, fetch: () => new Response("Here.") });
    expect(server.port).toBe(port);
  }
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

test("no two processes get the same, though nothing listens on it", async () => {
  const takes = `
    const { freePort } = await import(${JSON.stringify(join(import.meta.dir, "free-port.ts"))});
    console.log(Array.from({ length: 300 }, freePort).join());
    await new Response(Bun.stdin.stream()).text();
  `;
  const processes = Array.from({ length: 3 }, () =>
    Bun.spawn([process.execPath, "-e", takes], { stdin: "pipe", stdout: "pipe" }),
  );
  const all: number[] = [];
  for (const { stdout } of processes) all.push(...(await firstLine(stdout)));
  for (const one of processes) await one.stdin.end();
  for (const one of processes) expect(await one.exited).toBe(0);
  expect(all).toHaveLength(900);
  expect(new Set(all).size).toBe(900);
});

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const part of stream) {
    text += decoder.decode(part, { stream: true });
    if (text.endsWith("\n")) break;
  }
  return text.split(",").map(Number);
}
