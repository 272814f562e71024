import { expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join, range } from "./joining.ts";
import { handshake, type RawSocket } from "./raw.ts";

const PING = 9;
const noon = () => virtualClock("2026-03-01T11:00:00Z");

/** Sockets in plain mode that answer nothing. */
async function silent(url: string, count: number): Promise<RawSocket[]> {
  const sockets: RawSocket[] = [];
  for (const _ of range(1, count)) sockets.push(await handshake(url));
  return sockets;
}

test("every socket is pinged once in twenty seconds, and they are not pinged all at once", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const sockets = await silent(room.wsUrl, 40);
  const waiting = new Map(sockets.map((socket, index) => [index, socket]));
  for (const second of range(1, 20)) {
    await clock.advance(1_000);
    for (const index of [second % 20, (second % 20) + 20]) {
      expect(await sockets[index]?.frame()).toMatchObject({ opcode: PING });
      waiting.delete(index);
    }
    for (const socket of waiting.values()) expect(socket.received).toBe(0);
  }
  for (const socket of sockets) socket[Symbol.dispose]();
});

test("a peer that is gone without a close is cut within a minute, and leaves the count", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const [gone] = await silent(room.wsUrl, 1);
  const { client } = await join(room.wsUrl);
  await clock.advance(1_000);
  await client.next("online", ({ count }) => count === 2);
  for (const _ of range(1, 3)) {
    await clock.advance(20_000);
    await heard(client, "here");
  }
  await gone?.gone;
  await clock.advance(1_000);
  await client.next("online", ({ count }) => count === 1);
});

test("a reader of v1 who was sent nothing else is sent `online` within 25 seconds, again and again", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { client } = await join(room.wsUrl, {}, { deflate: true });
  await clock.advance(1_000);
  await client.next("online");
  for (const _ of range(1, 4)) {
    await clock.advance(25_000);
    expect(await client.next("online")).toEqual({ type: "online", count: 1 });
  }
});

test("whoever hears messages is not told `online` besides", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { client } = await join(room.wsUrl);
  await clock.advance(1_000);
  await client.next("online");
  for (const round of range(1, 8)) {
    await clock.advance(15_000);
    await heard(client, `round ${round}`);
  }
  expect(client.events.filter(({ type }) => type === "online")).toHaveLength(1);
});
