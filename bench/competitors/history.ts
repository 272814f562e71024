/**
 * A room that reads and renders the day's last messages for each client that comes: as many as
 * the second argument says, with `each` as the first in a frame a message, else all in one.
 */

import { SQL } from "bun";
import { textOf } from "../load/message-texts.ts";

const DAY = 5_000;
const { PORT } = process.env;
const [form, last] = process.argv.slice(2);
const inOne = form !== "each";

const sql = new SQL("sqlite:./history.db");
await sql`PRAGMA journal_mode = WAL`;
await sql`CREATE TABLE messages (
  id INTEGER PRIMARY KEY, user TEXT NOT NULL, text TEXT NOT NULL, timestamp TEXT NOT NULL
)`;
const day = Array.from({ length: DAY }, (_, at) => ({
  id: at + 1,
  user: `Furious Badger ${at % 100}`,
  text: textOf(at + 1),
  timestamp: new Date().toISOString(),
}));
await sql.begin(async (transaction) => {
  for (const message of day) await transaction`INSERT INTO messages ${transaction(message)}`;
});

Bun.serve({
  hostname: "127.0.0.1",
  port: Number(PORT),
  fetch(request, server) {
    return server.upgrade(request) ? undefined : new Response("ok");
  },
  websocket: {
    async open(socket) {
      const rows: { id: number }[] = await sql`
        SELECT id, user, text, timestamp FROM messages ORDER BY id DESC LIMIT ${Number(last)}`;
      const events = rows
        .reverse()
        .map((row) => ({ type: "message", seq: row.id, ...row, kind: "guest" }));
      const render = () => {
        for (const event of events) socket.send(JSON.stringify(event));
      };
      if (inOne) socket.send(JSON.stringify(events));
      else socket.cork(render);
    },
    message: (socket) => socket.close(),
  },
});
