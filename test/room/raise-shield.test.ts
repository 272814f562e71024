import { expect, setDefaultTimeout, spyOn, test } from "bun:test";
import { raiseShield } from "../../src/jobs/raise-shield.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { newPlace, openStoredRoom } from "./stored-room.ts";

setDefaultTimeout(TEST_MS);

test("while a raid goes on, the log is asked for a shield once, and again when it would be renewed", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  await using place = await newPlace("sqlite");
  const { room, logger, delivered } = await openStoredRoom(await place.open(), { clock });
  raiseShield(room, clock, logger);
  const asked = spyOn(room, "do");
  const say = (key: string, text: string, since: number) =>
    room
      .say({ key, name: key, kind: "guest", userId: null, range: key, since }, null, text)
      .catch(() => undefined);
  const came = clock.now();
  await say("heard", "first words of somebody", came);
  await clock.advance(4 * 60_000);
  await say("heard", "and what they say when they are heard", came);
  const raid = async () => {
    for (let one = 0; one < 30; one++)
      await say(`raider ${one}`, "come to the other room", clock.now());
  };
  await raid();
  await delivered("mode");
  await raid();
  expect(asked).toHaveBeenCalledTimes(1);
  await clock.advance(60_000);
  await raid();
  await delivered("mode");
  expect(asked).toHaveBeenCalledTimes(2);
});
