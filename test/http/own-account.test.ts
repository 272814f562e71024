import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { RenewedToken, ResetLink, SignInBody } from "../../src/wire/accounts.ts";
import { AuditAct, Done, Token } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { ADMIN, emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { heard, join, logged, say } from "../ws/joining.ts";
import { problemOf, wrongFields } from "./problem.ts";
import { REVOCATIONS, socketsOf } from "./revocations.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const HOUR = 3_600_000;
const NEW = "a newer password";

const login = (room: TestRoom, email: string, password: string, from?: string) =>
  room.call("POST", "/api/auth/login", {
    body: { email, password },
    ...(from === undefined ? {} : { headers: { "X-Forwarded-For": from } }),
  });
const signIn = async (room: TestRoom, email: string, password: string) =>
  Token.parse(await (await login(room, email, password)).json()).access_token;
const me = async (room: TestRoom, token: string) =>
  (await room.call("GET", "/api/auth/me", { token })).status;
const change = (room: TestRoom, token: string, password: string, next = NEW) =>
  room.call("POST", "/api/auth/password", { token, body: { password, new_password: next } });
const signIns = async (room: TestRoom, token: string) =>
  z.array(SignInBody).parse(await (await room.call("GET", "/api/auth/sign-ins", { token })).json());
const leave = (room: TestRoom, token: string, password: string) =>
  room.call("DELETE", "/api/auth/me", { token, body: { password } });
const reset = async (room: TestRoom, userId: number) => {
  const body = { user_id: userId };
  const response = await room.call("POST", "/api/admin/user/reset", {
    token: await room.admin(),
    body,
  });
  const { link } = ResetLink.strict().parse(await response.json());
  return new URL(link);
};
const useReset = (room: TestRoom, link: URL, password = NEW) => {
  const secret = link.hash.replace("#reset=", "");
  return room.call("POST", "/api/auth/reset", { body: { secret, new_password: password } });
};

describe.each(STORES)("one's own account, on %s", (store) => {
  test("a new password ends every other sign-in, and the caller goes on with the token of the answer", async () => {
    await using room = await openRoom({ store });
    const { email, password, token } = await room.member("ann");
    const other = await signIn(room, email, password);
    const response = await change(room, token, password);
    expect(response.status).toBe(200);
    const { access_token: fresh } = Token.strict().parse(await response.json());
    expect([await me(room, token), await me(room, other)]).toEqual([401, 401]);
    expect(await me(room, fresh)).toBe(200);
    expect(await signIns(room, fresh)).toMatchObject([{ current: true }]);
    await problemOf(await login(room, email, password), 401, "wrong_credentials");
    expect((await login(room, email, NEW)).status).toBe(200);
  });

  test("the sign-ins are listed, to the hour, and one of them can be ended", async () => {
    const clock = virtualClock("2026-03-01T10:59:00Z");
    await using room = await openRoom({ store, clock });
    const { email, password, token } = await room.member("ann");
    const ben = await room.member("ben");
    clock.sleepTo(clock.now() + 2 * HOUR);
    const other = await signIn(room, email, password);
    expect(await signIns(room, token)).toMatchObject([
      { current: false, since: "2026-03-01T13:00:00.000+01:00" },
      { current: true, since: "2026-03-01T11:00:00.000+01:00" },
    ]);
    const [theirs] = await signIns(room, other);
    const { client } = await join(room.wsUrl, { token: other });
    const path = `/api/auth/sign-ins/${theirs?.id}`;
    await problemOf(await room.call("DELETE", path, { token: ben.token }), 404, "not_found");
    expect(await me(room, other)).toBe(200);
    expect((await room.call("DELETE", path, { token })).status).toBe(200);
    expect((await client.closed).code).toBe(4002);
    expect(await me(room, other)).toBe(401);
    expect(await signIns(room, token)).toMatchObject([{ current: true }]);
    await problemOf(await room.call("DELETE", path, { token }), 404, "not_found");
  });

  test("who leaves takes the account and everything said today along, for good", async () => {
    await using room = await openRoom({ store });
    const ann = await room.member("ann");
    const { client } = await join(room.wsUrl, { token: ann.token });
    const { client: guest } = await join(room.wsUrl);
    const taken = await say(client, "taken back");
    client.send({ type: "erase", id: taken });
    const said = await say(client, "left standing");
    const kept = await heard(guest, "somebody else's");
    await problemOf(await leave(room, ann.token, "not that one"), 403, "wrong_password");
    const response = await leave(room, ann.token, ann.password);
    expect(response.status).toBe(200);
    expect(Done.parse(await response.json())).not.toHaveProperty("undo");

    expect((await client.closed).code).toBe(4002);
    const last = await heard(guest, "still here");
    expect(logged(guest.events)).toContainEqual(
      expect.objectContaining({ type: "removed", ids: [said], by: "author" }),
    );
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages.map(({ id }: { id: number }) => id)).toEqual([kept, last]);
    expect(await me(room, ann.token)).toBe(401);
    await problemOf(await login(room, ann.email, ann.password), 401, "wrong_credentials");
    const admin = await room.admin();
    for (const act of [taken + 1, said + 1, last - 1, last - 2]) {
      const undone = await room.call("POST", "/api/mod/undo", { token: admin, body: { act } });
      await problemOf(undone, 404, "not_found");
    }
    const again = await room.call("POST", "/api/auth/register", { body: ann });
    expect(again.status).toBe(201);
  });

  test("what is sent at the moment of a deletion is stored before it or not at all", async () => {
    await using room = await openRoom({ store, env: { MESSAGES_PER_MINUTE: "1000" } });
    const { password, token } = await room.member("ann");
    const { client } = await join(room.wsUrl, { token });
    const { client: guest } = await join(room.wsUrl);
    const left = leave(room, token, password);
    for (let i = 0; i < 60; i++) client.send({ type: "say", ref: `${i}`, text: `ann ${i}` });
    expect((await left).status).toBe(200);
    await client.closed;
    await heard(guest, "still here");
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(["still here"]);
  });

  test("an admin deletes another's account, but no admin's; what staff did keeps the id alone", async () => {
    await using room = await openRoom({ store });
    const admin = await room.admin();
    const ann = await room.member("ann");
    const mo = await room.member("moe");
    const role = { user_id: mo.id, moderator: true };
    await room.call("POST", "/api/admin/user/role", { token: admin, body: role });
    const { client } = await join(room.wsUrl, { token: ann.token });
    await say(client, "hello");
    const sanction = { kind: "mute", user_id: ann.id };
    const muted = await room.call("POST", "/api/mod/sanctions", {
      token: mo.token,
      body: sanction,
    });
    expect(muted.status).toBe(201);

    const own = await room.call("GET", "/api/auth/me", { token: admin });
    const { id: adminId } = await own.json();
    const remove = (id: number, token: string) =>
      room.call("DELETE", `/api/admin/user/${id}`, { token });
    await problemOf(await remove(ann.id, mo.token), 403, "not_admin");
    await problemOf(await remove(999_999, admin), 404, "not_found");
    expect((await remove(ann.id, admin)).status).toBe(200);
    expect((await client.closed).code).toBe(4002);
    const standing = await room.call("GET", "/api/mod/sanctions", { token: admin });
    expect(await standing.json()).toEqual([]);
    expect((await remove(mo.id, admin)).status).toBe(200);
    const audit = await room.call("GET", "/api/mod/audit", { token: admin });
    const acts = z.array(AuditAct).parse(await audit.json());
    const shown = acts.map(({ act, actor, target }) => [act, actor.name, target.id]);
    expect(shown).toEqual([
      ["account_deleted", expect.any(String), mo.id],
      ["account_deleted", expect.any(String), ann.id],
      ["muted", `#${mo.id}`, ann.id],
      ["moderator_made", expect.any(String), mo.id],
    ]);

    const second = await room.member("second");
    const make = { user_id: second.id, admin: true };
    await problemOf(await leave(room, admin, ADMIN.password), 409, "last_admin");
    await room.call("POST", "/api/admin/user/role", { token: admin, body: make });
    await problemOf(await remove(second.id, admin), 403, "admin_protected");
    await problemOf(await remove(adminId, second.token), 403, "admin_protected");
    expect((await leave(room, admin, ADMIN.password)).status).toBe(200);
    await problemOf(await leave(room, second.token, second.password), 409, "last_admin");
  });

  test("a reset link is good once and for an hour, and the old password stops when it is used", async () => {
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using room = await openRoom({ store, clock });
    const { id, email, password, token } = await room.member("ann");
    const first = await reset(room, id);
    expect([first.pathname, first.search]).toEqual(["/login", ""]);
    const link = await reset(room, id);
    await problemOf(await useReset(room, first), 403, "reset_closed");
    await problemOf(await useReset(room, link, "iloveyou"), 422, "common_password");
    expect((await login(room, email, password)).status).toBe(200);
    await clock.advance(HOUR - 1_000);
    const { client } = await join(room.wsUrl, { token });
    expect((await useReset(room, link)).status).toBe(200);
    expect((await client.closed).code).toBe(4002);
    expect(await me(room, token)).toBe(401);
    await problemOf(await login(room, email, password), 401, "wrong_credentials");
    expect((await login(room, email, NEW)).status).toBe(200);
    await problemOf(await useReset(room, link), 403, "reset_closed");

    const late = await reset(room, id);
    clock.sleepTo(clock.now() + HOUR);
    await problemOf(await useReset(room, late), 403, "reset_closed");
    const dropped = await reset(room, id);
    expect((await change(room, await signIn(room, email, NEW), NEW, password)).status).toBe(200);
    await problemOf(await useReset(room, dropped), 403, "reset_closed");
  });

  test("a renewed token is of the same sign-in: signing out ends both", async () => {
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using room = await openRoom({ store, clock });
    const { token } = await room.member("ann");
    const answer = await room.call("POST", "/api/auth/renew", { token });
    const { access_token: renewed } = RenewedToken.parse(await answer.json());
    expect([await me(room, token), await me(room, renewed)]).toEqual([200, 200]);
    await room.call("POST", "/api/auth/logout", { token });
    expect([await me(room, token), await me(room, renewed)]).toEqual([401, 401]);
  });
});

