/** Nodes on one PostgreSQL, each with a key file of its own. */

import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { SQL } from "bun";
import { turnAtMidnight } from "../../src/midnight/turn-timer.ts";
import { speakingLimits } from "../../src/room/speaking-limits.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { keyFrom } from "../../src/store/erasure/day-key.ts";
import { MessageCipher } from "../../src/store/erasure/message-cipher.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { folder } from "../process/program.ts";
import { openStoredRoom, sleepingClock } from "../room/stored-room.ts";
import { AT, guest, LIMIT, say, TOPIC } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const DAY = "2026-03-01";
const SECRET = "a secret of at least thirty-two bytes";

async function nodesApart() {
  const database = await freshDatabase();
  const place = await folder();
  const open = (name: string, secret = SECRET) => {
    const dayKey = join(place.path, `${name}.day`);
    return openStore(
      { dialect: "postgres", url: database.url, dayKey, secret },
      speakingLimits(LIMIT),
    );
  };
  return {
    open,
    url: database.url,
    file: (name: string) => join(place.path, `${name}.day`),
    keyIn: async (name: string) =>
      keyFrom(Buffer.from(await Bun.file(join(place.path, `${name}.day`)).bytes())),
    sql: new SQL(database.url, { max: 1 }),
    async [Symbol.asyncDispose]() {
      await database.drop();
      await place[Symbol.asyncDispose]();
    },
  };
}

test("a node that comes later gets the day's key from one that is there, and reads what was said", async () => {
  await using nodes = await nodesApart();
  const first = await nodes.open("first");
  await first.log.turnDay(DAY, TOPIC, AT);
  await first.log.append([say("a", "Said before the other came.")], AT);
  const [row] = await nodes.sql`SELECT text FROM messages`;
  expect(row?.text).not.toContain("Said");

  const second = await nodes.open("second");
  await second.log.turnDay(DAY, TOPIC, AT);
  const [message] = await second.log.history(DAY, 10);
  expect(message?.text).toBe("Said before the other came.");
  expect(await second.salt(DAY)).toEqual(await first.salt(DAY));
  expect(await Bun.file(nodes.file("second")).bytes()).toEqual(
    await Bun.file(nodes.file("first")).bytes(),
  );
  await Promise.all([nodes.sql.close(), first.close(), second.close()]);
});

test("of nodes that begin a day at once, each reads what the others say", async () => {
  await using nodes = await nodesApart();
  const names = ["first", "second", "third"];
  const stores = await Promise.all(names.map((name) => nodes.open(name)));
  await Promise.all(stores.map(({ log }) => log.turnDay(DAY, TOPIC, AT)));
  await Promise.all(stores.map(({ log }, at) => log.append([say(`k${at}`, `From ${at}.`)], AT)));
  for (const { log } of stores) {
    const texts = (await log.history(DAY, 10)).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(["From 0.", "From 1.", "From 2."]);
  }
  await Promise.all([nodes.sql.close(), ...stores.map((store) => store.close())]);
});

test("nodes that hold the chain come to the next day's key apart, and yesterday's is with none of them", async () => {
  await using nodes = await nodesApart();
  const first = await nodes.open("first");
  await first.log.turnDay(DAY, TOPIC, AT);
  const second = await nodes.open("second");
  await second.log.turnDay(DAY, TOPIC, AT);
  const before = await Bun.file(nodes.file("second")).bytes();
  await first.log.turnDay("2026-03-02", TOPIC, AT);
  await first.close();
  await second.log.checkWritable();
  await second.log.append([say("a", "On the new day.")], AT);
  expect((await second.log.history("2026-03-02", 10)).map(({ text }) => text)).toEqual([
    "On the new day.",
  ]);
  for (const name of ["first", "second"]) {
    expect(await Bun.file(nodes.file(name)).bytes()).not.toEqual(before);
  }
  await Promise.all([nodes.sql.close(), second.close()]);
});

test("within the turn every node's file holds the new day's key: of the one that turns, of those that follow, and of one that only its clock tells", async () => {
  await using nodes = await nodesApart();
  const node = async (name: string) => {
    const store = await nodes.open(name);
    const clock = sleepingClock("2026-03-01T22:59:59Z");
    return { store, clock, ...(await openStoredRoom(store, { clock })) };
  };
  const turning = await node("turning");
  const following = await node("following");
  const alone = await node("alone");
  await following.store.log.follow((seq) => following.room.follow(seq));
  const stop = turnAtMidnight(alone.room, alone.clock, alone.logger);
  await turning.room.say(guest("a"), "1", "On the day before.");
  await following.delivered("message");

  await turning.clock.advance(1_000);
  await turning.room.turnDay();
  const key = await nodes.keyIn("turning");
  expect(key?.day).toBe("2026-03-02");
  await following.delivered("cleared");
  expect(await nodes.keyIn("following")).toEqual(key);
  expect((await nodes.keyIn("alone"))?.day).toBe(DAY);
  await alone.clock.advance(1_000);
  await alone.room.drained();
  expect(await nodes.keyIn("alone")).toEqual(key);
  stop();
  await Promise.all([
    nodes.sql.close(),
    ...[turning, following, alone].map((one) => one.store.close()),
  ]);
});

