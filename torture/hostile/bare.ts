/** A server that does nothing: it opens sockets, reads what comes and answers no frame. What is left is the machine's. */
import { SUBPROTOCOL } from "../../src/wire/frames.ts";

const HEADERS = { "Sec-WebSocket-Protocol": SUBPROTOCOL };

Bun.serve({
  hostname: "127.0.0.1",
  port: Number(process.env["PORT"]),
  idleTimeout: 0,
  fetch(request, server) {
    const headers = request.headers.has("sec-websocket-protocol") ? HEADERS : {};
    if (server.upgrade(request, { headers })) return undefined;
    return new Response("");
  },
  websocket: { message: () => undefined, perMessageDeflate: false },
});
