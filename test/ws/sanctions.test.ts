import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { SanctionInForce, SanctionPlaced } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { problemOf, wrongFields } from "../http/problem.ts";
import { heard, join, logged, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const PATH = "/api/mod/sanctions";
const START = "2026-03-01T22:00:00Z";
const MIDNIGHT = "2026-03-02T00:00:00.000+01:00";

async function sanction(room: TestRoom, body: object) {
  const response = await room.call("POST", PATH, { token: await room.admin(), body });
  expect(response.status).toBe(201);
  return SanctionPlaced.strict().parse(await response.json());
}

async function inForce(room: TestRoom) {
  const response = await room.call("GET", PATH, { token: await room.admin() });
  return z.array(SanctionInForce.strict()).parse(await response.json());
}

const lift = async (room: TestRoom, id: number) =>
  room.call("DELETE", `${PATH}/${id}`, { token: await room.admin() });

/** What a hello that is not let in is told, and the code that it is closed with. */
async function turnedAway(room: TestRoom, hello: object = {}) {
  const client = await connect(room.wsUrl);
  client.send({ type: "hello", ...hello });
  return { code: (await client.closed).code, events: [...client.events] };
}

describe.each(STORES)("a sanction, on %s", (store) => {
  test("that bans a guest ends their socket, takes what they said, and holds for new passes there until midnight", async () => {
    const clock = virtualClock(START);
    await using room = await openRoom({ store, clock });
    const { client: neighbour, welcome } = await join(room.wsUrl);
    const { client, welcome: raider } = await join(room.wsUrl);
    await say(client, "one");
    const id = await say(client, "two");
    await clock.advance(1);
    const placed = await sanction(room, { kind: "ban", message: id, reason: "a raid" });
    expect(placed).toMatchObject({ kind: "ban", until: MIDNIGHT, removed: 2 });
    expect(placed.name).toBe(raider.you.name);
    expect((await client.closed).code).toBe(4001);
    const told = { type: "banned" as const, until: "2026-03-01T23:00:00.000Z", reason: "a raid" };
    expect(client.events.at(-1)).toEqual(told);
    expect(await turnedAway(room)).toEqual({ code: 4001, events: [told] });
    expect(await turnedAway(room, { guest: raider.you.guest })).toEqual({
      code: 4001,
      events: [told],
    });
    expect(JSON.stringify(neighbour.events)).not.toContain("a raid");
    await heard(neighbour, "I was here before");
    await neighbour.close();
    const { client: again } = await join(room.wsUrl, { guest: welcome.you.guest });
    await heard(again, "and I still am");
    expect(logged(neighbour.events)).toContainEqual({
      type: "removed",
      seq: placed.id + 1,
      ids: [id - 1, id],
      by: "ban",
    });
    expect(await inForce(room)).toEqual([
      {
        id: placed.id,
        kind: "ban",
        name: raider.you.name,
        user_id: null,
        until: MIDNIGHT,
        reason: "a raid",
        at: "2026-03-01T23:00:00.001+01:00",
      },
    ]);
    await clock.advanceTo(Date.parse(MIDNIGHT));
    const { client: tomorrow } = await join(room.wsUrl);
    await heard(tomorrow, "a new day");
    expect(await inForce(room)).toEqual([]);
  });

  test("that mutes leaves the socket open, and tells its subject alone why and until when", async () => {
    const clock = virtualClock(START);
    await using room = await openRoom({ store, clock });
    const { client: other } = await join(room.wsUrl);
    const { client, welcome } = await join(room.wsUrl);
    const id = await say(client, "too loud");
    const until = "2026-03-01T22:10:00.000Z";
    const placed = await sanction(room, {
      kind: "mute",
      message: id,
      minutes: 10,
      reason: "shouting",
    });
    expect(placed.removed).toBe(0);
    expect(await client.next("muted")).toEqual({ type: "muted", until, reason: "shouting" });
    client.send({ type: "say", ref: "late", text: "hey" });
    expect(await client.next("refused")).toMatchObject({
      ref: "late",
      code: "muted",
      retry_after: 600,
    });
    const { client: phone } = await join(room.wsUrl, { guest: welcome.you.guest });
    expect(await phone.next("muted")).toMatchObject({ until });
    await heard(other, "not I");
    await clock.advance(600_000);
    expect(await phone.next("muted")).toMatchObject({ until: expect.any(String) });
    await say(phone, "back");
    expect(JSON.stringify(other.events)).not.toContain("muted");
    expect(await inForce(room)).toEqual([]);
  });

  test("that is lifted ends at once", async () => {
    await using room = await openRoom({ store });
    const { client, welcome } = await join(room.wsUrl);
    const id = await say(client, "one");
    const mute = await sanction(room, { kind: "mute", message: id });
    await client.next("muted");
    expect((await lift(room, mute.id)).status).toBe(200);
    await client.next("muted");
    await say(client, "two");
    await problemOf(await lift(room, mute.id), 404, "not_found");
    const ban = await sanction(room, { kind: "ban", message: id });
    await client.closed;
    await lift(room, ban.id);
    const { client: again } = await join(room.wsUrl, { guest: welcome.you.guest });
    await say(again, "three");
  });

  test("that is undone within five seconds is lifted, and what it took stands again", async () => {
    await using room = await openRoom({ store });
    const { client, welcome } = await join(room.wsUrl);
    const { undo } = await sanction(room, { kind: "ban", message: await say(client, "one") });
    const token = await room.admin();
    const back = await room.call("POST", "/api/mod/undo", { token, body: { act: undo } });
    expect(await back.json()).toEqual({ message: "Brought back 1 messages" });
    expect(await inForce(room)).toEqual([]);
    const { client: again } = await join(room.wsUrl, { guest: welcome.you.guest });
    await say(again, "two");
  });

  test("of an account ends by itself where it has an end, and outlives midnight where it has none", async () => {
    const clock = virtualClock(START);
    await using room = await openRoom({ store, clock });
    const ann = await room.member("ann");
    const { email, password } = ann;
    const signIn = () => room.call("POST", "/api/auth/login", { body: { email, password } });
    const ban = await sanction(room, { kind: "ban", user_id: ann.id, minutes: 1 });
    expect(ban).toMatchObject({ name: "ann", until: "2026-03-01T23:01:00.000+01:00" });
    await problemOf(await signIn(), 403, "banned");
    expect(await turnedAway(room, { token: ann.token })).toEqual({
      code: 4001,
      events: [{ type: "banned", until: "2026-03-01T22:01:00.000Z" }],
    });
    await clock.advance(61_000);
    const { client } = await join(room.wsUrl);
    await heard(client, "after the minute");
    expect((await signIn()).status).toBe(200);
    const mute = await sanction(room, { kind: "mute", user_id: ann.id });
    expect(mute.until).toBeNull();
    await clock.advanceTo(Date.parse(MIDNIGHT) + 1_000);
    expect(await inForce(room)).toMatchObject([{ id: mute.id, name: "ann", user_id: ann.id }]);
    const { access_token: token } = await (await signIn()).json();
    const { client: theirs } = await join(room.wsUrl, { token });
    expect(await theirs.next("muted")).toEqual({ type: "muted", until: null });
    theirs.send({ type: "say", ref: "a", text: "hey" });
    expect(await theirs.next("refused")).toMatchObject({ code: "muted" });
  });

  test("by the admin's call is listed, and lifted by either", async () => {
    await using room = await openRoom({ store });
    const ann = await room.member("ann");
    const token = await room.admin();
    const ban = (banned: boolean) =>
      room.call("POST", "/api/admin/user/ban", { token, body: { user_id: ann.id, ban: banned } });
    await ban(true);
    const [listed] = await inForce(room);
    expect(listed).toMatchObject({ kind: "ban", name: "ann", until: null });
    await ban(false);
    expect(await inForce(room)).toEqual([]);
    await ban(true);
    const [again] = await inForce(room);
    expect((await lift(room, again?.id ?? 0)).status).toBe(200);
    const { email, password } = ann;
    const body = { email, password };
    expect((await room.call("POST", "/api/auth/login", { body })).status).toBe(200);
  });

  test("is never an admin's, and a moderator's only by an admin", async () => {
    await using room = await openRoom({ store });
    const admin = await room.admin();
    const moe = await room.member("moe");
    const max = await room.member("max");
    for (const { id } of [moe, max]) {
      const body = { user_id: id, moderator: true };
      await room.call("POST", "/api/admin/user/role", { token: admin, body });
    }
    const as = (token: string, body: object) => room.call("POST", PATH, { token, body });
    await problemOf(await as(moe.token, { kind: "ban", user_id: 1 }), 403, "admin_protected");
    await problemOf(await as(admin, { kind: "mute", user_id: 1 }), 403, "admin_protected");
    await problemOf(await as(moe.token, { kind: "ban", user_id: max.id }), 403, "admin_protected");
    expect((await as(admin, { kind: "ban", user_id: max.id })).status).toBe(201);
    await problemOf(await as(max.token, { kind: "ban", user_id: moe.id }), 403, "banned");
    const ann = await room.member("ann");
    expect((await as(moe.token, { kind: "mute", user_id: ann.id })).status).toBe(201);
    const body = { user_id: ann.id, admin: true };
    await room.call("POST", "/api/admin/user/role", { token: admin, body });
    expect((await inForce(room)).map(({ name }) => name)).toEqual(["max"]);
    await problemOf(await as(admin, { kind: "ban", message: 999 }), 404, "not_found");
    await wrongFields(await as(admin, { kind: "ban", message: 1, user_id: 2 }), "message");
    await wrongFields(await as(admin, { kind: "slap", message: 1, minutes: 0 }), "kind", "minutes");
  });

  test("that bans a guest in plain mode ends the socket, and no other name helps there", async () => {
    await using room = await openRoom({ store });
    const plain = await connectPlain(room.wsUrl);
    plain.send({ user: "Bot", text: "spam" });
    const { id } = await plain.next(({ text }) => text === "spam");
    await sanction(room, { kind: "ban", message: id });
    expect((await plain.closed).code).toBe(4001);
    const again = await connectPlain(room.wsUrl);
    expect((await again.closed).code).toBe(4001);
  });
});

test("a ban on one node closes the sockets of another at once, and holds there too", async () => {
  const place = await emptyStore("postgres");
  {
    const env = { DATABASE_URL: place.url };
    // It stands still: nobody is closed by asking now and then.
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using here = await openRoom({ env, clock });
    await using there = await openRoom({ env, clock });
    const { client: neighbour, welcome } = await join(there.wsUrl);
    const { client, welcome: raider } = await join(there.wsUrl);
    const { client: phone } = await join(here.wsUrl, { guest: raider.you.guest });
    const { client: loud } = await join(there.wsUrl);
    const mute = await say(loud, "loud");
    const id = await say(client, "spam");
    await heard(neighbour, "before");
    await sanction(here, { kind: "mute", message: mute });
    await loud.next("muted");
    // Whoever was here before it may come back.
    await clock.advance(1_000);
    await sanction(here, { kind: "ban", message: id });
    const closed = await Promise.all([client.closed, phone.closed]);
    expect(closed.map(({ code }) => code)).toEqual([4001, 4001]);
    expect((await turnedAway(there)).code).toBe(4001);
    await neighbour.close();
    const { client: again } = await join(here.wsUrl, { guest: welcome.you.guest });
    await heard(again, "still here");
  }
  await place.remove();
});
