import { Database } from "bun:sqlite";
import { expect, setDefaultTimeout, test } from "bun:test";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { SQL } from "bun";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { connect } from "../harness/sockets.ts";
import { command } from "./command.ts";
import { folder, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const SECRET_KEY = "0123456789abcdef0123456789abcdef";
const ANNA = { email: "anna@example.com", password: "a password of Anna's" };

test("a backup of a running room has its accounts and nothing that was said, and opens as a room", async () => {
  await using here = await folder();
  await using program = await start(here.path);
  await post(program.url, "/api/auth/register", { ...ANNA, username: "anna" });
  const { access_token: token } = await post(program.url, "/api/auth/login", ANNA);
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello", token });
  await anna.next("welcome");
  anna.send({ type: "say", ref: "1", text: "Not for any backup." });
  await anna.next("ack");

  expect(await command("backup", here.path, ["kept.db"])).toMatchObject({ exitCode: 0, err: "" });
  const file = join(here.path, "kept.db");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const row = Buffer.from("u:1");
  const bytes = Buffer.from(await Bun.file(file).bytes());
  expect(bytes.includes("Not for any backup.")).toBe(false);
  expect(bytes.includes(row)).toBe(false);
  expect((await readdir(here.path)).filter((name) => name.startsWith("kept"))).toEqual(["kept.db"]);

  await using restored = await start(here.path, { DATABASE_URL: "sqlite:kept.db" });
  expect(await post(restored.url, "/api/auth/login", ANNA)).toMatchObject({ token_type: "bearer" });
  const { messages } = await fetch(new URL("/api/messages", restored.url)).then((answer) =>
    answer.json(),
  );
  expect(messages).toEqual([]);
});

test("a backup has the topics of the days to come", async () => {
  await using here = await folder();
  const admin = { email: "admin@rageroom.com", password: "a password of the admin" };
  await using program = await start(here.path, { ADMIN_PASSWORD: admin.password });
  const { access_token: token } = await post(program.url, "/api/auth/login", admin);
  const ask = async (url: string, method = "GET", path = "topics", body?: object) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const sent = body ? { body: JSON.stringify(body) } : {};
    return (await fetch(new URL(`/api/admin/${path}`, url), { method, headers, ...sent })).json();
  };
  const { days } = await ask(program.url);
  await ask(program.url, "PUT", `topics/${days[5].date}`, { topic: "Queues" });
  await ask(program.url, "PUT", "rotation", { topics: [{ topic: "A" }, { topic: "B" }] });
  const before = await ask(program.url);
  expect(before.days.slice(4, 7)).toMatchObject([
    { topic: "A", from: "rotation" },
    { topic: "Queues", from: "planned" },
    { topic: "B", from: "rotation" },
  ]);
  expect(await command("backup", here.path, ["kept.db"])).toMatchObject({ exitCode: 0 });
  const SECRET = await Bun.file(join(here.path, "messages.db.key")).text();
  const env = { DATABASE_URL: "sqlite:kept.db", SECRET_KEY: SECRET.trim() };
  await using restored = await start(here.path, env);
  expect(await ask(restored.url)).toEqual(before);
});

test.each([
  ["--help", ["--help"], 0],
  ["no file", [], 2],
  ["an unknown flag", ["--all"], 2],
])("with %s no file is made", async (_, words, expected) => {
  await using here = await folder();
  const { exitCode, out, err } = await command("backup", here.path, words);
  expect(exitCode).toBe(expected);
  expect(out + err).not.toContain("    at ");
  expect(await readdir(here.path)).toEqual([]);
});

test.each([
  ["is read", "ALTER TABLE receipts RENAME TO gone", "messages.db", "no such table: receipts"],
  ["is written", "ALTER TABLE users ADD COLUMN more TEXT", "kept.db", "no column named more"],
])(
  "a backup that fails while it %s leaves nothing that a room could start on",
  async (_, spoil, file, why) => {
    await using here = await folder();
    {
      await using program = await start(here.path);
      await post(program.url, "/api/auth/register", { ...ANNA, username: "anna" });
      expect(await program.end("SIGTERM")).toBe(0);
    }
    const db = new Database(join(here.path, "messages.db"));
    db.run(spoil);
    db.close(true);
    const before = await readdir(here.path);
    const { exitCode, err } = await command("backup", here.path, ["kept.db"]);
    expect(exitCode).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(file);
    expect(err).toContain(why);
    expect(await readdir(here.path)).toEqual(before);
  },
);

test("a PostgreSQL room restored from the dump that it recommends starts on the same day", async () => {
  await using here = await folder();
  const { url, drop } = await freshDatabase();
  const env = { DATABASE_URL: url, SECRET_KEY };
  {
    await using program = await start(here.path, env);
    await post(program.url, "/api/auth/register", { ...ANNA, username: "anna" });
    await using anna = await connect(program.wsUrl);
    anna.send({ type: "hello" });
    await anna.next("welcome");
    anna.send({ type: "say", ref: "1", text: "Not for any backup." });
    await anna.next("ack");
    expect(await program.end("SIGTERM")).toBe(0);
  }
  const { exitCode, err } = await command("backup", here.path, ["kept.db"], env);
  expect(exitCode).toBe(1);
  const without = [...err.matchAll(/--exclude-table-data=(\w+)/g)].map(([, table]) => table);
  expect(without).toContain("messages");
  const page = await Bun.file(join(import.meta.dir, "../../docs/operating.md")).text();
  const documented = [...page.matchAll(/--exclude-table-data=(\w+)/g)].map(([, table]) => table);
  expect(documented).toEqual(without);
  // What such a dump restores to: every table, those without rows. A pg_dump of this server's
  // version is not on every machine.
  const restored = await freshDatabase();
  const name = (address: string) => new URL(address).pathname.slice(1);
  {
    await using sql = new SQL(Object.assign(new URL(url), { pathname: "/postgres" }).href);
    await sql.unsafe(`DROP DATABASE ${name(restored.url)}`);
    await sql.unsafe(`CREATE DATABASE ${name(restored.url)} TEMPLATE ${name(url)}`);
  }
  {
    await using sql = new SQL(restored.url);
    await sql.unsafe(`TRUNCATE ${without}`);
  }
  await using again = await start(here.path, { ...env, DATABASE_URL: restored.url });
  expect(await post(again.url, "/api/auth/login", ANNA)).toMatchObject({ token_type: "bearer" });
  const messages = await fetch(new URL("/api/messages", again.url));
  expect(await messages.json()).toEqual({ messages: [] });
  expect(again.output()).not.toContain("is lost");
  expect(await again.end("SIGTERM")).toBe(0);
  await restored.drop();
  await drop();
});

async function post(url: string, path: string, body: object) {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  return fetch(new URL(path, url), request).then((answer) => answer.json());
}
