/** Stores one message a commit for as long as it is told, as durably as the room does. */

import { SQL } from "bun";
import { textOf } from "../load/message-texts.ts";

const [url = "sqlite:./bench.db", forMs = "1000"] = process.argv.slice(2);
await using sql = new SQL(url, { max: 1 });

if (url.startsWith("sqlite:")) {
  await sql`PRAGMA journal_mode = WAL`;
  await sql`PRAGMA synchronous = FULL`;
}
await sql`CREATE TABLE messages (
  id BIGINT PRIMARY KEY, "user" TEXT NOT NULL, text TEXT NOT NULL, timestamp TEXT NOT NULL
)`;

let messages = 0;
const start = performance.now();
while (performance.now() - start < Number(forMs)) {
  messages += 1;
  const timestamp = new Date().toISOString();
  await sql`INSERT INTO messages (id, "user", text, timestamp)
    VALUES (${messages}, ${"bench"}, ${textOf(messages)}, ${timestamp})`;
}
console.log(JSON.stringify({ messages, ms: performance.now() - start }));
