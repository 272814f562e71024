import { describe, expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { openRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { heard, join, logged, openAfter, refusal, say } from "./joining.ts";

const noon = () => virtualClock("2026-03-01T11:00:00Z");

describe("a welcome", () => {
  test("tells a guest its name and pass, and how the room stands", async () => {
    const env = { DAILY_TOPIC: "Queues", DAILY_RULES: "Be loud." };
    await using room = await openRoom({ clock: noon(), env });
    const { client, welcome } = await join(room.wsUrl);
    await using _ = client;
    expect(welcome).toEqual({
      type: "welcome",
      you: {
        name: expect.stringMatching(/^[A-Z][a-z]+(-[a-z]+)? [A-Z][a-z]+ \d{1,3}$/),
        kind: "guest",
        guest: expect.any(String),
        until: "2026-03-01T11:10:00.000+00:00",
      },
      day: "2026-03-01",
      time: "2026-03-01T12:00:00.000+01:00",
      topic: "Queues",
      rules: "Be loud.",
      timezone: "Europe/Berlin",
      wipes_at: "2026-03-02T00:00:00.000+01:00",
      seq: welcome.seq,
      epoch: welcome.epoch,
      mode: { slow_seconds: 0, shield: { on: false, until: null, raised_by: null } },
      recovered: false,
      online: 1,
    });
    expect(await say(client, "no")).toBe(welcome.seq + 1);
  });

  test("tells an account its name and kind, and gives it no pass", async () => {
    await using room = await openRoom();
    const { token } = await room.member("ann");
    const user = await join(room.wsUrl, { token });
    expect(user.welcome.you).toEqual({ name: "ann", kind: "user" });
    const admin = await join(room.wsUrl, { token: await room.admin() });
    expect(admin.welcome.you).toEqual({ name: "admin", kind: "admin" });
    expect(admin.welcome.online).toBe(2);
  });

  test("is followed by the day's last 300 messages, oldest first", async () => {
    const env = { MESSAGES_PER_MINUTE: "1000" };
    await using room = await openAfter(310, "sqlite", { env });
    const { client, welcome } = await join(room.wsUrl);
    await client.next("message", ({ id }) => id === welcome.seq);
    const texts = logged(client.events).map((event) => event.type === "message" && event.text);
    expect(texts).toEqual(Array.from({ length: 300 }, (_, index) => `before ${index + 11}`));

    const next = await heard(client, "one more");
    const { client: later } = await join(room.wsUrl);
    await later.next("message", ({ id }) => id === next);
    const [first] = logged(later.events);
    expect(logged(later.events)).toHaveLength(300);
    expect(first).toMatchObject({ type: "message", text: "before 12" });
  });

  test("is followed by nothing that was deleted", async () => {
    await using room = await openRoom();
    const { client } = await join(room.wsUrl);
    const kept = await say(client, "kept");
    const deleted = await say(client, "deleted");
    await room.call("DELETE", `/api/admin/message/${deleted}`, { token: await room.admin() });
    await client.next("deleted");
    const last = await heard(client, "last");
    const { client: later } = await join(room.wsUrl);
    await later.next("message", ({ id }) => id === last);
    expect(logged(later.events).map(({ seq }) => seq)).toEqual([kept, last]);
  });
});

describe("a hello", () => {
  test("must come within ten seconds", async () => {
    const clock = noon();
    await using room = await openRoom({ clock });
    const silent = await connect(room.wsUrl);
    const { client: polite } = await join(room.wsUrl);
    await clock.advance(9_999);
    await using late = await connect(room.wsUrl);
    late.send({ type: "hello" });
    await late.next("welcome");
    await clock.advance(1);
    expect(await silent.closed).toMatchObject({ code: 4000 });
    await say(polite, "still here");
    await say(late, "here too");
  });

  test("is waited for even by one who keeps sending something else", async () => {
    const clock = noon();
    await using room = await openRoom({ clock });
    const client = await connect(room.wsUrl);
    await clock.advance(9_000);
    expect(await refusal(client, "hi")).toMatchObject({ code: "invalid" });
    await clock.advance(1_000);
    expect(await client.closed).toMatchObject({ code: 4000 });
  });

  test("counts once: the second is refused, and who one is stays", async () => {
    await using room = await openRoom();
    const { token } = await room.member("ann");
    const { client, welcome } = await join(room.wsUrl);
    client.send({ type: "hello", token });
    expect(await client.next("refused")).toMatchObject({ code: "invalid" });
    const seq = await say(client, "who am I?");
    expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({
      user: welcome.you.name,
      kind: "guest",
    });
  });

  test("and what is said right behind it need not wait for the welcome", async () => {
    await using room = await openRoom();
    const { token } = await room.member("ann");
    const client = await connect(room.wsUrl);
    client.send({ type: "hello", token });
    const seq = await say(client, "at once");
    expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({ user: "ann" });
  });
});

describe("a token", () => {
  test.each(["nonsense", "a.b.c", ""])(
    "%p that is none of ours closes with 4002",
    async (token) => {
      await using room = await openRoom();
      const client = await connect(room.wsUrl);
      client.send({ type: "hello", token });
      expect(await client.closed).toMatchObject({ code: 4002 });
    },
  );

  test("that was signed out closes with 4002", async () => {
    await using room = await openRoom();
    const { token } = await room.member("ann");
    await room.call("POST", "/api/auth/logout", { token });
    const client = await connect(room.wsUrl);
    client.send({ type: "hello", token });
    expect(await client.closed).toMatchObject({ code: 4002 });
  });

  test("that expired closes with 4002, at the hello or when something is said", async () => {
    const clock = noon();
    await using room = await openRoom({ clock });
    const { token } = await room.member("ann");
    const { client: open } = await join(room.wsUrl, { token });
    await clock.advance(24 * 60 * 60_000);
    const late = await connect(room.wsUrl);
    late.send({ type: "hello", token });
    expect(await late.closed).toMatchObject({ code: 4002 });
    open.send({ type: "say", ref: "1", text: "too late" });
    expect(await open.closed).toMatchObject({ code: 4002 });
    expect(await (await room.call("GET", "/api/messages")).json()).toEqual({ messages: [] });
  });

  test("of a banned account closes with 4001", async () => {
    await using room = await openRoom();
    const { id, token } = await room.member("ann");
    const body = { user_id: id };
    await room.call("POST", "/api/admin/user/ban", { token: await room.admin(), body });
    const client = await connect(room.wsUrl);
    client.send({ type: "hello", token });
    expect(await client.closed).toMatchObject({ code: 4001 });
    expect(client.events).toEqual([{ type: "banned", until: null }]);
  });
});
