import { expect, setDefaultTimeout, spyOn, test } from "bun:test";
import { raiseShield } from "../../src/jobs/raise-shield.ts";
import type { Actor } from "../../src/room/commands.ts";
import { SHIELD_MINUTES } from "../../src/wire/limits.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { newPlace, openStoredRoom } from "./stored-room.ts";

setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;

/** A room with somebody who was heard, which raises its shield by itself. */
async function watchedRoom() {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  const place = await newPlace("sqlite");
  const store = await place.open();
  const { room, logger, delivered } = await openStoredRoom(store, { clock });
  raiseShield(room, clock, logger);
  const say = (key: string, text: string, since: number) =>
    room
      .say({ key, name: key, kind: "guest", userId: null, range: key, since }, null, text)
      .catch(() => undefined);
  const came = clock.now();
  await say("heard", "first words of somebody", came);
  await clock.advance(4 * MINUTE);
  await say("heard", "and what they say when they are heard", came);
  return {
    clock,
    store,
    room,
    delivered,
    speaks: (text: string) => say("heard", text, came),
    async raid() {
      for (let one = 0; one < 30; one++)
        await say(`raider ${one}`, "come to the other room", clock.now());
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

test("while a raid goes on, the log is asked for a shield once, and again when it would be renewed", async () => {
  await using it = await watchedRoom();
  const { clock, room, delivered, raid } = it;
  const asked = spyOn(room, "do");
  await raid();
  await delivered("mode");
  await raid();
  expect(asked).toHaveBeenCalledTimes(1);
  await clock.advance(MINUTE);
  await raid();
  await delivered("mode");
  expect(asked).toHaveBeenCalledTimes(2);
});

test("a shield that staff ended stays down for as long as it would have been up", async () => {
  await using it = await watchedRoom();
  const { clock, store, room, delivered, raid, speaks } = it;
  const account = { email: "a@example.com", username: "ann", passwordHash: "x", isAdmin: true };
  const { id } = await store.users.create(account, clock.now());
  const staff: Actor = { key: `u:${id}`, kind: "admin", userId: id };
  await raid();
  await delivered("mode");
  await room.do("setShield", { minutes: 0 }, staff);
  await delivered("mode");
  for (let minute = 0; minute < SHIELD_MINUTES; minute++) {
    await raid();
    expect([minute, room.state.shield]).toEqual([minute, null]);
    await clock.advance(MINUTE);
    await speaks(`what is said in minute ${minute} of the raid`);
  }
  await raid();
  await delivered("mode");
  expect(room.state.shield).toMatchObject({ raisedBy: "room" });
});
