/** Bun's own WebSocket server: one `publish` a message, nothing else. */

import { PlainFrame } from "../../src/wire/frames.ts";

const { PORT } = process.env;
let seq = 0;

const server = Bun.serve({
  hostname: "127.0.0.1",
  port: Number(PORT),
  fetch(request, server) {
    return server.upgrade(request) ? undefined : new Response("ok");
  },
  websocket: {
    open(socket) {
      socket.subscribe("room");
    },
    message(_socket, data) {
      const { user, text } = PlainFrame.parse(JSON.parse(String(data)));
      seq += 1;
      const timestamp = new Date().toISOString();
      const message = { type: "message", seq, id: seq, user, text, timestamp, kind: "guest" };
      server.publish("room", JSON.stringify(message));
    },
  },
});
