import { afterEach, expect, test } from "bun:test";
import type { Server, ServerWebSocket } from "bun";
import { Crowd } from "../../bench/load/client-pool.ts";
import { clientFrame, OPCODE, readFrames } from "../../bench/load/frames.ts";
import { say } from "../../bench/load/round.ts";
import { press } from "../../bench/load/saturate.ts";

const LOAD = { do: "say", rate: 200, ms: 50, drainMs: 100, returning: 0 } as const;
let server: Server<undefined> | undefined;
const crowd = new Crowd();

afterEach(async () => {
  crowd.leave();
  await server?.stop(true);
});

test("a round in which everyone gets everything says so", async () => {
  await joinRoom(4, sendToAll);
  const round = await say(crowd, LOAD);
  expect(round).toMatchObject({ sent: 10, offered: 40, delivered: 40, wrong: 0, closed: 0 });
  expect(round.p99).toBeGreaterThan(0);
});

test("one message kept from one client is one client that is wrong", async () => {
  await joinRoom(4, (room, frame, at) =>
    room.forEach((socket, client) => {
      if (client !== 2 || at !== 3) socket.send(frame);
    }),
  );
  expect(await say(crowd, LOAD)).toMatchObject({ offered: 40, delivered: 39, wrong: 1 });
});

test("a message lost is not made up for by another doubled", async () => {
  let lost = "";
  await joinRoom(4, (room, frame, at) => {
    room.forEach((socket, client) => {
      if (client === 1 && at === 5) lost = frame;
      else socket.send(frame);
      if (client === 1 && at === 6) socket.send(frame);
    });
  });
  const round = await say(crowd, LOAD);
  expect(lost).toContain("#");
  expect(round).toMatchObject({ delivered: 40, wrong: 1 });
});

test("a stalled client is owed nothing, and nothing it misses counts", async () => {
  await joinRoom(20, sendToAll);
  expect(crowd.stall(0.1)).toBe(2);
  expect(await say(crowd, LOAD)).toMatchObject({ offered: 180, delivered: 180, wrong: 0 });
});

test("who is away is owed nothing until they come back, and then everything once", async () => {
  const missed = new Map<ServerWebSocket<undefined>, string[]>();
  const allAway = Promise.withResolvers<void>();
  const looked = (socket: ServerWebSocket<undefined>, at: string) => {
    if (at === "away") missed.set(socket, []);
    if (missed.size === 6) allAway.resolve();
    for (const frame of at === "end" ? (missed.get(socket) ?? []) : []) socket.send(frame);
    if (at === "end") missed.delete(socket);
  };
  const toThoseWhoLook = (room: Room, frame: string) => {
    for (const socket of room) missed.get(socket)?.push(frame) ?? socket.send(frame);
  };
  await joinRoom(12, toThoseWhoLook, looked);
  expect(crowd.look({ back: 0.25, away: 0.5 })).toEqual({ back: 3, away: 6 });
  await allAway.promise;
  const round = await say(crowd, { ...LOAD, returning: 1 / 3 });
  expect(round).toMatchObject({ sent: 10, offered: 80, delivered: 80, wrong: 0, awayFrames: 0 });
});

test("pressing stays within its window and counts what was acknowledged", async () => {
  const unanswered = new Map<ServerWebSocket<undefined>, number>();
  let most = 0;
  await joinRoom(3, (_room, _frame, _at, speaker) => {
    const held = (unanswered.get(speaker) ?? 0) + 1;
    unanswered.set(speaker, held);
    most = Math.max(most, held);
    setImmediate(() => {
      unanswered.set(speaker, (unanswered.get(speaker) ?? 0) - 1);
      speaker.send('[{"type":"ack","ref":"r","seq":1}]');
    });
  });
  const pressed = await press(crowd, { do: "press", messages: 100, ms: 5_000, inFlight: 7 });
  expect(pressed).toMatchObject({ acked: 100, refused: 0 });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(7);
});

test("frames are read whole however the bytes were cut", () => {
  const payloads = ["a", "b".repeat(125), "c".repeat(126), "d".repeat(60_000)];
  const bytes = Buffer.concat(payloads.map(serverFrame));
  for (const cut of [1, 2, 5, 130, 133, 300, bytes.length - 1]) {
    const read: string[] = [];
    const head = bytes.subarray(0, cut);
    const used = readFrames(head, (_, start, end) =>
      read.push(head.toString("latin1", start, end)),
    );
    const rest = bytes.subarray(used);
    readFrames(rest, (_, start, end) => read.push(rest.toString("latin1", start, end)));
    expect(read).toEqual(payloads);
  }
});

type Room = ServerWebSocket<undefined>[];

function sendToAll(room: Room, frame: string): void {
  for (const socket of room) socket.send(frame);
}

/** A room that speaks v1 and does with each say, numbered from 0, what the test tells it. */
async function joinRoom(
  clients: number,
  said: (room: Room, frame: string, at: number, speaker: ServerWebSocket<undefined>) => void,
  looked: (socket: ServerWebSocket<undefined>, at: string) => void = () => undefined,
): Promise<void> {
  const room: Room = [];
  let at = -1;
  server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request, server) => (server.upgrade(request) ? undefined : new Response("ok")),
    websocket: {
      message(socket, data) {
        const frame: unknown = JSON.parse(String(data));
        if (isSay(frame)) {
          at += 1;
          said(room, JSON.stringify([{ type: "message", text: frame.text }]), at, socket);
        } else if (isLook(frame)) {
          looked(socket, frame.at);
        } else {
          room.push(socket);
          socket.send('[{"type":"welcome"}]');
        }
      },
    },
  });
  const port = server.port ?? 0;
  await crowd.join({ do: "join", port, protocol: "v1", clients, sampled: 2, backlog: 0 });
  expect(crowd.joined).toBe(clients);
}

function isSay(frame: unknown): frame is { text: string } {
  return typeof frame === "object" && frame !== null && "text" in frame;
}

function isLook(frame: unknown): frame is { at: string } {
  return typeof frame === "object" && frame !== null && "at" in frame;
}

/** As a server sends it: without a mask. */
function serverFrame(payload: string): Buffer {
  const masked = clientFrame(OPCODE.text, payload);
  const headBytes = payload.length > 125 ? 4 : 2;
  const frame = Buffer.concat([masked.subarray(0, headBytes), Buffer.from(payload)]);
  frame[1] = (frame[1] ?? 0) & 0x7f;
  return frame;
}
