import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { SQL } from "bun";
import { dayAt } from "../../src/room/day.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { STORES, type Store } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { command } from "./command.ts";
import { contents } from "./contents.ts";
import { type EndedRoom, emptyPlace, endedRoom, type Place } from "./ended-room.ts";
import { type Program, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ANNA = { email: "anna@example.com", username: "anna", password: "a password of Anna's" };

/** An account is made, four things are said, and one of them is deleted. */
async function live(program: Program): Promise<void> {
  await post(program, "/api/auth/register", ANNA);
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello" });
  const { you } = await anna.next("welcome");
  for (const ref of ["one", "two", "three", "four"]) {
    anna.send({ type: "say", ref, text: `Said as number ${ref}.` });
    await anna.next("ack", (ack) => ack.ref === ref);
  }
  const { messages } = await (await fetch(`${program.url}/api/messages`)).json();
  expect(you.kind).toBe("guest");
  anna.send({ type: "erase", id: messages[0].id });
  await anna.next("deleted");
}

const verify = ({ path, env }: Place) => command("verify", path, [], env);

const ended: Partial<Record<Store, EndedRoom>> = {};
beforeAll(async () => {
  for (const store of STORES) ended[store] = await endedRoom(store, live);
});
afterAll(async () => {
  for (const room of Object.values(ended)) await room[Symbol.asyncDispose]();
});

/** Such a room that ended. */
async function roomOf(store: Store): Promise<Place> {
  const room = ended[store];
  if (!room) throw new Error("The room was not made.");
  return room.copy();
}

const post = (program: Program, path: string, body: unknown) =>
  fetch(program.url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function change(url: string, statement: string): Promise<void> {
  if (url.startsWith("postgres")) {
    await using sql = new SQL(url, { max: 1 });
    await sql.unsafe(statement);
    return;
  }
  const db = new Database(url.replace(/^sqlite:/, ""));
  db.run(statement);
  db.close(true);
}

describe.each(STORES)("on %s", (store) => {
  test("a room is sound while it runs, after a crash and after its end, and nothing is changed", async () => {
    await using room = await emptyPlace(store);
    await using program = await start(room.path, room.env);
    await live(program);
    const beside = await verify(room);
    expect(beside).toMatchObject({ exitCode: 0, err: "" });
    for (const says of [
      "messages.db.day has that of",
      "messages: 3 rows",
      "counts 4 messages",
      "follows the one before it",
    ]) {
      expect(beside.out).toContain(says);
    }
    expect(beside.out).not.toContain("Said as number");
    await program.end("SIGKILL");
    expect(await verify(room)).toEqual(beside);
    await using again = await start(room.path, room.env);
    expect(await again.end("SIGTERM")).toBe(0);
    const before = await contents(room.path);
    const { exitCode, out } = await verify(room);
    expect({ exitCode, sound: out.includes("no gap") }).toEqual({ exitCode: 0, sound: true });
    expect(await contents(room.path)).toEqual(before);
  });

  test.each([
    [
      "a text that was put in another's place",
      "UPDATE messages SET text = (SELECT MAX(text) FROM messages) WHERE id <> (SELECT id FROM messages ORDER BY text DESC LIMIT 1)",
      /^fail {2}messages: 2 of 3 rows cannot be read: id \d+, \d+\.$/m,
    ],
    [
      "a name that was changed",
      `UPDATE messages SET "user" = 'Somebody Else' WHERE id = (SELECT MIN(id) FROM messages)`,
      /^fail {2}chain: place \d+ of \S+ does not hold what was stored there\.$/m,
    ],
    [
      "a message that is gone",
      "DELETE FROM messages WHERE id = (SELECT MAX(id) FROM messages)",
      /^fail {2}chain: place \d+ of \S+ does not hold what was stored there\.$/m,
    ],
    [
      "a name that was changed of what is out of sight",
      `INSERT INTO withdrawn (id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain, act, actor)
        SELECT id, 'Somebody Else', text, timestamp, date_created, user_id, kind, re, first_word, chain, 1, ''
        FROM messages WHERE id = (SELECT MIN(id) FROM messages)`,
      /^fail {2}chain: place \d+ of \S+ does not hold what was stored there\.$/m,
    ],
    [
      "a head that another history had",
      "UPDATE room SET chain = 'AAAAAAAAAAAAAAAA'",
      /^fail {2}chain: place \d+ of \S+ does not hold what was stored there\.$/m,
    ],
    [
      "events that are no events",
      "UPDATE events SET data = '{' WHERE kind = 'topic'",
      /^fail {2}events: 2 of \d+ rows cannot be read/m,
    ],
    [
      "a rotation that midnight could not read",
      "INSERT INTO rotation (one, topics, next) VALUES (1, '[', 0)",
      /^fail {2}rotation: 1 of 1 rows cannot be read: one 1\.$/m,
    ],
    [
      "a place that is missing",
      "DELETE FROM sends WHERE seq = (SELECT MIN(seq) FROM sends)",
      /^fail {2}log: 1 places after \d+ are nobody's/m,
    ],
    [
      "a place beyond the head",
      "UPDATE room SET seq = seq - 1",
      /^fail {2}log: it has place \d+, and its head is \d+/m,
    ],
    [
      "a message that no receipt would count",
      "DELETE FROM sends WHERE seq = (SELECT MAX(id) FROM messages)",
      /^fail {2}log: 1 messages would not be in today's receipt/m,
    ],
    [
      "a receipt that counts too many people",
      "INSERT INTO receipts (day, last, messages, people, checked_at) VALUES ('2001-01-01', 0, 1, 2, 1)",
      /^fail {2}receipts: that of 2001-01-01 counts 2 people/m,
    ],
    [
      "what should be gone",
      "INSERT INTO receipts (day, last, messages, people, checked_at) VALUES ('2001-01-01', 1000, 4, 1, 1)",
      /^fail {2}receipts: 3 messages of days that ended are still there/m,
    ],
  ])("%s is found", async (_, spoil, says) => {
    await using room = await roomOf(store);
    await change(room.url, spoil);
    const { exitCode, out, err } = await verify(room);
    expect(out).toMatch(says);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^(One thing is|\d things are) wrong\.\n$/);
    expect(out).not.toContain("Said as number");
  });

  test("a database of a newer version is one sentence", async () => {
    await using room = await roomOf(store);
    await change(room.url, "INSERT INTO migrations VALUES (900)");
    const { exitCode, out, err } = await verify(room);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toMatch(/^[^\n]*another version[^\n]*\n$/);
  });

  test("another key than the day's is found, and the file stays as it is", async () => {
    await using room = await roomOf(store);
    const day = dayAt(Date.now(), NOON_ZONE);
    await writeFile(room.dayKey, Buffer.concat([Buffer.from(day), Buffer.alloc(32, 7)]));
    const before = await contents(room.path);
    const { exitCode, out } = await verify(room);
    // On PostgreSQL another node may have the right one.
    const level = store === "sqlite" ? "fail" : "warn";
    expect(out).toMatch(new RegExp(`^${level} {2}key of the day: .*another room's`, "m"));
    expect(exitCode).toBe(store === "sqlite" ? 1 : 0);
    expect(await contents(room.path)).toEqual(before);
  });
});

/** Of these every row can be read that the database takes, or another check reads them. */
const PLAIN = [
  "deleted_accounts",
  "felts",
  "migrations",
  "planned_topics",
  "receipts",
  "recovery_codes",
  "reports",
  "resets",
  "room",
  "second_steps",
  "sends",
  "sign_ins",
  "signed_out",
  "tombstones",
];

test("every table is read, but those that hold nothing to be taken apart", async () => {
  await using room = await roomOf("sqlite");
  const db = new Database(room.url.replace(/^sqlite:/, ""), { readonly: true });
  const tables = db
    .query<{ name: string }, []>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  db.close();
  const { out } = await verify(room);
  const read = [...out.matchAll(/^ok {4}(\w+): \d+ rows/gm)].map(([, name = ""]) => name);
  expect([...read, ...PLAIN].toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

test("a damaged page is found", async () => {
  await using room = await roomOf("sqlite");
  const file = room.url.replace(/^sqlite:/, "");
  const bytes = Buffer.from(await Bun.file(file).bytes());
  bytes.fill(0x5a, 4_096 * 3, 4_096 * 5);
  await writeFile(file, bytes);
  const { exitCode, out, err } = await verify(room);
  expect(exitCode).toBe(1);
  expect(out + err).toContain("Restore a backup");
  expect(out + err).not.toContain("    at ");
});
