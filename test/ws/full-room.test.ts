import { expect, setDefaultTimeout, test } from "bun:test";
import { FRAME_LIMITS } from "../../src/live/frame-limits.ts";
import { roomForSockets } from "../../src/process/descriptors.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { join, range, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

/** How many places there are beyond MAX_CONNECTIONS. */
const { staff: FOR_STAFF } = roomForSockets();
const FULL = { MAX_CONNECTIONS: "1", TRUSTED_PROXIES: "127.0.0.1" };
const noon = () => virtualClock("2026-03-01T11:00:00Z");
const from = (address: string) => ({ headers: { "X-Forwarded-For": address } });
/** Sockets that say nothing, one after another. */
async function silent(url: string, count: number, address: (n: number) => string) {
  const sockets = [];
  for (const n of range(1, count)) sockets.push(await connect(url, from(address(n))));
  return sockets;
}

test("one more than fit is closed with 1013, and gets in when somebody leaves", async () => {
  await using small = await openRoom({ env: { MAX_CONNECTIONS: "2" } });
  const { client: first } = await join(small.wsUrl);
  const { client: second } = await join(small.wsUrl);
  const third = await connect(small.wsUrl);
  third.send({ type: "hello" });
  expect(await third.closed).toMatchObject({ code: 1013 });
  const script = await connectPlain(small.wsUrl);
  expect(await script.closed).toMatchObject({ code: 1013 });
  await say(first, "unmoved");
  const { client: admin } = await join(small.wsUrl, { token: await small.admin() });
  await say(admin, "there is always a place for staff");
  await admin.close();
  await second.close();
  const { welcome } = await join(small.wsUrl);
  expect(welcome.online).toBe(2);
});

test("an account that is not staff's finds a full room full, however it shows its token", async () => {
  await using room = await openRoom({ env: FULL });
  await join(room.wsUrl);
  const { token } = await room.member("ann");
  const client = await connect(room.wsUrl);
  client.send({ type: "hello", token });
  expect(await client.closed).toMatchObject({ code: 1013 });
  const headers = { Authorization: `Bearer ${token}` };
  const script = await connectPlain(room.wsUrl, { headers });
  expect(await script.closed).toMatchObject({ code: 1013 });
});

test("silent sockets keep no staff out of a full room: the oldest gives way to who comes", async () => {
  await using room = await openRoom({ env: FULL, clock: noon() });
  const token = await room.admin();
  await join(room.wsUrl);
  const here = () => "203.0.113.7";
  const early = await silent(room.wsUrl, FOR_STAFF, here);
  const { client: admin } = await join(room.wsUrl, { token });
  expect(await early[0]?.closed).toMatchObject({ code: 1013 });
  const headers = { Authorization: `Bearer ${token}` };
  await using script = await connectPlain(room.wsUrl, { headers });
  script.send({ text: "in plain mode too" });
  await script.next(({ text }) => text === "in plain mode too");
  // Whoever is in stays.
  await silent(room.wsUrl, 2 * FOR_STAFF, here);
  await say(admin, "still here");
});

test("a range with many silent sockets gives way before one with few, though these are older", async () => {
  await using room = await openRoom({ env: FULL, clock: noon() });
  const token = await room.admin();
  await join(room.wsUrl);
  await using slow = await connect(room.wsUrl, from("198.51.100.1"));
  await silent(room.wsUrl, 3 * FOR_STAFF, (n) => `10.0.${n % 100}.1`);
  slow.send({ type: "hello", token });
  await slow.next("welcome");
});

test("a range beyond its share takes no place from others, however many silent sockets it opens", async () => {
  const env = { ...FULL, MAX_CONNECTIONS: "200" };
  await using room = await openRoom({ env, clock: noon() });
  await silent(room.wsUrl, 200, () => "203.0.113.7");
  for (const [address, many] of [
    ["198.51.100.1", 50],
    ["192.0.2.1", 50],
  ] as const) {
    for (const _ of range(1, many)) {
      const client = await connect(room.wsUrl, from(address));
      client.send({ type: "hello" });
      await client.next("welcome");
    }
  }
});

test("the places for staff are many and not without end", async () => {
  const clock = noon();
  await using room = await openRoom({ env: FULL, clock });
  const token = await room.admin();
  await join(room.wsUrl);
  for (const n of range(1, FOR_STAFF)) {
    if (n % FRAME_LIMITS.hello.sender === 0) await clock.advance(60_000);
    await join(room.wsUrl, { token });
  }
  const late = await connect(room.wsUrl);
  expect(await late.closed).toMatchObject({ code: 1013 });
});
