import { Database } from "bun:sqlite";
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, watch } from "node:fs";
import { copyFile, cp, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstTables, theLog } from "../../src/store/database/migrations-earlier-program.ts";
import { SqliteConnection } from "../../src/store/database/sqlite-connection.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { connect } from "../harness/sockets.ts";
import { command, commandOf } from "./command.ts";
import { contents } from "./contents.ts";
import { folder, type Program, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ENV = { TIMEZONE: NOON_ZONE, SECRET_KEY: "a secret of thirty-two bytes, at least" };
const account = (username: string) => ({
  email: `${username}@example.com`,
  username,
  password: `a password of ${username}'s`,
});

/** A folder with kept.db, a backup in which Anna has an account; the room got Ben and a text since. */
async function makePlace() {
  const here = await folder();
  await using program = await start(here.path, ENV);
  await register(program, "anna");
  const token = await signIn(program, "anna");
  await command("backup", here.path, ["kept.db"], ENV);
  await register(program, "ben");
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello" });
  const { epoch } = await anna.next("welcome");
  anna.send({ type: "say", ref: "1", text: "Said since the backup." });
  const held = { after: (await anna.next("ack")).seq, epoch };
  expect(await program.end("SIGTERM")).toBe(0);
  return { ...here, token, held };
}

let made: Awaited<ReturnType<typeof makePlace>>;
beforeAll(async () => {
  made = await makePlace();
});
afterAll(() => made[Symbol.asyncDispose]());

/** A copy of it. */
async function placeWithBackup() {
  const here = await folder();
  await cp(made.path, here.path, { recursive: true });
  return { ...here, token: made.token, held: made.held, file: join(here.path, "messages.db") };
}

const post = (program: Program, path: string, body: unknown) =>
  fetch(program.url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function register(program: Program, name: string): Promise<void> {
  expect((await post(program, "/api/auth/register", account(name))).status).toBe(201);
}

async function signIn(program: Program, name: string): Promise<string> {
  const { email, password } = account(name);
  const answer = await post(program, "/api/auth/login", { email, password });
  return answer.status === 200 ? (await answer.json()).access_token : `${answer.status}`;
}

/** Who has an account, by the file alone. */
function accountsIn(file: string): string[] {
  const db = new Database(file);
  const rows = db
    .query<{ username: string }, []>("SELECT username FROM users ORDER BY username")
    .all();
  db.close(true);
  return rows.map(({ username }) => username);
}

test("a backup goes where no room is, and everyone signs in anew", async () => {
  await using here = await placeWithBackup();
  await using there = await folder();
  const kept = join(here.path, "kept.db");
  const { exitCode, out, err } = await command("restore", there.path, [kept], ENV);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(out).toContain("with 1 accounts");
  expect((await readdir(there.path)).toSorted()).toEqual(["messages.db", "messages.db.lock"]);
  expect((await stat(join(there.path, "messages.db"))).mode & 0o777).toBe(0o600);
  await using program = await start(there.path, ENV);
  const before = { headers: { Authorization: `Bearer ${here.token}` } };
  expect((await fetch(`${program.url}/api/auth/me`, before)).status).toBe(401);
  expect(await signIn(program, "anna")).not.toMatch(/^\d+$/);
  expect(await signIn(program, "ben")).toBe("401");
});

test("a room that is there is replaced only by force, and neither its key nor its pages are left", async () => {
  await using here = await placeWithBackup();
  const before = await contents(here.path);
  const refused = await command("restore", here.path, ["kept.db"], ENV);
  expect({ ...refused, out: "" }).toEqual({
    exitCode: 1,
    out: "",
    err: "./messages.db is there already. Keep what it holds with rage-room backup, then say --force to replace it.\n",
  });
  expect(await contents(here.path)).toEqual(before);
  await using old = await open(here.file);
  const { exitCode } = await command("restore", here.path, ["kept.db", "--force"], ENV);
  expect(exitCode).toBe(0);
  expect(existsSync(`${here.file}.day`)).toBe(false);
  const left = await old.readFile();
  expect(left.length).toBeGreaterThan(4_096);
  expect(left.every((byte) => byte === 0)).toBe(true);
  await using program = await start(here.path, ENV);
  const { messages } = await (await fetch(`${program.url}/api/messages`)).json();
  expect(messages).toEqual([]);
  expect(await signIn(program, "ben")).toBe("401");
  await using client = await connect(program.wsUrl);
  client.send({ type: "hello" });
  const { seq } = await client.next("welcome");
  for (let at = seq; at < here.held.after + 1; at++) {
    client.send({ type: "say", ref: `${at}`, text: crypto.randomUUID() });
    await client.next("ack", ({ ref }) => ref === `${at}`);
  }
  await using back = await connect(program.wsUrl);
  back.send({ type: "hello", ...here.held });
  expect(await back.next("welcome")).toMatchObject({ recovered: false });
});

test("what a crash left in the write-ahead log of the old room is not taken for the new one's", async () => {
  await using here = await placeWithBackup();
  {
    await using program = await start(here.path, ENV);
    await register(program, "cleo");
    await program.end("SIGKILL");
  }
  expect(existsSync(`${here.file}-wal`)).toBe(true);
  expect((await command("restore", here.path, ["kept.db", "--force"], ENV)).exitCode).toBe(0);
  expect(accountsIn(here.file)).toEqual(["anna"]);
});

test("a backup of an older schema is brought up to date as it is restored, and what was deleted in it is gone", async () => {
  await using here = await folder();
  const file = join(here.path, "old.db");
  const words = "What somebody said a year ago.";
  const old = new SqliteConnection(new Database(file));
  await old.transaction(async (sql) => {
    await firstTables(sql, "sqlite");
    await theLog(sql, "sqlite");
    await sql`CREATE TABLE migrations (number INTEGER PRIMARY KEY)`;
    await sql`INSERT INTO migrations VALUES (1), (2)`;
    await sql`INSERT INTO users (email, username, hashed_password, created_at)
      VALUES ('anna@example.com', 'anna', '', '2026-01-01 00:00:00.000000')`;
    for (let id = 1; id <= 200; id++) {
      await sql`INSERT INTO messages (id, "user", text, timestamp, date_created)
        VALUES (${id}, 'anna', ${words}, '', '2026-01-01')`;
    }
    await sql`DELETE FROM messages`;
  });
  await old.close();
  expect((await readFile(file)).includes(words)).toBe(true);
  const { exitCode, err } = await command("restore", here.path, ["old.db"], ENV);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  const restored = join(here.path, "messages.db");
  expect(accountsIn(restored)).toEqual(["anna"]);
  for (const end of ["", "-wal"]) {
    expect((await readFile(`${restored}${end}`).catch(String)).includes(words)).toBe(false);
  }
  expect(await command("verify", here.path, [], ENV)).toMatchObject({ exitCode: 0, err: "" });
});

test("a damaged room is replaced by force", async () => {
  await using here = await placeWithBackup();
  await writeFile(here.file, Buffer.alloc(8_192, 0x5a));
  const { exitCode, err } = await command("restore", here.path, ["kept.db", "--force"], ENV);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(accountsIn(here.file)).toEqual(["anna"]);
});

test.each(["messages.db.restoring", "messages.db.restoring-wal", "messages.db"])(
  "killed when %s changes, it leaves the old room or the new one, and works when it is said again",
  async (name) => {
    await using here = await placeWithBackup();
    const changed = Promise.withResolvers<void>();
    const watcher = watch(here.path, (_, what) => {
      if (what === name) changed.resolve();
    });
    const words = commandOf("restore", ["kept.db", "--force"]);
    const child = Bun.spawn(words, { cwd: here.path, env: ENV, stdout: "ignore" });
    await Promise.race([changed.promise, child.exited]);
    child.kill("SIGKILL");
    await child.exited;
    watcher.close();
    const verified = await command("verify", here.path, [], ENV);
    expect(verified).toMatchObject({ exitCode: 0 });
    expect([["anna"], ["anna", "ben"]]).toContainEqual(accountsIn(here.file));
    expect((await command("restore", here.path, ["kept.db", "--force"], ENV)).exitCode).toBe(0);
    expect(accountsIn(here.file)).toEqual(["anna"]);
    expect((await readdir(here.path)).filter((one) => one.includes("restoring"))).toEqual([]);
  },
);

const change = (file: string, statement: string) => {
  const db = new Database(file);
  db.run(statement);
  db.close(true);
};

test.each([
  ["that is not there", () => undefined, "There is no other.db."],
  ["that is a text", (file: string) => writeFile(file, "Dear.\n".repeat(100)), "not a SQLite"],
  [
    "of another program",
    async (file: string) => change(file, "CREATE TABLE bookmarks (id INTEGER)"),
    "other.db is not a backup of a room.",
  ],
  [
    "of a newer version",
    async (file: string, kept: string) => {
      await copyFile(kept, file);
      change(file, "INSERT INTO migrations VALUES (900)");
    },
    "of a newer version of this program (schema 900",
  ],
  [
    "with what was said",
    async (file: string, _: string, room: string) => copyFile(room, file),
    "is a copy of a room with what was said there, and no backup",
  ],
])("a file %s is refused in a sentence, and nothing is made", async (_, make, says) => {
  await using here = await placeWithBackup();
  await make(join(here.path, "other.db"), join(here.path, "kept.db"), here.file);
  const before = await contents(here.path);
  const { exitCode, out, err } = await command("restore", here.path, ["other.db", "--force"], ENV);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toContain(says);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(await contents(here.path)).toEqual(before);
});

test("a room in use, another program's file and the backup itself stay as they are", async () => {
  await using here = await placeWithBackup();
  await using program = await start(here.path, ENV);
  const inUse = await command("restore", here.path, ["kept.db", "--force"], ENV);
  expect(inUse).toMatchObject({ exitCode: 1, out: "" });
  expect(inUse.err).toMatch(/^[^\n]*open in another process[^\n]*\n$/);
  expect(await signIn(program, "ben")).not.toMatch(/^\d+$/);
  await program.end("SIGTERM");

  change(join(here.path, "other.db"), "CREATE TABLE bookmarks (id INTEGER)");
  for (const [file, says] of [
    ["other.db", "belongs to another program"],
    ["kept.db", "is the room of DATABASE_URL itself"],
  ] as const) {
    const env = { ...ENV, DATABASE_URL: `sqlite:${file}` };
    const { exitCode, err } = await command("restore", here.path, ["kept.db", "--force"], env);
    expect({ exitCode, says: err.includes(says) }).toEqual({ exitCode: 1, says: true });
  }
});

test("on PostgreSQL it says what does it", async () => {
  await using here = await folder();
  const { url, drop } = await freshDatabase();
  const env = { ...ENV, DATABASE_URL: url };
  const { exitCode, err } = await command("restore", here.path, ["room.sql"], env);
  expect({ exitCode, says: err.includes("psql --file=FILE NAME") }).toEqual({
    exitCode: 1,
    says: true,
  });
  await drop();
});
