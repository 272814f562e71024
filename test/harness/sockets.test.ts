import { afterAll, expect, test } from "bun:test";
import { deflateSync } from "node:zlib";
import { connect, connectPlain } from "./sockets.ts";

/** Answers each frame with the same bytes, in the form that was picked. */
const server = Bun.serve({
  hostname: "127.0.0.1",
  port: 0,
  fetch(request, upgrading) {
    if (request.headers.get("Origin") === "http://evil.example")
      return new Response("", { status: 403 });
    const [picked = ""] = (request.headers.get("Sec-WebSocket-Protocol") ?? "").split(", ");
    const headers = picked === "" ? {} : { "Sec-WebSocket-Protocol": picked };
    return upgrading.upgrade(request, { data: { picked }, headers }) ? undefined : new Response("");
  },
  websocket: {
    data: { picked: "" },
    message(socket, frame) {
      if (frame === "bye") socket.close(4001, "Go.");
      else if (socket.data.picked.endsWith(".deflate")) socket.send(deflateSync(frame));
      else socket.send(frame);
    },
  },
});
afterAll(() => server.stop(true));
const url = server.url.href.replace("http", "ws");

const online = (count: number) => ({ type: "online", count });
const topic = { type: "topic", seq: 1, topic: "Queues", rules: "" };

test.each([false, true])(
  "events of one frame are taken by type, in any order (deflate %p)",
  async (deflate) => {
    await using client = await connect(url, { deflate });
    client.sendRaw(JSON.stringify([online(1), topic, online(2)]));
    expect(await client.next("topic")).toMatchObject({ topic: "Queues" });
    expect(await client.next("online", ({ count }) => count > 1)).toMatchObject({ count: 2 });
    expect(await client.next("online")).toMatchObject({ count: 1 });
    expect(client.events).toHaveLength(3);
  },
);

test("waiting for an event that can no longer come says what came instead", async () => {
  await using client = await connect(url);
  client.sendRaw(JSON.stringify([online(7)]));
  client.sendRaw("bye");
  await expect(client.next("topic")).rejects.toThrow(
    'No topic that matches: the socket closed with 4001 Go.. What came instead: {"type":"online","count":7}.',
  );
  expect(await client.closed).toEqual({ code: 4001, reason: "Go." });
});

test("a plain client gets one message a frame", async () => {
  await using client = await connectPlain(url);
  const said = { user: "Ann", text: "no", timestamp: "2026-03-01T12:00:00+01:00" };
  client.sendRaw(JSON.stringify(said));
  expect(await client.next(({ user }) => user === "Ann")).toEqual(said);
});

test("a refused upgrade is an error, and the headers go with it", async () => {
  await expect(connect(url, { headers: { Origin: "http://evil.example" } })).rejects.toThrow(
    "The socket did not open",
  );
});

test("a frame that breaks the protocol fails the test that receives it", async () => {
  const source = `
    import { test } from "bun:test";
    import { connect } from "${import.meta.dir}/sockets.ts";
    test("receives", async () => {
      const client = await connect("${url}");
      client.sendRaw('[{"type":"shout"}]');
      client.sendRaw("bye");
      await client.closed;
    });
  `;
  const file = `${import.meta.dir}/../../.cache/broken-${crypto.randomUUID()}.test.ts`;
  await Bun.write(file, source);
  const inner = Bun.spawn([process.execPath, "test", file], { stdout: "ignore", stderr: "pipe" });
  const output = await new Response(inner.stderr).text();
  await Bun.file(file).delete();
  expect(await inner.exited).toBe(1);
  expect(output).toContain("shout");
});
