import { expect, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import type { Log } from "../../src/room/ports.ts";
import { newPlace, openStoredRoom, sleepingClock } from "./stored-room.ts";

test("a log that cannot be read is asked four times a second, however often that was noticed", async () => {
  await using place = await newPlace("sqlite");
  const store = await place.open();
  const clock = sleepingClock("2026-03-01T12:00:00Z");
  const reads = { fail: false, count: 0 };
  const log = new Proxy<Log>(store.log, {
    get(own, name) {
      if (name !== "after" || !reads.fail) return Reflect.get(own, name);
      return () => {
        reads.count++;
        return Promise.reject(new Error("The log is away."));
      };
    },
  });
  const { room, delivered } = await openStoredRoom(store, { clock, log });
  reads.fail = true;
  for (let noticed = 0; noticed < 10; noticed++) {
    room.follow();
    await clock.advance(1);
  }
  expect(reads.count).toBe(10);
  await clock.advance(990);
  expect(reads.count).toBe(14);

  await store.log.apply("setTopic", { topic: "Queues" }, ROOM, clock.now());
  reads.fail = false;
  await clock.advance(250);
  expect(await delivered("topic")).toMatchObject({ topic: "Queues" });
});
