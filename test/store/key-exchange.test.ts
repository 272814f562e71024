/** Nodes on one PostgreSQL, each with a key file of its own. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { SQL } from "bun";
import { keyFrom } from "../../src/store/erasure/day-key.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { folder } from "../process/program.ts";
import { AT, LIMIT, say, TOPIC } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const DAY = "2026-03-01";
const SECRET = "a secret of at least thirty-two bytes";

async function nodesApart() {
  const database = await freshDatabase();
  const place = await folder();
  const open = (name: string, secret = SECRET) => {
    const dayKey = join(place.path, `${name}.day`);
    return openStore({ dialect: "postgres", url: database.url, dayKey, secret }, LIMIT);
  };
  return {
    open,
    url: database.url,
    file: (name: string) => join(place.path, `${name}.day`),
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
  await second.log.append([say("a", "On the new day.")], AT);
  expect((await second.log.history("2026-03-02", 10)).map(({ text }) => text)).toEqual([
    "On the new day.",
  ]);
  for (const name of ["first", "second"]) {
    expect(await Bun.file(nodes.file(name)).bytes()).not.toEqual(before);
  }
  await Promise.all([nodes.sql.close(), second.close()]);
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
  const file = Buffer.from(await Bun.file(nodes.file("first")).bytes());
  const key = keyFrom(file)?.key.toString("base64") ?? "";
  expect(key).toHaveLength(44);
  expect(heard.join()).not.toContain(key);
  expect(heard.join()).toContain('"kind":"give"');
  await Promise.all([listener.close(), nodes.sql.close(), first.close(), second.close()]);
});