test("each end of a sign-in, and a ban, closes its sockets on every node at once: no timer has run", async () => {
  const place = await emptyStore("postgres");
  {
    const env = { DATABASE_URL: place.url, MESSAGES_PER_MINUTE: "1000" };
    // It stands still: nobody is closed by asking now and then.
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using here = await openRoom({ env, clock });
    await using there = await openRoom({ env, clock });
    await using third = await openRoom({ env, clock });
    const admin = await here.admin();
    for (const [at, [name, revoke]] of Object.entries(REVOCATIONS).entries()) {
      const member = await here.member(`member-${at}`);
      const open = [
        ...(await socketsOf(here, member.token)),
        ...(await socketsOf(there, member.token)),
        ...(await socketsOf(third, member.token)),
      ];
      await revoke({ ...member, here, admin });
      const closed = await Promise.all(open.map((socket) => socket.closed));
      const isBan = name === "banned";
      expect(closed.map(({ code }) => code)).toEqual(Array(9).fill(isBan ? 4001 : 4002));
      expect(await me(there, member.token)).toBe(isBan ? 403 : 401);
    }
  }
  await place.remove();
});

test("a socket never outlives its token, though it says nothing", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  await using room = await openRoom({ clock });
  const { token } = await room.member("ann");
  const open = await socketsOf(room, token);
  const { client: guest } = await join(room.wsUrl);
  clock.sleepTo(clock.now() + 23 * HOUR);
  await clock.advance(HOUR - 1);
  await heard(guest, "still here");
  await clock.advance(1);
  await heard(guest, "and still here");
  // Closes the rest with another code.
  await room.stop();
  const closed = await Promise.all(open.map((socket) => socket.closed));
  expect(closed.map(({ code }) => code)).toEqual([4002, 4002, 4002]);
});

