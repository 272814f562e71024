import { expect, setDefaultTimeout, test } from "bun:test";
import type { Clock } from "../../src/room/ports.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, keptLog, openRoom } from "../harness/room.ts";
import { join, say } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;

/** The same clock as it stands on a machine that is so much off. */
function off(clock: Clock, ms: number): Clock {
  return { now: () => clock.now() + ms, after: (wait, run) => clock.after(wait, run) };
}

test("a node whose clock is minutes ahead or behind says so, and its day is that of the database's clock", async () => {
  const { url, remove } = await emptyStore("postgres");
  const clock = virtualClock("2026-03-01T23:58:00Z");
  const databaseTime = async () => clock.now();
  const env = { DATABASE_URL: url, TIMEZONE: "UTC" };
  await using right = await openRoom({ env, clock, databaseTime });
  const { client } = await join(right.wsUrl);
  const id = await say(client, "before midnight");
  for (const [ms, says] of [
    [5 * MINUTE, "300 seconds ahead of"],
    [-5 * MINUTE, "300 seconds behind"],
  ] as const) {
    const { logger, lines } = keptLog();
    await using wrong = await openRoom({ env, clock: off(clock, ms), databaseTime, logger });
    const errors = lines.filter(({ level }) => level === "error");
    expect(errors.map(({ sentence }) => sentence.includes(says))).toEqual([true]);
    const { client: reader } = await join(wrong.wsUrl);
    expect(await reader.next("message")).toMatchObject({ id, text: "before midnight" });
    const seq = await say(reader, "said there");
    await client.next("message", (message) => message.id === seq);
    expect(await (await wrong.call("GET", "/api/today")).json()).toMatchObject({
      date: "2026-03-01",
    });
    await wrong.stop();
  }
  expect(client.events.some(({ type }) => type === "cleared")).toBe(false);
  await right.stop();
  await remove();
});

test("a clock that goes wrong while the room is open is noticed within a minute, and when it is right again", async () => {
  const { url, remove } = await emptyStore("postgres");
  const clock = virtualClock("2026-03-01T12:00:00Z");
  let database = 0;
  const databaseTime = async () => clock.now() + database;
  const { logger, lines } = keptLog();
  const env = { DATABASE_URL: url, TIMEZONE: "UTC" };
  await using room = await openRoom({ env, clock, databaseTime, logger });
  const said = () => lines.map(({ sentence }) => sentence).filter((line) => line.includes("clock"));
  const time = async () => {
    const answer = await (await room.call("GET", "/api/today")).json();
    return Date.parse(answer.time) - clock.now();
  };
  expect(said()).toEqual([]);
  database = 3 * MINUTE;
  await clock.advance(MINUTE);
  expect(said()).toEqual([expect.stringContaining("180 seconds behind")]);
  expect(await time()).toBe(3 * MINUTE);
  database = 0;
  await clock.advance(MINUTE);
  expect(said()).toHaveLength(2);
  expect(await time()).toBe(0);
  await room.stop();
  await remove();
});

test("PostgreSQL's own clock is asked for where a room has no other", async () => {
  await using room = await openRoom({ store: "postgres" });
  const { time } = await (await room.call("GET", "/api/today")).json();
  expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(MINUTE);
});
