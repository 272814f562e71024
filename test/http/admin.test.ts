import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { z } from "zod";
import {
  AdminMessage,
  AdminUser,
  Done,
  History,
  Stats,
  Today,
  TopicChanged,
} from "../../src/wire/http.ts";
import { ADMIN, emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { problemOf, wrongFields } from "./problem.ts";

const CALLS = [
  ["GET", "/api/admin/stats"],
  ["GET", "/api/admin/messages?skip=x"],
  ["GET", "/api/admin/users"],
  ["POST", "/api/admin/topic"],
  ["DELETE", "/api/admin/message/1"],
  ["DELETE", "/api/admin/clear-messages"],
  ["POST", "/api/admin/user/ban"],
] as const;

describe.each(STORES)("on %s", (store) => {
  let room: TestRoom;
  let token: string;
  let member: Awaited<ReturnType<TestRoom["member"]>>;
  const said: number[] = [];
  beforeAll(async () => {
    room = await openRoom({ store, env: { MESSAGES_PER_MINUTE: "1000" } });
    token = await room.admin();
    member = await room.member("ann");
    await using client = await connect(room.wsUrl);
    client.send({ type: "hello", token: member.token });
    await client.next("welcome");
    for (const ref of ["a", "b", "c", "d"]) {
      client.send({ type: "say", ref, text: ref });
      said.push((await client.next("ack")).seq);
    }
  });
  afterAll(() => room.stop());
  const get = async (path: string) => (await room.call("GET", path, { token })).json();

  test.each(CALLS)("%s %s wants a token, and an admin's", async (method, path) => {
    await problemOf(await room.call(method, path), 401, "not_signed_in");
    await problemOf(await room.call(method, path, { token: "x" }), 401, "not_signed_in");
    const { token } = member;
    await problemOf(await room.call(method, path, { token }), 403, "not_admin");
  });

  test("the figures count accounts, messages and sockets", async () => {
    const stats = Stats.strict().parse(await get("/api/admin/stats"));
    expect(stats).toMatchObject({
      total_users: 2,
      total_messages: 4,
      today_messages: 4,
      messages_last_minute: 4,
      connected_clients: 0,
    });
    expect(stats).toMatchObject(await todays(room));
  });

  test("the messages stand newest first, with day and account, and are paged", async () => {
    const list = z.array(AdminMessage.strict());
    const page = async (query: string) =>
      list.parse(await get(`/api/admin/messages${query}`)).map(({ id }) => id);
    const newestFirst = said.toReversed();
    expect(await page("")).toEqual(newestFirst);
    expect(await page("?skip=1&limit=2")).toEqual(newestFirst.slice(1, 3));
    expect(await page("?skip=3&limit=2")).toEqual(newestFirst.slice(3));
    expect(await page("?skip=100")).toEqual([]);
    const [first] = list.parse(await get("/api/admin/messages?limit=1"));
    const { date } = Today.parse(await (await room.call("GET", "/api/today")).json());
    expect(first).toMatchObject({
      user: "ann",
      text: "d",
      user_id: member.id,
      date_created: date,
    });
  });

  test("the accounts are listed and paged, without a password among them", async () => {
    const list = z.array(AdminUser.strict());
    const all = list.parse(await get("/api/admin/users"));
    expect(all).toHaveLength(2);
    expect(all).toContainEqual(
      expect.objectContaining({ email: ADMIN.email, is_admin: true, is_active: true }),
    );
    expect(all).toContainEqual(expect.objectContaining({ id: member.id, is_admin: false }));
    expect(list.parse(await get("/api/admin/users?skip=1&limit=1"))).toEqual(all.slice(1));
    expect(list.parse(await get("/api/admin/users?skip=2"))).toEqual([]);
  });

  test("accounts are searched and sorted, and a sort that there is not is refused", async () => {
    const ids = async (query: string) =>
      z
        .array(AdminUser)
        .parse(await get(`/api/admin/users?${query}`))
        .map(({ username }) => username);
    expect(await ids("search=AN")).toEqual(["ann"]);
    expect(await ids(`search=${encodeURIComponent(ADMIN.email.slice(0, 7))}`)).toEqual(["admin"]);
    expect(await ids("search=%25")).toEqual([]);
    expect(await ids("sort=newest")).toEqual(["ann", "admin"]);
    expect(await ids("sort=name")).toEqual(["admin", "ann"]);
    await wrongFields(await room.call("GET", "/api/admin/users?sort=id", { token }), "sort");
    const long = `search=${"a".repeat(256)}`;
    await wrongFields(await room.call("GET", `/api/admin/users?${long}`, { token }), "search");
  });

  test.each(["messages", "users"])("the bounds of skip and limit hold for %s", async (what) => {
    for (const query of ["skip=-1", "skip=1000000001", "skip=a"]) {
      await wrongFields(await room.call("GET", `/api/admin/${what}?${query}`, { token }), "skip");
    }
    for (const query of ["limit=0", "limit=1001", "limit=1.5"]) {
      await wrongFields(await room.call("GET", `/api/admin/${what}?${query}`, { token }), "limit");
    }
    const largest = await room.call("GET", `/api/admin/${what}?skip=1000000000&limit=1000`, {
      token,
    });
    expect(await largest.json()).toEqual([]);
  });

  test("a message is deleted once; the second time it is not there", async () => {
    const [id] = said;
    const first = await room.call("DELETE", `/api/admin/message/${id}`, { token });
    expect(first.status).toBe(200);
    Done.strict().parse(await first.json());
    const again = await room.call("DELETE", `/api/admin/message/${id}`, { token });
    await problemOf(again, 404, "not_found");
    const left = History.parse(await (await room.call("GET", "/api/messages")).json());
    expect(left.messages.map((message) => message.id)).toEqual(said.slice(1));
  });

  test.each(["x", "-1", "1.5", "99999999999999999999"])(
    "the id %s of a message is refused",
    async (id) => {
      await wrongFields(await room.call("DELETE", `/api/admin/message/${id}`, { token }), "id");
    },
  );

  test("a topic of 200 and rules of 500 characters are taken, longer ones are not", async () => {
    const change = (body: unknown) => room.call("POST", "/api/admin/topic", { token, body });
    const longest = { topic: "t".repeat(200), rules: "r".repeat(500) };
    const response = await change(longest);
    expect(response.status).toBe(200);
    expect(TopicChanged.strict().parse(await response.json())).toMatchObject(longest);
    expect(await todays(room)).toEqual({
      current_topic: longest.topic,
      current_rules: longest.rules,
    });
    const without = TopicChanged.parse(await (await change({ topic: "Queues" })).json());
    expect(without).toMatchObject({ topic: "Queues", rules: longest.rules });
    await wrongFields(await change({ topic: "t".repeat(201) }), "topic");
    await wrongFields(await change({ topic: "t", rules: "r".repeat(501) }), "rules");
    await wrongFields(await change({ topic: " " }), "topic");
    await wrongFields(await change({ topic: 1, rules: [] }), "topic", "rules");
    await wrongFields(await change({}), "topic");
    expect(await todays(room)).toMatchObject({ current_topic: "Queues" });
  });

  test("clearing says how many messages there were, and leaves none", async () => {
    const clear = () => room.call("DELETE", "/api/admin/clear-messages", { token });
    expect(await (await clear()).json()).toEqual({
      message: `Cleared ${said.length - 1} messages`,
      undo: expect.any(Number),
    });
    expect(await (await room.call("GET", "/api/messages")).json()).toEqual({ messages: [] });
    expect(await (await clear()).json()).toEqual({ message: "Cleared 0 messages" });
  });

  test("a ban ends every token for good and every sign-in at once, and can be lifted", async () => {
    const ban = (body: unknown) => room.call("POST", "/api/admin/user/ban", { token, body });
    const { id, email, password } = member;
    const signIn = () => room.call("POST", "/api/auth/login", { body: { email, password } });
    expect((await ban({ user_id: id })).status).toBe(200);
    const mine = { token: member.token };
    await problemOf(await room.call("GET", "/api/auth/me", mine), 403, "banned");
    await problemOf(await room.call("POST", "/api/auth/logout", mine), 403, "banned");
    await problemOf(await signIn(), 403, "banned");
    const wrong = { email, password: "not the password" };
    const guess = await room.call("POST", "/api/auth/login", { body: wrong });
    await problemOf(guess, 401, "wrong_credentials");
    expect(await get("/api/admin/users")).toContainEqual(
      expect.objectContaining({ id, is_active: false }),
    );
    expect((await ban({ user_id: id, ban: false })).status).toBe(200);
    expect((await signIn()).status).toBe(200);
    await problemOf(await room.call("GET", "/api/auth/me", mine), 401, "not_signed_in");
  });

  test("an admin who was taken over is put out by another: no longer an admin, and then banned", async () => {
    const role = (body: unknown, by = token) =>
      room.call("POST", "/api/admin/user/role", { token: by, body });
    const ban = (body: unknown) => room.call("POST", "/api/admin/user/ban", { token, body });
    const thief = await room.member(`thief-${store}`);
    expect((await role({ user_id: thief.id, admin: true })).status).toBe(200);
    const figures = () => room.call("GET", "/api/admin/stats", { token: thief.token });
    expect((await figures()).status).toBe(200);
    await problemOf(await ban({ user_id: thief.id }), 403, "admin_protected");
    expect(await (await role({ user_id: thief.id, admin: false })).json()).toEqual({
      message: `thief-${store} is no longer an admin`,
    });
    await problemOf(await figures(), 401, "not_signed_in");
    expect((await ban({ user_id: thief.id })).status).toBe(200);
    await problemOf(await role({ user_id: thief.id, admin: true }), 403, "banned");
  });

  test("nobody unknown is made an admin, and the last one stays", async () => {
    const role = (body: unknown) => room.call("POST", "/api/admin/user/role", { token, body });
    await problemOf(await role({ user_id: 424_242, admin: true }), 404, "not_found");
    const users = z.array(AdminUser).parse(await get("/api/admin/users"));
    const admin = users.find(({ is_admin }) => is_admin);
    await problemOf(await role({ user_id: admin?.id, admin: false }), 409, "last_admin");
    expect((await role({ user_id: admin?.id, admin: true })).status).toBe(200);
    await wrongFields(await role({}), "user_id");
    await wrongFields(await role({ user_id: 1 }), "admin");
  });

  test("nobody unknown is banned, and no admin", async () => {
    const ban = (body: unknown) => room.call("POST", "/api/admin/user/ban", { token, body });
    await problemOf(await ban({ user_id: 424_242 }), 404, "not_found");
    await problemOf(await ban({ user_id: 9_007_199_254_740_991 }), 404, "not_found");
    const users = z.array(AdminUser).parse(await get("/api/admin/users"));
    const admin = users.find(({ is_admin }) => is_admin);
    await problemOf(await ban({ user_id: admin?.id }), 403, "admin_protected");
    await wrongFields(await ban({ user_id: "1", ban: "yes" }), "user_id", "ban");
    await wrongFields(await ban({}), "user_id");
  });

  test("a changed topic survives a restart", async () => {
    const place = await emptyStore(store);
    const env = { DATABASE_URL: place.url, DAILY_TOPIC: "The operator's" };
    const changed = { current_topic: "An admin's", current_rules: "Theirs too." };
    {
      await using first = await openRoom({ env });
      const body = { topic: changed.current_topic, rules: changed.current_rules };
      await first.call("POST", "/api/admin/topic", { token: await first.admin(), body });
    }
    {
      await using second = await openRoom({ env });
      expect(await todays(second)).toEqual(changed);
    }
    await place.remove();
  });
});

async function todays(room: TestRoom) {
  const { topic, rules } = Today.parse(await (await room.call("GET", "/api/today")).json());
  return { current_topic: topic, current_rules: rules };
}
