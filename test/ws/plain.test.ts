import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connectPlain, type PlainClient } from "../harness/sockets.ts";
import { FAMILY, join, openAfter, range, say } from "./joining.ts";

let room: TestRoom;
beforeAll(async () => {
  room = await openRoom();
  await room.member("Bill");
});
afterAll(() => room.stop());

/** Sends a frame that will be refused, and gives what System says. */
async function refused(client: PlainClient, frame: unknown) {
  client.sendRaw(typeof frame === "string" ? frame : JSON.stringify(frame));
  const notice = await client.next(({ user }) => user === "System");
  expect(Object.keys(notice)).toEqual(["user", "text", "timestamp"]);
  return notice.text;
}

describe("a message in plain mode", () => {
  test("comes back to everyone, the sender included, in the same form", async () => {
    const ann = await connectPlain(room.wsUrl);
    const ben = await connectPlain(room.wsUrl);
    const { client: page } = await join(room.wsUrl);
    ann.sendRaw(JSON.stringify({ user: "Ann", text: " hi ", id: 7, kind: "admin", more: [1] }));
    const mine = await ann.next(({ user }) => user === "Ann");
    expect(mine).toMatchObject({ user: "Ann", text: "hi", kind: "guest" });
    expect(mine["id"]).not.toBe(7);
    expect(await ben.next(({ user }) => user === "Ann")).toEqual(mine);
    expect(await page.next("message", ({ user }) => user === "Ann")).toMatchObject({
      text: "hi",
      kind: "guest",
    });
    const seq = await say(page, "from a page");
    expect(await ann.next(({ text }) => text === "from a page")).toMatchObject({ id: seq });
  });

  test("without a name is Anonymous's", async () => {
    const client = await connectPlain(room.wsUrl);
    client.sendRaw('{"text":"who?"}');
    expect(await client.next(({ text }) => text === "who?")).toMatchObject({ user: "Anonymous" });
  });

  test("that is refused is known to the sender alone, and the socket goes on", async () => {
    const ann = await connectPlain(room.wsUrl);
    const ben = await connectPlain(room.wsUrl);
    const wrong = [
      "nonsense",
      "[]",
      "null",
      "{}",
      { user: "Ann" },
      { user: 1, text: "x" },
      { user: "Ann", text: {} },
      { user: "Ann", text: "" },
      { user: "Ann", text: "\u200b" },
      { user: "Ann", text: "a\u0007" },
      { user: "Ann", text: FAMILY.repeat(501) },
      { user: "", text: "x" },
      { user: "\u3164", text: "x" },
      { user: "n".repeat(51), text: "x" },
    ];
    for (const frame of wrong) expect(await refused(ann, frame)).toMatch(/\.$/);
    ann.sendRaw(new TextEncoder().encode('{"user":"Ann","text":"binary"}'));
    await ann.next(({ user }) => user === "System");
    ann.send({ user: "Ann", text: "after all that" });
    await ben.next(({ text }) => text === "after all that");
    const fromThere = ben.events.findIndex(({ text }) => text === "after all that");
    expect(ben.events.slice(0, fromThere).filter(({ user }) => user === "System")).toEqual([]);
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(JSON.stringify(messages)).not.toContain("binary");
  });

  test.each([
    "System",
    "SYSTEM",
    "S y s t e m",
    "Admin",
    "ＡＤＭＩＮ",
    "admin\u3164",
    "mod",
    "Rage Room",
  ])(
    "may not come from %s, which is staff's or the system's name or looks like it",
    async (user) => {
      const client = await connectPlain(room.wsUrl);
      expect(await refused(client, { user, text: "obey" })).toContain("somebody else");
    },
  );

  test.each(["Bill", "bill", "BiIl", "B1ll", "B.i.l.l", "ВІІІ", "Bíll", "Bi\u200bll"])(
    "may not come from %s, which is an account's name or looks like it",
    async (user) => {
      const client = await connectPlain(room.wsUrl);
      expect(await refused(client, { user, text: "it's me" })).toContain("somebody else");
    },
  );

  test.each(["sуstem", "Βill", "Аnna", "ᴀɴɴᴀ"])(
    "may not come from %s, which mixes scripts that deceive",
    async (user) => {
      const client = await connectPlain(room.wsUrl);
      expect(await refused(client, { user, text: "it's me" })).toContain("scripts");
    },
  );
});

describe("a token in plain mode", () => {
  test("makes what is said the account's, whatever name the frame gives", async () => {
    const { token } = await room.member("carl");
    const client = await connectPlain(room.wsUrl, {
      headers: { Authorization: `Bearer ${token}` },
    });
    client.send({ user: "System", text: "really carl" });
    const message = await client.next(({ text }) => text === "really carl");
    expect(message).toMatchObject({ user: "carl", kind: "user" });
    const admin = await connectPlain(room.wsUrl, {
      headers: { Authorization: `bearer ${await room.admin()}` },
    });
    admin.sendRaw('{"text":"really an admin"}');
    expect(await admin.next(({ text }) => text === "really an admin")).toMatchObject({
      user: "admin",
      kind: "admin",
    });
  });

  test("that does not work closes with 4002, a banned account's with 4001", async () => {
    const bad = await connectPlain(room.wsUrl, { headers: { Authorization: "Bearer nonsense" } });
    expect((await bad.closed).code).toBe(4002);
    const { id, token } = await room.member("dora");
    const body = { user_id: id };
    await room.call("POST", "/api/admin/user/ban", { token: await room.admin(), body });
    const banned = await connectPlain(room.wsUrl, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect((await banned.closed).code).toBe(4001);
  });
});

test.each(STORES)(
  "a day larger than memory comes whole and in order, while others go on talking (%s)",
  async (store) => {
    const env = { MESSAGES_PER_MINUTE: "1000000" };
    await using full = await openAfter(2_500, store, { env });
    const { client: speaker, welcome } = await join(full.wsUrl);
    const firstSeq = welcome.seq - 2_499;
    const talking = (async () => {
      let last = 0;
      for (let i = 0; i < 300; i++) last = await say(speaker, `meanwhile ${i}`);
      return last;
    })();
    const readers: PlainClient[] = [];
    for (let i = 0; i < 4; i++) {
      readers.push(await connectPlain(full.wsUrl));
      await speaker.next("message", ({ text }) => text === `meanwhile ${i * 50}`);
    }
    const last = await talking;
    expect(last).toBe(welcome.seq + 300);
    for (const reader of readers) {
      await reader.next(({ id }) => id === last);
      expect(reader.events.map(({ id }) => id)).toEqual(range(firstSeq, last));
      expect(reader.events[0]).toMatchObject({ user: "Ann", text: "before 1" });
    }
  },
);

test("what was deleted is not in the history", async () => {
  await using own = await openRoom();
  const { client } = await join(own.wsUrl);
  const gone = await say(client, "gone");
  await say(client, "kept");
  await own.call("DELETE", `/api/admin/message/${gone}`, { token: await own.admin() });
  await client.next("deleted");
  const reader = await connectPlain(own.wsUrl);
  expect(await reader.next()).toMatchObject({ text: "kept" });
  expect(reader.events).toHaveLength(1);
});
