import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { type VirtualClock, virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { keptJournal } from "../room/stored-room.ts";
import { join, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

/** A minute before midnight: whoever comes now sees the day end. */
const EVENING = "2026-03-01T22:59:00Z";
const MINUTE = 60_000;
const ENDED = "2026-03-01";
const DESTROYED = "The day before is destroyed.";

/** Comes before midnight, and is there after it. */
async function throughMidnight(rooms: readonly TestRoom[], clock: VirtualClock) {
  const all = await Promise.all(rooms.map((room) => join(room.wsUrl)));
  const [first] = all;
  if (first) await say(first.client, "the last words");
  await clock.advance(5 * MINUTE);
  for (const { client } of all) await client.next("cleared", ({ day }) => day > ENDED);
  return all.map(({ client }) => client);
}

/** What the first receipt says of it. */
async function moodsIn(room: TestRoom) {
  const { receipts } = await (await room.call("GET", "/api/receipts")).json();
  expect(receipts).toMatchObject([{ day: ENDED, clean: true }]);
  return receipts[0].moods;
}

describe.each(STORES)("how people leave a day, on %s", (store) => {
  test("is three numbers of its receipt, one answer a visitor, whoever asks again", async () => {
    const clock = virtualClock(EVENING);
    const { logger, logged } = keptJournal();
    await using room = await openRoom({ store, clock, logger });
    const [ann, bert] = await throughMidnight([room, room], clock);
    for (const mood of ["calmer", "angrier", "calmer"] as const) {
      ann?.send({ type: "mood", mood });
      expect(await ann?.next("mood")).toEqual({ type: "mood", day: ENDED });
    }
    bert?.send({ type: "mood", mood: "same" });
    await bert?.next("mood");
    await logged(DESTROYED);
    expect(await moodsIn(room)).toEqual({ angrier: 0, same: 1, calmer: 1 });
    const { token } = await room.member("cid");
    const { client: cid } = await join(room.wsUrl, { token });
    cid.send({ type: "mood", mood: "angrier" });
    await cid.next("mood");
    expect(await moodsIn(room)).toEqual({ angrier: 1, same: 1, calmer: 1 });
  });

  test("is nobody's who came after it, and not asked for long", async () => {
    const clock = virtualClock(EVENING);
    const { logger, logged } = keptJournal();
    await using room = await openRoom({ store, clock, logger });
    const { client: early } = await join(room.wsUrl);
    early.send({ type: "mood", mood: "same" });
    expect(await early.next("refused")).toMatchObject({ code: "not_found" });
    const [ann] = await throughMidnight([room], clock);
    const { client: late } = await join(room.wsUrl);
    late.send({ type: "mood", mood: "angrier" });
    expect(await late.next("refused")).toMatchObject({ code: "not_found" });
    await clock.advance(10 * MINUTE);
    ann?.send({ type: "mood", mood: "angrier" });
    expect(await ann?.next("refused")).toMatchObject({ code: "not_found" });
    await logged(DESTROYED);
    expect(await moodsIn(room)).toEqual({ angrier: 0, same: 0, calmer: 0 });
  });
});

test("on two nodes all are counted in one receipt, and a visitor once, wherever they ask", async () => {
  const place = await emptyStore("postgres");
  const clock = virtualClock(EVENING);
  const { logger, logged } = keptJournal();
  {
    const opened = { env: { DATABASE_URL: place.url }, clock, logger };
    await using one = await openRoom(opened);
    await using other = await openRoom(opened);
    const [ann, bert] = await throughMidnight([one, other], clock);
    ann?.send({ type: "mood", mood: "calmer" });
    await ann?.next("mood");
    // It is the guest of the new day who answers.
    const pass = ann?.events.findLast((event) => event.type === "you")?.you.guest ?? "";
    bert?.send({ type: "mood", mood: "calmer" });
    await bert?.next("mood");
    const { client: elsewhere } = await join(other.wsUrl, { guest: pass });
    elsewhere.send({ type: "mood", mood: "angrier" });
    await elsewhere.next("mood");
    await logged(DESTROYED);
    expect(await moodsIn(one)).toEqual({ angrier: 0, same: 0, calmer: 2 });
  }
  await place.remove();
});
