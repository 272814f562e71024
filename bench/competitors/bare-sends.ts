/**
 * What sending alone costs: every so many milliseconds the same bytes to each socket, and nothing
 * else. No room whose readers get a frame of their own can be cheaper a frame.
 */

/** A full room's beat. */
const EVERY_MS = 90;

const { PORT, FRAME_BYTES } = process.env;
const FRAME = Buffer.alloc(Number(FRAME_BYTES), "x");
const sockets = new Set<Bun.ServerWebSocket<undefined>>();

Bun.serve({
  hostname: "127.0.0.1",
  port: Number(PORT),
  fetch(request, server) {
    return server.upgrade(request) ? undefined : new Response("ok");
  },
  websocket: {
    open: (socket) => void sockets.add(socket),
    close: (socket) => void sockets.delete(socket),
    message: () => undefined,
  },
});
setInterval(() => {
  for (const socket of sockets) socket.sendBinary(FRAME);
}, EVERY_MS);
