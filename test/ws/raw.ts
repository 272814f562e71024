/** A WebSocket by hand over TCP: it may offer anything, and stop reading. */
import { Inbox } from "../harness/inbox.ts";

export interface RawSocket extends Disposable {
  /** Of the answer to the handshake. */
  readonly status: number;
  readonly headers: Headers;
  /** Resolves when the other end has cut the connection or ended it. */
  readonly gone: Promise<void>;
  /** What came after the handshake, so far. */
  readonly received: number;
  /** Takes the next frame's opcode and payload. Only while nothing is paused. */
  frame(): Promise<{ opcode: number; payload: Buffer }>;
  send(text: string): void;
  pause(): void;
  resume(): void;
}

/** Sends the handshake and waits for its answer, whatever that is. */
export async function handshake(
  url: string,
  headers: Record<string, string> = {},
): Promise<RawSocket> {
  const { hostname, port, pathname, host } = new URL(url);
  const answered = Promise.withResolvers<Buffer>();
  const gone = Promise.withResolvers<void>();
  const inbox = new Inbox<{ opcode: number; payload: Buffer }>(({ opcode }) => `opcode ${opcode}`);
  let head: Buffer | null = null;
  let rest = Buffer.alloc(0);
  let received = 0;

  const take = (bytes: Buffer) => {
    received += bytes.length;
    rest = Buffer.concat([rest, bytes]);
    for (let next = parse(rest); next; next = parse(rest)) {
      rest = rest.subarray(next.size);
      inbox.put(next);
    }
  };
  const socket = await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      data(_, bytes) {
        if (head) return take(bytes);
        rest = Buffer.concat([rest, bytes]);
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        head = rest.subarray(0, end);
        const after = rest.subarray(end + 4);
        rest = Buffer.alloc(0);
        take(after);
        answered.resolve(head);
      },
      close() {
        inbox.end("the connection ended");
        answered.reject(new Error("The connection ended before an answer came."));
        gone.resolve();
      },
    },
  });
  const lines = {
    Host: host,
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version": "13",
    ...headers,
  };
  const list = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${pathname} HTTP/1.1\r\n${list.join("")}\r\n`);
  const [statusLine = "", ...fields] = (await answered.promise).toString().split("\r\n");
  return {
    status: Number(statusLine.split(" ")[1]),
    headers: new Headers(fields.map((line) => split(line))),
    gone: gone.promise,
    get received() {
      return received;
    },
    frame: () => inbox.take("frame", (_frame): _frame is typeof _frame => true, 4_000),
    send: (text) => {
      socket.write(masked(text));
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    [Symbol.dispose]: () => socket.terminate(),
  };
}

function split(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** A client's text frame under the mask 0, which leaves the bytes as they are (RFC 6455 §5.3). */
function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length > 125) throw new Error("Only short frames.");
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

function parse(bytes: Buffer) {
  const short = bytes[1] ?? 0;
  const offset = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < offset) return null;
  const length =
    short === 127
      ? Number(bytes.readBigUInt64BE(2))
      : short === 126
        ? bytes.readUInt16BE(2)
        : short;
  const size = offset + length;
  if (bytes.length < size) return null;
  const opcode = (bytes[0] ?? 0) & 0x0f;
  return { opcode, payload: Buffer.from(bytes.subarray(offset, size)), size };
}
