import { expect, setDefaultTimeout, test } from "bun:test";
import { DayDestruction } from "../../src/midnight/destruction.ts";
import type { DestructionStore } from "../../src/midnight/receipt.ts";
import { TEST_MS } from "../harness/limits.ts";
import { newPlace, openStoredRoom, sleepingClock } from "./stored-room.ts";

setDefaultTimeout(TEST_MS);

test("a day that ends during a look for ended days is destroyed after that look", async () => {
  await using place = await newPlace("sqlite");
  const store = await place.open();
  const clock = sleepingClock("2026-03-01T22:59:59Z");
  const { room, logger, logged } = await openStoredRoom(store, { clock });
  const { destruction } = store;
  const held = Promise.withResolvers<void>();
  let looks = 0;
  const slow: DestructionStore = {
    keep: (receipt) => destruction.keep(receipt),
    list: (limit) => destruction.list(limit),
    async destroy() {
      const found = await destruction.destroy();
      if (looks++ === 0) await held.promise;
      return found;
    },
  };
  const days = new DayDestruction({ destruction: slow, room, clock, logger });
  const early = days.look();
  const anna = {
    key: "a",
    name: "Anna",
    kind: "guest",
    userId: null,
    range: null,
    since: null,
  } as const;
  await room.say(anna, "1", "before");
  await clock.advance(1_000);
  await room.turnDay();
  await room.drained();
  held.resolve();
  await early;
  expect(await days.receipts(1)).toMatchObject([{ day: "2026-03-01", messages: 1 }]);
  await logged("The day before is destroyed.");
});
