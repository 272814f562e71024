import { describe, expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { heard, join, logged, range, say } from "./joining.ts";

describe.each(STORES)("moderation, on %s", (store) => {
  test("a deletion, a clearing and a topic reach everyone who is there", async () => {
    await using room = await openRoom({ store });
    const token = await room.admin();
    const { client } = await join(room.wsUrl);
    const { client: other } = await join(room.wsUrl, {}, { deflate: true });
    const plain = await connectPlain(room.wsUrl);
    const id = await say(client, "a slip");
    await room.call("DELETE", `/api/admin/message/${id}`, { token });
    await room.call("POST", "/api/admin/topic", { token, body: { topic: "Queues", rules: "R" } });
    await room.call("DELETE", "/api/admin/clear-messages", { token });
    const { date } = await (await room.call("GET", "/api/today")).json();
    for (const reader of [client, other]) {
      await reader.next("cleared");
      expect(logged(reader.events)).toMatchObject([
        { type: "message", seq: id },
        { type: "deleted", seq: id + 1, id },
        { type: "topic", seq: id + 2, topic: "Queues", rules: "R" },
        { type: "cleared", seq: id + 3, day: date },
      ]);
    }
    expect(await plain.next(({ text }) => text.includes("Queues"))).toMatchObject({
      user: "System",
    });
    expect(await plain.next(({ text }) => text.includes("cleared"))).toMatchObject({
      user: "System",
    });
  });

  test("a ban closes every socket of that account at once, and no other", async () => {
    // It stands still: nobody is closed by asking now and then.
    await using room = await openRoom({ store, clock: virtualClock("2026-03-01T12:00:00Z") });
    const ann = await room.member("ann");
    const ben = await room.member("ben");
    const admin = await room.admin();
    const { client: page } = await join(room.wsUrl, { token: ann.token });
    const { client: phone } = await join(room.wsUrl, { token: ann.token }, { deflate: true });
    const script = await connectPlain(room.wsUrl, {
      headers: { Authorization: `Bearer ${ann.token}` },
    });
    const { client: other } = await join(room.wsUrl, { token: ben.token });
    const { client: guest } = await join(room.wsUrl);
    script.send({ text: "from a script" });
    await script.next(({ text }) => text === "from a script");
    const last = await say(page, "my last word");

    const body = { user_id: ann.id };
    await room.call("POST", "/api/admin/user/ban", { token: admin, body });
    page.sendRaw(JSON.stringify({ type: "say", ref: "late", text: "one more" }));
    const closed = await Promise.all([page.closed, phone.closed, script.closed]);
    expect(closed.map(({ code }) => code)).toEqual([4001, 4001, 4001]);

    for (const client of [other, guest]) {
      const seq = await heard(client, "still here");
      expect(logged(client.events).map((event) => event.seq)).toEqual(range(last - 1, seq));
      expect(logged(client.events)).toContainEqual({ type: "quiet", seq: last + 1 });
      expect(JSON.stringify(client.events)).not.toContain("one more");
    }
  });

  test("what is sent at the moment of a ban is stored before it or not at all", async () => {
    await using room = await openRoom({ store, env: { MESSAGES_PER_MINUTE: "1000" } });
    const { id, token } = await room.member("ann");
    const admin = await room.admin();
    const { client } = await join(room.wsUrl, { token });
    const { client: guest } = await join(room.wsUrl);
    const ban = room.call("POST", "/api/admin/user/ban", { token: admin, body: { user_id: id } });
    for (let i = 0; i < 50; i++) client.send({ type: "say", ref: `${i}`, text: `${i}` });
    expect((await ban).status).toBe(200);
    await client.closed;
    const { seq: bannedAt } = await guest.next("quiet");
    const end = await heard(guest, "the end");
    const theirs = logged(guest.events).filter(
      (event) => event.type === "message" && event.user === "ann",
    );
    expect(theirs.every(({ seq }) => seq < bannedAt)).toBe(true);
    // All that was taken with the ban is one event.
    expect(end).toBe(bannedAt + (theirs.length > 0 ? 2 : 1));
  });

  test("signing out closes the sockets of that token alone", async () => {
    await using room = await openRoom({ store });
    const { email, password, token } = await room.member("ann");
    const login = await room.call("POST", "/api/auth/login", { body: { email, password } });
    const { access_token: second } = await login.json();
    const { client: here } = await join(room.wsUrl, { token });
    const { client: hereToo } = await join(room.wsUrl, { token }, { deflate: true });
    const { client: phone } = await join(room.wsUrl, { token: second });
    await room.call("POST", "/api/auth/logout", { token });
    expect((await here.closed).code).toBe(4002);
    expect((await hereToo.closed).code).toBe(4002);
    await say(phone, "still signed in");
    expect(logged(phone.events)[0]).toMatchObject({ type: "quiet" });
  });

  test("whatever happens, every client sees the same gapless places", async () => {
    await using room = await openRoom({ store });
    const token = await room.admin();
    const { id } = await room.member("ann");
    const joined = await Promise.all(
      [false, true].map((deflate) => join(room.wsUrl, {}, { deflate })),
    );
    const [first] = joined;
    const call = (method: string, path: string, body?: unknown) =>
      room.call(method, `/api/admin/${path}`, { token, body });
    const head = first?.welcome.seq ?? 0;
    await Promise.all(
      joined.flatMap(({ client }) => [
        say(client, "a"),
        call("POST", "user/ban", { user_id: id }),
        say(client, "b"),
        call("POST", "topic", { topic: "T" }),
        call("DELETE", `message/${head + 1}`),
        call("POST", "user/ban", { user_id: id, ban: false }),
        say(client, "c"),
        call("DELETE", "clear-messages"),
      ]),
    );
    const { client } = await join(room.wsUrl);
    const last = await say(client, "last");
    for (const reader of joined) {
      await reader.client.next("message", ({ seq }) => seq === last);
      const places = logged(reader.client.events);
      expect(places.map(({ seq }) => seq)).toEqual(range(head + 1, last));
      expect(places).toEqual(logged(first?.client.events ?? []));
    }
  });
});

test("how many are here is told at most once a second, and only when it changed", async () => {
  const clock = virtualClock("2026-03-01T11:00:00Z");
  await using room = await openRoom({ clock });
  const { client } = await join(room.wsUrl);
  const counts = () =>
    client.events.flatMap((event) => (event.type === "online" ? [event.count] : []));
  const others = await Promise.all([1, 2, 3, 4].map(() => connect(room.wsUrl)));
  await clock.advance(999);
  await heard(client, "not yet");
  expect(counts()).toEqual([]);
  await clock.advance(1);
  expect(await client.next("online")).toMatchObject({ count: 5 });
  await Promise.all(others.map((other) => other.close()));
  await clock.advance(999);
  await heard(client, "not yet");
  expect(counts()).toEqual([5]);
  await clock.advance(1);
  expect(await client.next("online")).toMatchObject({ count: 1 });
  await clock.advance(10_000);
  await heard(client, "nothing new");
  expect(counts()).toEqual([5, 1]);
});

// A SQLite room has one node, which finds no socket when it starts.
test("a node that starts with a new ADMIN_PASSWORD closes the admin's sockets on the others", async () => {
  const place = await emptyStore("postgres");
  {
    const env = { DATABASE_URL: place.url };
    await using here = await openRoom({ env });
    const token = await here.admin();
    const { client: page } = await join(here.wsUrl, { token });
    const { client: guest } = await join(here.wsUrl);
    await using _there = await openRoom({ env: { ...env, ADMIN_PASSWORD: "another password" } });
    expect((await page.closed).code).toBe(4002);
    expect((await here.call("GET", "/api/admin/stats", { token })).status).toBe(401);
    await heard(guest, "still here");
  }
  await place.remove();
});
