import { describe, expect, test } from "bun:test";
import { Receipts } from "../../src/wire/http.ts";
import { type VirtualClock, virtualClock } from "../harness/clock.ts";
import { emptyStore, keptLog, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { keptJournal } from "../room/stored-room.ts";
import { heard, join, logged, refusal, say } from "./joining.ts";

/** Half a minute before midnight in Berlin. */
const LATE = "2026-03-01T22:59:30Z";
const MIDNIGHT = Date.parse("2026-03-01T23:00:00Z");

/** A guest who is in the room before midnight, and sees it come. */
async function stay(room: TestRoom, clock: VirtualClock) {
  const guest = await join(room.wsUrl);
  await heard(guest.client, "yesterday's words");
  await clock.advanceTo(MIDNIGHT);
  await guest.client.next("cleared");
  return guest;
}

describe.each(STORES)("midnight, on %s", (store) => {
  test("empties the room before the eyes of those who are in it", async () => {
    const clock = virtualClock(LATE);
    await using room = await openRoom({ store, clock, env: { DAILY_TOPIC: "The usual" } });
    const token = await room.admin();
    await room.call("POST", "/api/admin/topic", { token, body: { topic: "For today alone" } });
    const { client, welcome } = await join(room.wsUrl);
    expect(welcome).toMatchObject({ day: "2026-03-01", topic: "For today alone" });
    const { client: other } = await join(room.wsUrl, {}, { deflate: true });
    const plain = await connectPlain(room.wsUrl);
    const last = await heard(client, "yesterday's words");

    await clock.advanceTo(MIDNIGHT - 1);
    const before = await heard(client, "the last of the day");
    expect(before).toBe(last + 1);
    await clock.advanceTo(MIDNIGHT);
    for (const reader of [client, other]) {
      expect(await reader.next("cleared")).toEqual({
        type: "cleared",
        seq: before + 1,
        day: "2026-03-02",
      });
      expect(await reader.next("topic", ({ seq }) => seq === before + 2)).toMatchObject({
        topic: "The usual",
      });
    }
    await plain.next(({ user, text }) => user === "System" && text.startsWith("Midnight"));
    await plain.next(({ user, text }) => user === "System" && text.includes("The usual"));

    const first = await heard(client, "a new day");
    expect(first).toBe(before + 3);
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages).toMatchObject([{ id: first, text: "a new day" }]);
    const today = await (await room.call("GET", "/api/today")).json();
    expect(today).toMatchObject({ date: "2026-03-02", topic: "The usual" });
    expect(today.wipes_at).toBe("2026-03-03T00:00:00.000+01:00");
  });

  test("leaves nothing of yesterday for anyone who comes, or comes back", async () => {
    const clock = virtualClock(LATE);
    const { logger, lines } = keptLog();
    await using room = await openRoom({ store, clock, logger });
    const { client } = await join(room.wsUrl);
    const first = await heard(client, "yesterday's words");
    await heard(client, "and more of yesterday's words");
    await clock.advanceTo(MIDNIGHT);
    const { seq: clearedAt } = await client.next("cleared");
    await client.next("topic", ({ seq }) => seq > clearedAt);

    const joined = await Promise.all([
      join(room.wsUrl),
      join(room.wsUrl, { after: first }),
      join(room.wsUrl, { after: 0 }, { deflate: true }),
    ]);
    const plain = await connectPlain(room.wsUrl);
    const last = await say(client, "a new day");
    for (const { client: reader, welcome } of joined) {
      expect(welcome).toMatchObject({ recovered: false, day: "2026-03-02" });
      await reader.next("message", ({ seq }) => seq === last);
      expect(logged(reader.events).map(({ seq }) => seq)).toEqual([last]);
    }
    expect(await plain.next()).toMatchObject({ text: "a new day" });
    const { client: near, welcome } = await join(room.wsUrl, { after: clearedAt - 1 });
    expect(welcome.recovered).toBe(true);
    await near.next("message", ({ seq }) => seq === last);
    expect(logged(near.events).map(({ type }) => type)).toEqual(["cleared", "topic", "message"]);
    expect(JSON.stringify(lines)).not.toContain("yesterday's words");
  });

  test("makes a new guest of each, before the first word of the day", async () => {
    const clock = virtualClock(LATE);
    await using room = await openRoom({ store, clock });
    const { client, welcome } = await stay(room, clock);
    const seq = await say(client, "a new day", "r");
    const { you } = await client.next("you");
    const id = (pass = "") => pass.split(".")[0];
    expect(id(you.guest)).not.toBe(id(welcome.you.guest));
    expect(await client.next("message", (message) => message.seq === seq)).toMatchObject({
      user: you.name,
    });
    const { client: back, welcome: again } = await join(room.wsUrl, { guest: you.guest });
    expect(again.you.name).toBe(you.name);
    expect(await say(back, "a new day", "r")).toBe(seq);
  });

  test("stores once what a guest says again who was never told who they are now", async () => {
    const clock = virtualClock(LATE);
    await using room = await openRoom({ store, clock });
    const { client, welcome } = await stay(room, clock);
    const seq = await say(client, "a new day", "r");
    const { client: back } = await join(room.wsUrl, { guest: welcome.you.guest });
    expect(await say(back, "a new day", "r")).toBe(seq);
  });

  test("takes what is said in the moment it comes, with a pass and without", async () => {
    const clock = virtualClock(LATE);
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    const plain = await connectPlain(room.wsUrl);
    await heard(client, "yesterday's words");
    const turned = clock.advanceTo(MIDNIGHT);
    plain.send({ user: "Ann", text: "plainly" });
    await say(client, "with a pass", "r");
    await client.next("message", ({ text }) => text === "plainly");
    await turned;
  });

  test("is answered for with one receipt, which anyone may read and nobody stores", async () => {
    const clock = virtualClock(LATE);
    const { logger, logged } = keptJournal();
    await using room = await openRoom({ store, clock, logger });
    const { client } = await join(room.wsUrl);
    const { client: other } = await join(room.wsUrl);
    await heard(client, "yesterday's words, of one");
    await heard(other, "yesterday's words, of another");
    await clock.advanceTo(MIDNIGHT);
    await logged("The day before is destroyed.");
    const answer = await room.call("GET", "/api/receipts");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { receipts } = Receipts.parse(await answer.json());
    expect(receipts).toMatchObject([
      {
        day: "2026-03-01",
        timezone: "Europe/Berlin",
        turned_at: "2026-03-02T00:00:00.000+01:00",
        messages: 2,
        people: 2,
        methods: ["key", store === "sqlite" ? "overwritten" : "unlinked"],
        not_covered: ["copies", "host", "memory"],
        clean: true,
      },
    ]);
    const looked = store === "sqlite" ? ["wal", "files"] : ["replaced"];
    expect(receipts[0]?.checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["rows", "key", ...looked]),
    );
  });

  test("forgets refs and limits of the day that ended, not accounts and bans", async () => {
    const clock = virtualClock(LATE);
    await using room = await openRoom({ store, clock, env: { MESSAGES_PER_MINUTE: "1" } });
    const ann = await room.member("ann");
    const ben = await room.member("ben");
    const admin = await room.admin();
    const { client } = await join(room.wsUrl, { token: ann.token });
    const before = await say(client, "one", "r");
    expect(await refusal(client, "two")).toMatchObject({ code: "rate_limited" });
    const body = { user_id: ben.id };
    await room.call("POST", "/api/admin/user/ban", { token: admin, body });
    await clock.advanceTo(MIDNIGHT);
    await client.next("cleared");
    expect(await say(client, "one", "r")).toBeGreaterThan(before);
    const { client: back } = await join(room.wsUrl, { token: ann.token });
    await back.close();
    const banned = await room.call("GET", "/api/auth/me", { token: ben.token });
    expect(banned.status).toBe(403);
  });
});

test("midnight stores once what a guest says again on another node, who was never told who they are now", async () => {
  const place = await emptyStore("postgres");
  const clock = virtualClock(LATE);
  const env = { DATABASE_URL: place.url };
  {
    await using here = await openRoom({ clock, env });
    await using there = await openRoom({ clock, env });
    const { client, welcome } = await join(here.wsUrl);
    const { client: other } = await join(there.wsUrl);
    await heard(client, "yesterday's words");
    await clock.advanceTo(MIDNIGHT);
    await Promise.all([client.next("cleared"), other.next("cleared")]);
    const seq = await say(client, "a new day", "r");
    const { client: back } = await join(there.wsUrl, { guest: welcome.you.guest });
    expect(await say(back, "a new day", "r")).toBe(seq);
  }
  await place.remove();
});
