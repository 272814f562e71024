/** Socket.IO on Node as its documentation writes a chat, on the WebSocket transport alone. */

import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer((_request, response) => response.end("ok"));
const io = new Server(http, { transports: ["websocket"], serveClient: false });
let seq = 0;

io.on("connection", (socket) => {
  socket.on("say", ({ user, text }) => {
    seq += 1;
    const timestamp = new Date().toISOString();
    io.emit("message", { type: "message", seq, id: seq, user, text, timestamp, kind: "guest" });
  });
});

http.listen(Number(process.env.PORT), "127.0.0.1", 4096);
