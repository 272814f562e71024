/** Changed requests and frames, sent over TCP to a room that somebody else is talking in. */
import { Chance } from "../simulation/chance.ts";
import { mutated } from "./mutate.ts";
import { connect as join, keptLog, openRoom } from "./wire-room.ts";

const KEY = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n";
const UPGRADE = `GET /ws HTTP/1.1\r\nHost: room\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${KEY}\r\n`;
const BODY = '{"email":"a@example.com","password":"a password"}';

const REQUESTS = [
  "GET / HTTP/1.1\r\nHost: room\r\n\r\n",
  "GET /api/messages?before=10&limit=5 HTTP/1.1\r\nHost: room\r\n\r\n",
  "GET /../../etc/passwd HTTP/1.1\r\nHost: room\r\n\r\n",
  `POST /api/auth/login HTTP/1.1\r\nHost: room\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
  `POST /api/auth/login HTTP/1.1\r\nHost: room\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
  "GET /api/auth/me HTTP/1.1\r\nHost: room\r\nAuthorization: Bearer a.b.c\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n",
  "DELETE /api/admin/message/1 HTTP/1.1\r\nHost: room\r\nOrigin: null\r\n\r\n",
  UPGRADE,
];
const FRAMES = [
  '{"type":"hello"}',
  '{"type":"say","ref":"1","text":"x"}',
  '{"user":"x","text":"y"}',
];

export interface WireRun {
  sent: number;
  /** Lines of the log at `error`, rejections that nobody took, and answers of 5xx. */
  faults: string[];
  /** Sockets that the room still counts after all are gone. */
  left: number;
}

/** `count` connections, first those with what is kept, then each with something changed. Every hundred an honest guest is heard. */
export async function fuzzWire(
  count: number,
  seed: number,
  kept: readonly string[] = [],
): Promise<WireRun> {
  const chance = new Chance(seed);
  const { logger, lines } = keptLog();
  const faults: string[] = [];
  const unhandled = (error: unknown) => faults.push(String(error));
  process.on("unhandledRejection", unhandled);
  process.on("uncaughtException", unhandled);
  await using room = await openRoom({ logger, env: { MESSAGES_PER_MINUTE: "1000000" } });
  const honest = await join(room.wsUrl);
  const baseline = await online(room.url);
  for (let sent = 0; sent < count; sent++) {
    const input = Buffer.from(kept[sent] ?? bytes(chance));
    const answer = await send(new URL(room.url), input);
    if (/^HTTP\/1.1 5(?!03)/.test(answer)) faults.push(answer.slice(0, 200));
    if (sent % 100 === 0) await honest.isHeard(`still here ${sent}`);
  }
  await honest.isHeard("still here at the end");
  const left = (await online(room.url)) - baseline;
  process.off("unhandledRejection", unhandled);
  process.off("uncaughtException", unhandled);
  const errors = lines.filter(({ level }) => level === "error");
  return {
    sent: count,
    faults: [
      ...faults,
      ...errors.map(({ sentence, fields }) => `${sentence} ${Bun.inspect(fields)}`),
    ],
    left,
  };
}

/** A request, or an upgrade with frames behind it. */
function bytes(chance: Chance): Buffer {
  const request = mutated(chance.of(REQUESTS) ?? "", REQUESTS, chance);
  if (chance.is(0.5)) return Buffer.from(request, chance.is(0.5) ? "utf8" : "latin1");
  const frames = Array.from({ length: chance.between(1, 5) }, () => frame(chance));
  return Buffer.concat([Buffer.from(UPGRADE), ...frames]);
}

/** As a client sends it (RFC 6455 §5.2), with some of its head changed. */
function frame(chance: Chance): Buffer {
  const payload = Buffer.from(mutated(chance.of(FRAMES) ?? "", FRAMES, chance)).subarray(0, 125);
  const head = Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]);
  for (let changes = chance.between(0, 2); changes > 0; changes--) {
    head[chance.between(0, head.length - 1)] = chance.between(0, 255);
  }
  return Buffer.concat([head, payload]);
}

/** Sends, ends its own half, and resolves with what came back once the other end is gone too. */
async function send({ hostname, port }: URL, what: Buffer): Promise<string> {
  const gone = Promise.withResolvers<string>();
  let answer = "";
  await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      open(socket) {
        socket.write(what);
        socket.end();
      },
      data(_, part) {
        if (answer.length < 4_096) answer += part.toString("latin1");
      },
      close: () => gone.resolve(answer),
      error: () => gone.resolve(answer),
    },
  });
  return gone.promise;
}

async function online(url: string): Promise<number> {
  const health: { connected_clients: number } = await (await fetch(`${url}/health`)).json();
  return health.connected_clients;
}