test("a node that has not heard of the turn yet reads what is said on the new day, and lets go of the day before", async () => {
  await using nodes = await nodesApart();
  const first = await nodes.open("first");
  await first.log.turnDay(DAY, TOPIC, AT);
  const second = await nodes.open("second");
  await second.log.turnDay(DAY, TOPIC, AT);
  await first.log.turnDay("2026-03-02", TOPIC, AT);
  await first.log.append([say("a", "On the new day.")], AT);
  expect(await second.log.history("2026-03-02", 10)).toMatchObject([{ text: "On the new day." }]);
  expect(await nodes.keyIn("second")).toEqual(await nodes.keyIn("first"));
  expect(await second.salt("2026-03-02")).toBe(await first.salt("2026-03-02"));
  await Promise.all([nodes.sql.close(), first.close(), second.close()]);
});

test("a cipher that is asked about tomorrow keeps today's key, in its file and in memory", async () => {
  await using nodes = await nodesApart();
  const file = nodes.file("first");
  const address = { dialect: "postgres", url: nodes.url, dayKey: file, secret: SECRET } as const;
  const db = await openDatabase(address);
  const cipher = await MessageCipher.open(db, { file, secrets: [] });
  cipher.begin({ day: DAY, key_check: "" });
  const key = await nodes.keyIn("first");
  const check = cipher.check(DAY);
  const sealed = cipher.seal(DAY, 1, "Said today.");

  const tomorrow = "2026-03-02";
  expect(() => cipher.seal(tomorrow, 2, "Early.")).toThrow();
  expect(cipher.open(tomorrow, 1, sealed)).toBeNull();
  expect(cipher.isBehind(tomorrow)).toBe(true);
  expect(cipher.salt(tomorrow)).not.toBe(cipher.salt(DAY));
  expect(cipher.check(tomorrow)).toBe("");
  expect(() => cipher.begin({ day: tomorrow, key_check: "" })).toThrow();
  expect(await nodes.keyIn("first")).toEqual(key);
  expect(cipher.check(DAY)).toBe(check);
  expect(cipher.opensNow(1, sealed)).toBe(true);
  expect(cipher.open(DAY, 1, sealed)).toBe("Said today.");

  await cipher.advanceTo({ day: tomorrow, key_check: "" });
  expect((await nodes.keyIn("first"))?.day).toBe(tomorrow);
  expect(cipher.opensNow(1, sealed)).toBe(false);
  expect(cipher.open(DAY, 1, sealed)).toBeNull();
  await Promise.all([nodes.sql.close(), db.close()]);
});

test("a node that holds the key of a day to come stores again once the room was put back to today", async () => {
  await using nodes = await nodesApart();
  const ahead = await nodes.open("ahead");
  await ahead.log.turnDay("2027-03-01", TOPIC, AT);
  await ahead.close();
  // As forget-today does, on a machine that has another key file.
  await nodes.sql`UPDATE room SET key_check = '', since = seq, day = ${DAY}`;
  const again = await nodes.open("ahead");
  await again.log.turnDay(DAY, TOPIC, AT);
  await again.log.append([say("a", "Today.")], AT);
  expect(await again.log.history(DAY, 10)).toMatchObject([{ text: "Today." }]);
  expect((await nodes.keyIn("ahead"))?.day).toBe(DAY);
  await Promise.all([nodes.sql.close(), again.close()]);
});

test("a stranger to the nodes' secret gets no key, and is told what to do", async () => {
  await using nodes = await nodesApart();
  const first = await nodes.open("first");
  await first.log.turnDay(DAY, TOPIC, AT);
  await first.log.append([say("a", "Among us.")], AT);
  const stranger = await nodes.open("stranger", `${SECRET}!`);
  await expect(stranger.log.turnDay(DAY, TOPIC, AT)).rejects.toThrow("Put the file back");
  expect((await first.log.history(DAY, 10)).map(({ text }) => text)).toEqual(["Among us."]);
  await Promise.all([nodes.sql.close(), first.close(), stranger.close()]);
});

test("what passes between them in the database is not the key, nor opened by the secret they share", async () => {
  await using nodes = await nodesApart();
  const heard: string[] = [];
  const heardTwo = Promise.withResolvers<void>();
  const listener = new SQL(nodes.url, { max: 1 });
  await listener.listen("rage_room_keys", (word) => {
    if (heard.push(word) === 2) heardTwo.resolve();
  });
  const first = await nodes.open("first");
  await first.log.turnDay(DAY, TOPIC, AT);
  const second = await nodes.open("second");
  await second.log.turnDay(DAY, TOPIC, AT);
  await heardTwo.promise;
  const key = (await nodes.keyIn("first"))?.key.toString("base64") ?? "";
  expect(key).toHaveLength(44);
  expect(heard.join()).not.toContain(key);
  expect(heard.join()).toContain('"kind":"give"');
  await Promise.all([listener.close(), nodes.sql.close(), first.close(), second.close()]);
});
