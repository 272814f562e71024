import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { type ServerEvent, SUBPROTOCOL } from "../../src/wire/frames.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { heard, join, say } from "./joining.ts";
import { handshake } from "./raw.ts";

setDefaultTimeout(TEST_MS);

const NOON = "2026-03-01T12:00:00Z";
const MINUTE = 60_000;

const staffAt = async (room: TestRoom) => join(room.wsUrl, { token: await room.admin() });

/** What a reader is sent, byte by byte: a client of ours would drop what the protocol does not name. */
async function bytesOf(room: TestRoom, plain = false) {
  const asked = { "Sec-WebSocket-Protocol": SUBPROTOCOL };
  const socket = await handshake(room.wsUrl, plain ? {} : asked);
  if (!plain) socket.send(JSON.stringify({ type: "hello" }));
  return async (last: string) => {
    let seen = "";
    while (!seen.includes(last)) seen += (await socket.frame()).payload.toString();
    socket[Symbol.dispose]();
    return seen;
  };
}

const firstIn = (events: readonly ServerEvent[]) =>
  events.flatMap((event) => (event.type === "first" ? event.ids : []));

describe.each(STORES)("a newcomer's first words, on %s", (store) => {
  test("are told to staff, before they come and to who comes later, and to nobody else in any form", async () => {
    await using room = await openRoom({ store, clock: virtualClock(NOON) });
    const { client: staff } = await staffAt(room);
    const sentTo = await bytesOf(room);
    const saidTo = await bytesOf(room, true);
    const { client: author } = await join(room.wsUrl);
    const id = await heard(author, "hello");
    await heard(staff, "welcome");
    await heard(author, "thanks");
    expect(firstIn(staff.events)).toEqual([id]);
    const order = staff.events.map((event) => ("id" in event ? event.id : event.type));
    expect(order.indexOf("first")).toBeLessThan(order.indexOf(id));
    author.send({ type: "erase", id });
    const { seq: act } = await author.next("deleted");
    author.send({ type: "undo", act });
    await author.next("restored");
    await heard(author, "the end");

    const { client: laterStaff } = await staffAt(room);
    expect(await laterStaff.next("first")).toEqual({ type: "first", ids: [id] });
    const sentLater = await bytesOf(room);
    const history = await (await room.call("GET", "/api/messages")).text();
    const ends = [sentTo, saidTo, sentLater].map((sent) => sent("the end"));
    expect([history, ...(await Promise.all(ends))].join()).not.toContain("irst");
  });

  test("are told to regulars from their own next words on", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock });
    const { client: regular } = await join(room.wsUrl);
    for (let n = 1; n <= 5; n++) await heard(regular, `${n}`);
    await clock.advance(31 * MINUTE);
    const { client: early } = await join(room.wsUrl);
    const before = await heard(early, "nobody knows me");
    await heard(regular, "still here");
    const { client: late } = await join(room.wsUrl);
    const id = await heard(late, "me too");
    await regular.next("message", (message) => message.id === id);
    expect(firstIn(regular.events)).toEqual([id]);
    expect(firstIn(early.events)).toEqual([]);
    expect(before).toBeLessThan(id);
  });

  test("are those of the day: not of who was here before midnight", async () => {
    // Four minutes before midnight: who was here for three of them has not just come.
    const clock = virtualClock("2026-03-01T22:56:00Z");
    await using room = await openRoom({ store, clock });
    const { client: staff } = await staffAt(room);
    const { client: guest } = await join(room.wsUrl);
    const id = await heard(guest, "before");
    await clock.advance(5 * MINUTE);
    await guest.next("cleared");
    const after = await heard(guest, "after");
    await staff.next("message", (message) => message.id === after);
    expect(firstIn(staff.events)).toEqual([id]);
  });
});

test("staff on another node are told of first words, and a node that starts knows them", async () => {
  const place = await emptyStore("postgres");
  const env = { DATABASE_URL: place.url };
  {
    await using one = await openRoom({ env });
    await using other = await openRoom({ env });
    const { client: staff } = await staffAt(other);
    const { client: author } = await join(one.wsUrl);
    const id = await say(author, "hello");
    expect(await staff.next("first")).toEqual({ type: "first", ids: [id] });
    await using third = await openRoom({ env });
    const { client: later } = await staffAt(third);
    expect(await later.next("first")).toEqual({ type: "first", ids: [id] });
  }
  await place.remove();
});
