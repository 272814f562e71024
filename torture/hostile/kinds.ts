/** What a hostile socket says, and how often: each kind of silence, and each act in a loop. */
import { deflateRawSync, gzipSync } from "node:zlib";
import { clientFrame, OPCODE, upgradeRequest } from "../../bench/load/frames.ts";
import { type ClientFrame, SUBPROTOCOL } from "../../src/wire/frames.ts";

export interface Kind {
  /** Sent as soon as the connection is there. */
  opening: string;
  /** Sent once something came back: after an upgrade, its hello. */
  greeting?: Buffer;
  /** What the socket numbered `at` sends for the `turn`th time, one turn after the other; none where it is silent. */
  act?(at: number, turn: number): Buffer | string;
  /** Whether what comes is left in the socket. */
  isDeaf?: boolean;
}

const HOST = "Host: 127.0.0.1\r\n";
export const textFrame = (frame: object) => clientFrame(OPCODE.text, JSON.stringify(frame));
export const HELLO = textFrame({ type: "hello" });
const joined = { opening: upgradeRequest(0, "/ws", SUBPROTOCOL), greeting: HELLO };
const plain = { opening: upgradeRequest(0, "/ws") };

/** Each frame that there is: a new one does not compile until it is here. */
export const FRAMES: { [Type in ClientFrame["type"]]: (turn: number) => ClientFrame } = {
  hello: () => ({ type: "hello" }),
  say: (turn) => ({ type: "say", ref: `${turn}`, text: `Something that is long enough, ${turn}` }),
  roll: () => ({ type: "roll" }),
  erase: (turn) => ({ type: "erase", id: turn }),
  forget: () => ({ type: "forget" }),
  keep: () => ({ type: "keep" }),
  undo: (turn) => ({ type: "undo", act: turn }),
  felt: (turn) => ({ type: "felt", id: turn }),
  proof: () => ({ type: "proof" }),
  report: (turn) => ({ type: "report", id: turn }),
  mood: () => ({ type: "mood", mood: "angrier" }),
  look: (turn) => ({ type: "look", at: turn % 2 === 0 ? "away" : "end", after: 0 }),
};

/** A frame's head of RFC 6455 §5.2, and what follows it; the mask is zero. */
function rawFrame(first: number, length: number, payload: Uint8Array | string): Buffer {
  const head = Buffer.from([first, 0x80 | 126, length >> 8, length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, Buffer.from(payload)]);
}

function call(method: string, path: string, body = "", head = ""): string {
  const type =
    body === "" ? "" : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${HOST}${head}${type}\r\n${body}`;
}

function cycling(requests: readonly string[]): Kind {
  const at = (turn: number) => requests[turn % requests.length] ?? "";
  return { opening: at(0), act: (socket, turn) => at(socket + turn) };
}

const ZEROS = Buffer.alloc(32 * 1024 * 1024);
const BOMB = deflateRawSync(ZEROS);
const ZIPPED = gzipSync(ZEROS).subarray(0, 32_000);
const WRONG = JSON.stringify({ email: "admin@rageroom.com", password: "a guess of somebody's" });

/** `calls`: every method and path of the reference. */
export function hostileKinds(
  calls: readonly (readonly [method: string, path: string])[],
): Record<string, Kind> {
  const frames = Object.entries(FRAMES).map(([type, frame]): [string, Kind] => [
    `${type} in a loop`,
    { ...joined, act: (_, turn) => textFrame(frame(turn)) },
  ]);
  return {
    "silent before a request": { opening: "" },
    "slow head": { opening: "GET / HTTP/1.1\r\n", act: (_, turn) => `X-${turn}: y\r\n` },
    "slow body": {
      opening: `POST /api/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 30000\r\n\r\n{`,
      act: () => " ",
    },
    "silent after the upgrade": { opening: joined.opening },
    "silent after the hello": joined,
    "half a frame": { ...joined, greeting: Buffer.concat([HELLO, rawFrame(0x81, 30_000, "{")]) },
    "slow frame": {
      ...joined,
      greeting: Buffer.concat([HELLO, rawFrame(0x81, 30_000, "{")]),
      act: () => " ",
    },
    "reads nothing": { ...joined, isDeaf: true },
    "reads nothing of a page, asked for in a loop": {
      ...cycling([call("GET", "/")]),
      isDeaf: true,
    },
    "pings in a loop": { ...joined, act: () => clientFrame(OPCODE.ping, "p".repeat(125)) },
    "fragments without an end": {
      ...joined,
      greeting: Buffer.concat([HELLO, rawFrame(0x01, 1, "{")]),
      act: () => rawFrame(0x00, 1_000, " ".repeat(1_000)),
    },
    "compressed frames that nobody agreed on": {
      ...joined,
      act: () => rawFrame(0xc1, BOMB.length, BOMB),
    },
    "compressed bodies": cycling([
      `POST /api/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${ZIPPED.length}\r\n\r\n${ZIPPED.toString("latin1")}`,
    ]),
    "frames too large": { ...joined, act: () => rawFrame(0x81, 50_000, " ".repeat(50_000)) },
    "nonsense in a loop": { ...joined, act: () => clientFrame(OPCODE.text, "nonsense") },
    "plain mode in a loop": {
      ...plain,
      act: (_, turn) => textFrame({ user: "x", text: `A plain line, ${turn}` }),
    },
    "the opening of a socket in a loop": { ...joined, act: () => clientFrame(OPCODE.close, "") },
    ...Object.fromEntries(frames),
    "wrong passwords": cycling([call("POST", "/api/auth/login", WRONG)]),
    "made-up tokens": cycling([call("GET", "/api/auth/me", "", "Authorization: Bearer a.b.c\r\n")]),
    "pages in a loop": cycling(
      ["/", "/login", "/account", "/admin", "/embed", "/docs"].map((path) => call("GET", path)),
    ),
    "every call in a loop": cycling(
      calls.map(([method, path]) =>
        call(method, path.replaceAll(/\{\w+\}/g, "1"), method === "GET" ? "" : "{}"),
      ),
    ),
  };
}
