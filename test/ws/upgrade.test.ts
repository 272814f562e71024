import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { inflateSync } from "node:zlib";
import { ServerFrame } from "../../src/wire/frames.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { problemOf } from "../http/problem.ts";
import { join, say } from "./joining.ts";
import { handshake } from "./raw.ts";

const DEFLATE = "rageroom.v1.deflate";
let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.stop());
const offer = (protocols: string) => handshake(room.wsUrl, { "Sec-WebSocket-Protocol": protocols });

describe("a subprotocol", () => {
  test.each([
    ["rageroom.v1", "rageroom.v1"],
    [DEFLATE, DEFLATE],
    [`rageroom.v1, ${DEFLATE}`, DEFLATE],
    [`${DEFLATE},rageroom.v1`, DEFLATE],
    ["chat, rageroom.v1", "rageroom.v1"],
  ])("of those offered (%s) is picked: %s", async (offered, picked) => {
    using socket = await offer(offered);
    expect(socket.status).toBe(101);
    expect(socket.headers.get("Sec-WebSocket-Protocol")).toBe(picked);
  });

  test.each(["chat", "rageroom.v2", "RAGEROOM.V1", "rageroom.v1.zstd"])(
    "that the room does not speak is refused: %s",
    async (offered) => {
      using socket = await offer(offered);
      expect(socket.status).toBe(400);
    },
  );

  test("is not picked where none is asked for", async () => {
    using socket = await handshake(room.wsUrl);
    expect(socket.status).toBe(101);
    expect(socket.headers.has("Sec-WebSocket-Protocol")).toBe(false);
  });

  test("with deflate has binary frames of zlib's form, each an array of events", async () => {
    using socket = await offer(DEFLATE);
    const { client } = await join(room.wsUrl);
    socket.send('{"type":"hello"}');
    await say(client, "deflate me");
    for (let types: string[] = []; !types.includes("message"); ) {
      const { opcode, payload } = await socket.frame();
      expect(opcode).toBe(2);
      expect(payload[0]).toBe(0x78);
      const events = ServerFrame.parse(JSON.parse(inflateSync(payload).toString()));
      types = types.concat(events.map(({ type }) => type));
    }
  });

  test("without deflate has text frames", async () => {
    using socket = await offer("rageroom.v1");
    socket.send('{"type":"hello"}');
    const { opcode, payload } = await socket.frame();
    expect(opcode).toBe(1);
    expect(ServerFrame.parse(JSON.parse(payload.toString()))).toMatchObject([{ type: "welcome" }]);
  });

  test("compresses nothing by itself: no extension is agreed on", async () => {
    using socket = await handshake(room.wsUrl, {
      "Sec-WebSocket-Extensions": "permessage-deflate",
    });
    expect(socket.headers.has("Sec-WebSocket-Extensions")).toBe(false);
  });
});

test.each([
  ["another method", "POST", 405, "GET"],
  ["no upgrade", "GET", 426, null],
])("what is no WebSocket is told so as problem JSON: %s", async (_, method, status, allow) => {
  const answer = await fetch(room.wsUrl.replace("ws", "http"), { method });
  expect(answer.headers.get("Allow")).toBe(allow);
  await problemOf(answer, status, "invalid");
});

describe("an origin", () => {
  const from = async (target: TestRoom, headers: Record<string, string>) => {
    using socket = await handshake(target.wsUrl, headers);
    return socket.status;
  };

  test("may be any where all are allowed", async () => {
    expect(await from(room, { Origin: "https://elsewhere.example" })).toBe(101);
  });

  test("may be one of the list, our own, or none; nothing else", async () => {
    const env = { ALLOWED_ORIGINS: "https://a.example,https://b.example:8443" };
    await using listed = await openRoom({ env });
    const { host } = new URL(listed.url);
    expect(await from(listed, {})).toBe(101);
    for (const Origin of ["https://a.example", "https://b.example:8443", `http://${host}`]) {
      expect([Origin, await from(listed, { Origin })]).toEqual([Origin, 101]);
    }
    const strangers = [
      "https://c.example",
      "http://a.example",
      "https://b.example",
      "https://a.example.evil.example",
      "http://127.0.0.1:1",
      "null",
      "",
    ];
    for (const Origin of strangers) {
      expect([Origin, await from(listed, { Origin })]).toEqual([Origin, 403]);
    }
  });

  test("of the room's own host is allowed where the host is known: listed, or no name that DNS is asked for", async () => {
    const env = { ALLOWED_ORIGINS: "https://a.example,https://b.example:8443" };
    await using listed = await openRoom({ env });
    const own = (Host: string, scheme = "http") =>
      from(listed, { Host, Origin: `${scheme}://${Host}` });
    const known = ["a.example", "a.example:8000", "b.example", "localhost:8000", "room.localhost"];
    for (const host of [
      ...known,
      "127.0.0.1:8000",
      "192.168.1.7:8000",
      "[::1]:8000",
      "[fd00::7]",
    ]) {
      expect([host, await own(host)]).toEqual([host, 101]);
      expect([host, await own(host, "https")]).toEqual([host, 101]);
    }
    const unknown = [
      "evil.example",
      "evil.example:8000",
      "a.example.evil.example",
      "evil.a.example",
    ];
    for (const host of [...unknown, "127.0.0.1.evil.example", "localhost.evil.example"]) {
      expect([host, await own(host)]).toEqual([host, 403]);
    }
  });

  test("of the room's own host is allowed under any name where no origin is listed", async () => {
    await using open = await openRoom({ env: { ALLOWED_ORIGINS: "," } });
    const Host = "rage.example";
    expect(await from(open, { Host, Origin: `https://${Host}` })).toBe(101);
    expect(await from(open, { Host, Origin: "https://elsewhere.example" })).toBe(403);
  });
});

test("a request for no socket is told what the address is for", async () => {
  const response = await room.call("GET", "/ws");
  expect(response.status).toBe(426);
  expect(response.headers.get("Upgrade")).toBe("websocket");
});
