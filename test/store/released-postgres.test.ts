/** Rooms of each released version open on PostgreSQL with their evening, and may go back. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SQL } from "bun";
import { z } from "zod";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { readConfig } from "../../src/config.ts";
import { migrate, SCHEMA } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, storedAt } from "../harness/room.ts";
import { command } from "../process/command.ts";
import { heard, join as joinRoom } from "../ws/joining.ts";
import { tablesOf } from "./postgres-tables.ts";

setDefaultTimeout(TEST_MS);

const FOLDER = join(import.meta.dir, "released");
const ENDING = ".postgres.sql";
const RELEASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => {
    const sql = readFileSync(join(FOLDER, file), "utf8");
    return {
      version: file.replace(ENDING, ""),
      sql,
      known: sql.match(/^INSERT INTO migrations /gm)?.length ?? 0,
    };
  });
/** With which the version before wrote it. */
const SECRET_KEY = "0123456789abcdef0123456789abcdef";
const TEXTS = [
  "the printer is jammed again",
  "mine says it is out of blue",
  "what Ben said",
  "it prints in black",
];

/** As that version left it on the evening of 2026-11-29, with the key of that day. */
async function releasedRoom(sql: string) {
  const { url, remove } = await emptyStore("postgres");
  const stored = { ...storedAt(url), SECRET_KEY, TIMEZONE: "UTC", ADMIN_PASSWORD: "" };
  const [, key = ""] = /^-- The key of its day: (\S+)$/m.exec(sql) ?? [];
  writeFileSync(readConfig(stored).database.dayKey ?? "", Buffer.from(key, "base64"), {
    mode: 0o600,
  });
  await using direct = new SQL(url, { max: 1 });
  await direct.unsafe(sql);
  return {
    url,
    env: stored,
    open: () =>
      openRoom({
        env: stored,
        clock: virtualClock("2026-11-29T20:00:00Z"),
        passwords: new HashedPasswords(),
      }),
    [Symbol.asyncDispose]: remove,
  };
}

test.each(RELEASES)(
  "a room of $version opens with what was said, its topics, staff and sanctions",
  async ({ sql }) => {
    await using released = await releasedRoom(sql);
    await using room = await released.open();
    const get = async (path: string, token?: string) =>
      (await room.call("GET", path, token === undefined ? {} : { token })).json();
    const login = (name: string, password: string) =>
      room.call("POST", "/api/auth/login", { body: { email: name, password } });
    const signIn = async (...given: Parameters<typeof login>) =>
      (await (await login(...given)).json()).access_token;

    const { messages } = await get("/api/messages");
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(TEXTS);
    expect(messages[0]).toMatchObject({ id: 5, user: "ada", kind: "moderator", felt: 1 });
    expect(await get("/api/today")).toMatchObject({ topic: "Printers", rules: "Rage at things." });

    const ada = await signIn("ada@example.com", "a password of Ada");
    expect(await get("/api/mod/reports", ada)).toMatchObject([{ id: 7, user: "ben", count: 1 }]);
    expect(await get("/api/mod/sanctions", ada)).toMatchObject([
      { id: 14, kind: "ban", name: "troll", reason: "Threats." },
      {
        id: 13,
        kind: "mute",
        until: expect.stringMatching(/^2026-11-30T00:00/),
        reason: "Enough.",
      },
    ]);
    expect(await get("/api/mod/audit", ada)).toHaveLength(7);
    const troll = await login("troll@example.com", "a password of the troll");
    expect(troll.status).toBe(403);
    const admin = await signIn("admin@rageroom.com", "a password of the admin");
    expect(await get("/api/admin/topics", admin)).toMatchObject({
      planned: [{ date: "2026-12-24", topic: "Presents", rules: "No names." }],
      rotation: { topics: [{ topic: "Queues" }, { topic: "Meetings" }] },
    });

    const { client, welcome } = await joinRoom(room.wsUrl, { after: 6 });
    expect(welcome.recovered).toBe(true);
    await client.next("message", ({ text }) => text === TEXTS.at(-1));
    expect(await heard(client, "after the upgrade")).toBeGreaterThan(14);
    const { id } = await room.member("newcomer");
    expect(id).toBe(5);
    await client.close();
  },
);

test.each(RELEASES)(
  "the migrations of $version still make the tables that it was released with",
  async ({ sql, known }) => {
    const { url, remove } = await emptyStore("postgres");
    const db = await openDatabase(readConfig({ ...storedAt(url), SECRET_KEY }).database);
    expect(await migrate(db, known)).toBe(true);
    {
      await using direct = new SQL(url, { max: 1 });
      const released = sql.split("\n").filter((line) => line.startsWith("CREATE "));
      expect(await tablesOf(direct)).toEqual(released);
    }
    expect(await migrate(db)).toBe(known < SCHEMA);
    await db.close();
    await remove();
  },
);

const Columns = z.array(
  z.object({ name: z.string(), type: z.string(), size: z.number().nullable(), must: z.boolean() }),
);

test.each(RELEASES)(
  "after an upgrade $version is let in again, and finds the tables and the words that it knows",
  async ({ version, sql, known }) => {
    await using released = await releasedRoom(sql);
    await using direct = new SQL(released.url, { max: 1 });
    /** `must`: a row that leaves it out is refused. */
    const columns = async () =>
      Columns.parse([
        ...(await direct`SELECT table_name || '.' || column_name AS name, data_type AS type,
          character_maximum_length AS size,
          is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AS must
          FROM information_schema.columns WHERE table_schema = current_schema()
          ORDER BY table_name, column_name`),
      ]);
    const before = await columns();
    const tables = new Set(before.map(({ name }) => name.split(".")[0]));
    await (await released.open()).stop();
    const { exitCode, out, err } = await command("downgrade", "/", [version], released.env);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toStartWith(`Version ${version} may open the room in `);

    const [highest] = await direct`SELECT MAX(number) AS number FROM migrations`;
    expect(highest).toEqual({ number: known });
    const after = await columns();
    expect(after).toEqual(expect.arrayContaining(before));
    const names = new Set(before.map(({ name }) => name));
    const added = after.filter(({ name }) => tables.has(name.split(".")[0]) && !names.has(name));
    expect(added.filter(({ must }) => must)).toEqual([]);

    await using again = await released.open();
    const { messages } = await (await again.call("GET", "/api/messages")).json();
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(TEXTS);
  },
);
