/**
 * What sending alone costs: every so many milliseconds the same bytes to each socket, and nothing
 * else. No room whose readers get a frame of their own can be cheaper a frame.
 */

/** A full room's beat, and a frame of its flood. The kernel takes as long for 1 as for 8 KiB. */
const EVERY_MS = 90;
const FRAME = Buffer.alloc(2_048, "x");

const { PORT } = process.env;
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
