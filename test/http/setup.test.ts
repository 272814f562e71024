/** The first run by its calls, on both stores. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { Today } from "../../src/wire/http.ts";
import { FirstAdmin } from "../../src/wire/setup.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { emptyStore, openRoom, STORES, storedAt, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";

setDefaultTimeout(TEST_MS);

const BOSS = { email: "boss@example.com", username: "boss", password: "a printer of my own" };
const NO_ADMIN = { ADMIN_PASSWORD: "" };
/** The 28th in UTC, and a minute before it in Los Angeles. */
const EARLY = "2026-11-28T07:59:00Z";
const WEST = "America/Los_Angeles";

const secretOf = ({ app }: TestRoom) => app.setupUrl?.hash.replace("#setup=", "") ?? "";
const form = (room: TestRoom, token = secretOf(room)) =>
  room.call("GET", "/api/auth/setup", { token });
const setUp = (room: TestRoom, more: object = {}) =>
  room.call("POST", "/api/auth/setup", { body: { ...BOSS, secret: secretOf(room), ...more } });
const today = async (room: TestRoom) =>
  Today.parse(await (await room.call("GET", "/api/today")).json());

test("the form says what it begins with, as often as it is asked, and nothing without the link", async () => {
  await using room = await openRoom({ env: NO_ADMIN });
  for (let times = 0; times < 2; times++) {
    const answer = await form(room);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      timezone: NOON_ZONE,
      zone_fixed: "variable",
      topic: "Whatever made you angry today",
    });
  }
  for (const wrong of ["guessed", `${secretOf(room)}0`]) {
    expect((await form(room, wrong)).status).toBe(403);
  }
  expect((await room.call("GET", "/api/auth/setup")).status).toBe(403);
  expect((await setUp(room)).status).toBe(201);
  expect(await (await form(room)).json()).toMatchObject({ code: "setup_closed" });
});

test.each(STORES)(
  "on %s the room's midnight is where the first admin chose, at once and after a restart",
  async (store) => {
    const place = await emptyStore(store);
    const clock = virtualClock(EARLY);
    const env = { ...storedAt(place.url), ...NO_ADMIN, TIMEZONE: "UTC" };
    await (await openRoom({ env, clock })).stop();
    const unset = { ...env, TIMEZONE: "" };
    {
      await using room = await openRoom({ env: unset, clock });
      expect(await today(room)).toMatchObject({ date: "2026-11-28", timezone: "UTC" });
      await using reader = await connect(room.wsUrl);
      reader.send({ type: "hello" });
      await reader.next("welcome");
      const made = await setUp(room, { timezone: WEST, topic: "Trains" });
      expect(made.status).toBe(201);
      // Who was there already comes back for the new midnight.
      expect((await reader.closed).code).toBe(1001);
      const chosen = { date: "2026-11-27", wipes_at: "2026-11-28T00:00:00.000-08:00" };
      expect(await today(room)).toMatchObject({ ...chosen, timezone: WEST, topic: "Trains" });
      const { access_token } = FirstAdmin.parse(await made.json());
      expect((await room.call("GET", "/api/admin/stats", { token: access_token })).status).toBe(
        200,
      );

      await using boss = await connect(room.wsUrl);
      boss.send({ type: "hello", token: access_token });
      expect(await boss.next("welcome")).toMatchObject({ day: "2026-11-27", timezone: WEST });
      boss.send({ type: "say", ref: "1", text: "It left at 8:59." });
      await boss.next("ack");
      await clock.advanceTo(Date.parse("2026-11-28T08:00:00Z"));
      expect(await boss.next("cleared")).toMatchObject({ day: "2026-11-28" });
      boss.send({ type: "say", ref: "2", text: "So did this one." });
      await boss.next("ack");
    }
    await using again = await openRoom({ env: unset, clock });
    expect(await today(again)).toMatchObject({ date: "2026-11-28", timezone: WEST });
    await again.stop();
    await place.remove();
  },
);

test("once something was said, or where TIMEZONE is set, the zone stays and no admin is made", async () => {
  const place = await emptyStore("sqlite");
  const env = { DATABASE_URL: place.url, ...NO_ADMIN };
  {
    await using fixed = await openRoom({ env });
    expect(await (await setUp(fixed, { timezone: WEST })).json()).toMatchObject({
      status: 409,
      code: "zone_fixed",
    });
  }
  await using room = await openRoom({ env: { ...env, TIMEZONE: "" } });
  await using guest = await connect(room.wsUrl);
  guest.send({ type: "hello" });
  guest.send({ type: "say", ref: "1", text: "It left at 8:59." });
  await guest.next("ack");
  expect(await (await form(room)).json()).toMatchObject({ zone_fixed: "said" });
  expect((await setUp(room, { timezone: WEST })).status).toBe(409);
  expect((await setUp(room, { timezone: "Nowhere/At_All" })).status).toBe(422);
  expect((await setUp(room, { timezone: NOON_ZONE })).status).toBe(201);
  await room.stop();
  await place.remove();
});
