import { Database } from "bun:sqlite";
import { expect, setDefaultTimeout, test } from "bun:test";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { SQL } from "bun";
import { ROOM } from "../../src/room/commands.ts";
import { speakingLimits } from "../../src/room/speaking-limits.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { folder } from "../process/program.ts";
import { AT, guest, LIMIT, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

/** Another program that looks into the database and goes. */
const LOOK = `
  const { Database } = await import("bun:sqlite");
  const db = new Database(process.argv[1]);
  console.log(db.query("SELECT COUNT(*) AS count FROM messages").get().count);
  db.close(true);
`;

test("after a midnight that was checked, another program that looks into the file and goes costs no message", async () => {
  await using place = await folder();
  const file = join(place.path, "messages.db");
  const store = await openStore(sqlite(file), speakingLimits(LIMIT));
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  await store.log.append([say("a", "Said on the day before.")], AT);
  await store.log.turnDay("2026-03-02", TOPIC, AT);
  const destroyed = await store.destruction.destroy();
  expect(destroyed?.checks.map(({ what }) => what)).toContain("files");

  expect(await look(file)).toBe("0");
  await store.log.append([say("a", "Said after the other had gone.")], AT);
  expect(await look(file)).toBe("1");
  await store.close();
});

test("what an earlier program deleted and let lie in the file is gone once the room has opened on it", async () => {
  await using place = await folder();
  const file = join(place.path, "messages.db");
  const words = "What somebody said a year ago.";
  const earlier = new Database(file);
  earlier.run(`CREATE TABLE messages (id INTEGER PRIMARY KEY, "user" VARCHAR(50) NOT NULL,
    text VARCHAR(500) NOT NULL, timestamp TIMESTAMP NOT NULL, date_created VARCHAR(10) NOT NULL,
    user_id INTEGER)`);
  for (let id = 1; id <= 200; id++) {
    earlier.run("INSERT INTO messages VALUES (?, 'Anna', ?, '', '2025-01-01', NULL)", [id, words]);
  }
  earlier.run("DELETE FROM messages");
  earlier.close(true);
  expect((await readFile(file)).includes(words)).toBe(true);

  const store = await openStore(sqlite(file), speakingLimits(LIMIT));
  for (const end of ["", "-wal"]) {
    expect((await readFile(`${file}${end}`)).includes(words)).toBe(false);
  }
  await store.close();
});

test("what was forgotten and is destroyed empties what was written ahead, and where a reader holds that up, soon after it has gone", async () => {
  await using place = await folder();
  const file = join(place.path, "messages.db");
  const store = await openStore(sqlite(file), speakingLimits(LIMIT));
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  await store.log.append([say("a", "one"), say("a", "two")], AT);
  const forget = async (input: { id?: number }) => {
    const { result } = await store.log.apply("eraseOwn", input, guest("a"), AT);
    await store.log.apply("destroyWithdrawn", { upTo: result.act ?? 0 }, ROOM, AT);
  };
  await forget({ id: (await store.log.state()).seq });
  expect((await stat(`${file}-wal`)).size).toBe(0);

  const reader = new Database(file);
  reader.run("BEGIN");
  reader.query("SELECT * FROM messages").all();
  const began = performance.now();
  await forget({});
  // As long as the database would wait for the reader.
  expect(performance.now() - began).toBeLessThan(5_000);
  expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0);
  reader.close();
  await store.destruction.destroy();
  expect((await stat(`${file}-wal`)).size).toBe(0);
  await store.close();
});

test("a reader that the room may not cut off delays neither midnight nor the end of the key, and the receipt says what is left", async () => {
  await using place = await folder();
  const database = await freshDatabase();
  const role = `room_${crypto.randomUUID().replaceAll("-", "")}`;
  const owner = new SQL(database.url, { max: 2 });
  await owner.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
  await owner.unsafe(`GRANT ALL ON SCHEMA public TO ${role}`);
  const url = new URL(database.url);
  Object.assign(url, { username: role, password: "x" });
  const dayKey = join(place.path, "room.day");
  const address = { dialect: "postgres", url: url.href, dayKey, secret: "s".repeat(32) } as const;
  const store = await openStore(address, speakingLimits(LIMIT));
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  await store.log.append([say("a", "Said before a dump began.")], AT);
  const key = await readFile(dayKey);

  const dump = await owner.reserve();
  await dump`BEGIN`;
  await dump`SELECT * FROM messages`;
  const began = performance.now();
  await store.log.turnDay("2026-03-02", TOPIC, AT);
  // As long as the database would wait for the dump.
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await readFile(dayKey)).not.toEqual(key);
  expect(await store.log.history("2026-03-01", 10)).toEqual([]);
  const destroyed = await store.destruction.destroy();
  expect(destroyed).toMatchObject({ messages: 1, methods: ["key", "deleted"] });
  expect(destroyed?.checks).toContainEqual({ what: "rows", found: 0, ok: true });
  expect(destroyed?.checks).toContainEqual({ what: "replaced", found: 1, ok: false });
  await dump`COMMIT`;
  dump.release();
  await Promise.all([owner.close(), store.close()]);
});

function sqlite(file: string) {
  return { dialect: "sqlite", file, dayKey: `${file}.day` } as const;
}

async function look(file: string): Promise<string> {
  const child = Bun.spawn([process.execPath, "-e", LOOK, file], { stdout: "pipe" });
  return (await new Response(child.stdout).text()).trim();
}