test.each(["password", "PASSWORD123", "12345678", "trustno1", "aaaaaaaa", "Rage-Room 2026"])(
  "%s is a password that nobody may choose",
  async (common) => {
    await using room = await openRoom();
    const body = { email: "ann@example.com", username: "ann", password: common };
    const refused = await room.call("POST", "/api/auth/register", { body });
    await problemOf(refused, 422, "common_password");
    const { token, password } = await room.member("ben");
    await problemOf(await change(room, token, password, common), 422, "common_password");
  },
);

test("wrong passwords for what a token can do count as those of a sign-in", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  await using room = await openRoom({ clock, env: { TRUSTED_PROXIES: "127.0.0.1" } });
  const { token, email, password } = await room.member("ann");
  const ben = await room.member("ben");
  await wrongFields(
    await room.call("POST", "/api/auth/password", { token: ben.token, body: { password: "" } }),
    "password",
    "new_password",
  );
  const from = { "X-Forwarded-For": "203.0.113.7" };
  for (let tries = 0; tries < 10; tries++) {
    const body = { password: `wrong ${tries}`, new_password: NEW };
    const refused = await room.call("POST", "/api/auth/password", { token, body, headers: from });
    await problemOf(refused, 403, "wrong_password");
  }
  const body = { password };
  const stopped = await room.call("DELETE", "/api/auth/me", { token, body, headers: from });
  expect(stopped.status).toBe(429);
  // The owner's own address is another.
  expect((await login(room, email, password)).status).toBe(200);
});

test("while strangers guess from a thousand ranges, the owner signs in from where they did before", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  await using room = await openRoom({ clock, env: { TRUSTED_PROXIES: "127.0.0.1" } });
  const { email, password } = await room.member("ann");
  for (let guess = 0; guess < 120; guess++) {
    await login(room, email, "wrong", `203.0.${guess}.7`);
  }
  expect((await login(room, email, "wrong", "198.51.100.7")).status).toBe(429);
  expect((await login(room, email, password)).status).toBe(200);
});
