import { expect, setDefaultTimeout, test } from "bun:test";
import { connect } from "node:net";
import { Relay } from "../../torture/network-relay.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, type TestRoom } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);

test("a call that waits for a silent database is answered, and not cut off", async () => {
  const place = await emptyStore("postgres");
  const url = new URL(place.url);
  await using relay = await Relay.open(Number(url.port));
  url.port = `${relay.port}`;
  // Longer than the server would wait by itself before it cuts a connection on which nothing comes.
  url.searchParams.set("statement_timeout", "8000");
  const room = await openRoom({ env: { DATABASE_URL: url.href } });
  // Connections that are open: a new one would fail sooner.
  await Promise.all(Array.from({ length: 8 }, () => room.admin()));

  relay.swallow();
  const [history, health, ready] = await Promise.all([
    answerTo(room, "/api/messages"),
    answerTo(room, "/health"),
    answerTo(room, "/ready"),
  ]);
  expect(history).toStartWith("HTTP/1.1 503");
  expect(history).toContain('"code":"unavailable"');
  expect(health).toStartWith("HTTP/1.1 503");
  expect(health).toContain('"status":"unhealthy"');
  expect(ready).toContain('"reason":"store"');

  relay.recover();
  await room.stop();
  await place.remove();
});

/** All that comes: a client of HTTP would ask again where it was cut off. */
async function answerTo(room: TestRoom, path: string): Promise<string> {
  const { hostname, port, host } = new URL(room.url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let answer = "";
  for await (const part of socket) answer += part;
  return answer;
}
