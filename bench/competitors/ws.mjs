/** `ws` on Node, the shortest fair room: the message is encoded once and sent to every client. */

import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const http = createServer((_request, response) => response.end("ok"));
const room = new WebSocketServer({ server: http, perMessageDeflate: false });
let seq = 0;

room.on("connection", (socket) => {
  socket.on("error", (error) => console.error(error.message));
  socket.on("message", (data) => {
    const { user, text } = JSON.parse(data.toString());
    seq += 1;
    const timestamp = new Date().toISOString();
    const message = { type: "message", seq, id: seq, user, text, timestamp, kind: "guest" };
    const frame = Buffer.from(JSON.stringify(message));
    for (const client of room.clients) {
      if (client.readyState === client.OPEN) client.send(frame, { binary: false });
    }
  });
});

http.listen(Number(process.env.PORT), "127.0.0.1", 4096);
