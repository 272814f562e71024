/** RFC 6455 as a client needs it, without an object a frame: reading is what the generator does most. */

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A masked client frame. The mask is zero, so the payload is sent as it is. */
export function clientFrame(opcode: number, payload: Uint8Array | string): Buffer {
  const body = typeof payload === "string" ? Buffer.from(payload) : payload;
  if (body.length > 0xffff) throw new Error("The generator sends no frame over 64 KiB.");
  const long = body.length > 125;
  const start = long ? 8 : 6;
  const frame = Buffer.alloc(start + body.length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (long ? 126 : body.length);
  if (long) frame.writeUInt16BE(body.length, 2);
  frame.set(body, start);
  return frame;
}

/**
 * Calls `take` with the bounds of each whole frame's payload in `bytes` and returns how many
 * bytes were used; the rest belongs before the next chunk.
 */
export function readFrames(
  bytes: Buffer,
  take: (opcode: number, start: number, end: number) => void,
): number {
  let at = 0;
  while (at + 2 <= bytes.length) {
    const first = bytes[at] ?? 0;
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    if (start > bytes.length) break;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
    if (start + length > bytes.length) break;
    if ((first & 0xf0) !== 0x80)
      throw new Error("A fragmented or compressed frame was not agreed.");
    take(first & 0x0f, start, start + length);
    at = start + length;
  }
  return at;
}

/**
 * The HTTP request that asks for a WebSocket. The key is fixed: the answer's hash is not checked.
 * `from`: the address of a client, for a server behind proxies.
 */
export function upgradeRequest(
  port: number,
  path: string,
  subprotocol?: string,
  from?: string,
): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Upgrade: websocket",
    "Connection: Upgrade",
    ...(from ? [`X-Forwarded-For: ${from}`] : []),
    "Sec-WebSocket-Key: cmFnZS1yb29tLWJlbmNoIQ==",
    "Sec-WebSocket-Version: 13",
    ...(subprotocol ? [`Sec-WebSocket-Protocol: ${subprotocol}`] : []),
    "\r\n",
  ].join("\r\n");
}
