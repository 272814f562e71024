import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { SQL } from "bun";
import { readConfig } from "../src/config.ts";
import { ROOM } from "../src/room/commands.ts";
import type { Sender } from "../src/room/ports.ts";
import { speakingLimits } from "../src/room/speaking-limits.ts";
import { migrate } from "../src/store/database/migrations.ts";
import { namesByUnicode17 } from "../src/store/database/migrations-earlier-program.ts";
import { openDatabase } from "../src/store/database/open-database.ts";
import { openStore } from "../src/store/store.ts";
import { virtualClock } from "./harness/clock.ts";
import { TEST_MS } from "./harness/limits.ts";
import { emptyStore, openRoom, STORES, type Store, storedAt } from "./harness/room.ts";
import { connectPlain } from "./harness/sockets.ts";
import { newPlace, openStoredRoom } from "./room/stored-room.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const SECRET = "h2K8x0Qm4Vt6Zr1Yc3Wp5Ln7Bd9Fg2Js";
const PASSWORD = "correct horse battery staple";
/** As the earlier program kept it, at a lower cost. */
const HASH = "$2b$04$abcdefghijklmnopqrstuu7EJV7kdjBBQxyb0HjTh9KS7.Lah/6CG";
const BORIS: Sender = {
  key: "b",
  name: "Boris",
  kind: "guest",
  userId: null,
  range: null,
  since: null,
};

/** A database as the earlier program left it on the evening of 2024-01-15, two old days in it. */
async function earlierDatabase(store: Store) {
  const { url, remove } = await emptyStore(store);
  const { database } = readConfig({ ...storedAt(url), SECRET_KEY: SECRET });
  const postgres = database.dialect === "postgres";
  await using sql =
    database.dialect === "postgres"
      ? new SQL(database.url, { max: 1 })
      : new SQL({ adapter: "sqlite", filename: database.file });
  const id = postgres ? "SERIAL PRIMARY KEY" : "INTEGER PRIMARY KEY";
  const [yes, no] = postgres ? ["TRUE", "FALSE"] : ["1", "0"];
  await sql.unsafe(`CREATE TABLE users (
    id ${id},
    email VARCHAR(255) UNIQUE NOT NULL,
    username VARCHAR(50) UNIQUE NOT NULL,
    hashed_password VARCHAR(255) NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    is_admin BOOLEAN DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL
  )`);
  await sql.unsafe(`CREATE TABLE messages (
    id ${id},
    "user" VARCHAR(50) NOT NULL,
    text VARCHAR(500) NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    date_created VARCHAR(10) NOT NULL,
    user_id INTEGER REFERENCES users(id)
  )`);
  await sql.unsafe(`INSERT INTO users
    (email, username, hashed_password, is_active, is_admin, created_at) VALUES
    ('admin@rageroom.com', 'admin', '${HASH}', ${yes}, ${yes}, '2024-01-01 08:00:00.000000'),
    ('Anna@example.com', 'Anna', '${HASH}', ${yes}, ${no}, '2024-01-02 09:30:00.123456'),
    ('anna@example.com', 'ANNA', '${HASH}', ${yes}, ${no}, '2024-01-03 09:30:00'),
    ('gone@example.com', 'gone', '${HASH}', ${no}, ${no}, '2024-01-04 09:30:00.5')`);
  await sql.unsafe(`INSERT INTO messages
    ("user", text, timestamp, date_created, user_id) VALUES
    ('Anna', 'two days old', '2024-01-13 12:00:00.000000', '2024-01-13', 2),
    ('Bert', 'a day old', '2024-01-14 23:59:59.999999', '2024-01-14', NULL),
    ('Anna', 'it''s “today”', '2024-01-15 12:00:00.123456', '2024-01-15', 2),
    ('Bert', 'today too', '2024-01-15 12:00:01', '2024-01-15', NULL)`);
  return { url, database, [Symbol.asyncDispose]: remove };
}

describe.each(STORES)("a database of the earlier program, on %s", (kind) => {
  test("opens with the messages of today, and the older ones are destroyed", async () => {
    await using earlier = await earlierDatabase(kind);
    const store = await openStore(earlier.database, speakingLimits(25));
    const clock = virtualClock("2024-01-15T20:00:00Z");
    const { room, events } = await openStoredRoom(store, { clock, timezone: "UTC" });
    const day = "2024-01-15";
    const kept = [
      {
        id: 3,
        user: "Anna",
        text: "it's “today”",
        timestamp: "2024-01-15T12:00:00.123Z",
        day,
        userId: 2,
        kind: "user",
      },
      {
        id: 4,
        user: "Bert",
        text: "today too",
        timestamp: "2024-01-15T12:00:01.000Z",
        day,
        userId: null,
        kind: "guest",
      },
    ];
    expect(await room.history(10)).toMatchObject(kept);
    expect(await store.log.history("0000-01-01", 10)).toMatchObject(kept);
    expect(await room.say(BORIS, "1", "👩‍👩‍👧‍👦".repeat(300))).toBeGreaterThan(4);
    expect(events.all.at(-1)?.type).toBe("message");
    await room.do("erase", { id: 3 }, ROOM);
    expect((await room.history(10)).map(({ id }) => id)).toEqual([4, room.state.seq - 1]);
    await store.close();
  });

  test("opened on a later day, has no messages left but a count of them, and its places go on", async () => {
    await using earlier = await earlierDatabase(kind);
    const store = await openStore(earlier.database, speakingLimits(25));
    const clock = virtualClock("2024-01-16T20:00:00Z");
    const { room } = await openStoredRoom(store, { clock, timezone: "UTC" });
    expect(await store.log.history("0000-01-01", 10)).toEqual([]);
    expect(await store.destruction.destroy()).toMatchObject({ messages: 2, people: 2 });
    expect(await room.say(BORIS, "1", "new")).toBeGreaterThan(4);
    await store.close();
  });

  test("keeps its users: they sign in with their passwords, by the address they gave", async () => {
    await using earlier = await earlierDatabase(kind);
    await using room = await openRoom({
      env: { DATABASE_URL: earlier.url, ADMIN_PASSWORD: "" },
    });
    const signIn = (email: string, password = PASSWORD) =>
      room.call("POST", "/api/auth/login", { body: { email, password } });
    const token = async (email: string) => {
      const body: { access_token: string } = JSON.parse(await (await signIn(email)).text());
      return body.access_token;
    };
    const me = async (email: string) =>
      (await room.call("GET", "/api/auth/me", { token: await token(email) })).json();
    expect(await me("Anna@example.com")).toMatchObject({
      id: 2,
      username: "Anna",
      created_at: expect.stringMatching(/^2024-01-02T/),
    });
    expect(await me("anna@example.com")).toMatchObject({ id: 3, username: "ANNA" });
    expect((await signIn("Anna@example.com", "correct horse")).status).toBe(401);
    expect((await signIn("gone@example.com")).status).toBe(403);
    const stats = await room.call("GET", "/api/admin/stats", {
      token: await token("admin@rageroom.com"),
    });
    expect(await stats.json()).toMatchObject({ total_users: 4 });
    const member = await room.member("newcomer");
    expect(member.id).toBe(5);
  });
});

describe.each(STORES)("what the earlier program let in, on %s", (kind) => {
  const sqlOf = (database: Awaited<ReturnType<typeof earlierDatabase>>["database"]) =>
    database.dialect === "postgres"
      ? new SQL(database.url, { max: 1 })
      : new SQL({ adapter: "sqlite", filename: database.file });

  test("an account named as the system is another's name now, and so is what it said", async () => {
    await using earlier = await earlierDatabase(kind);
    {
      await using sql = sqlOf(earlier.database);
      await sql.unsafe(`INSERT INTO users (email, username, hashed_password, created_at) VALUES
        ('s@example.com', 'System', '${HASH}', '2024-01-05 09:30:00'),
        ('u@example.com', 'user-5', '${HASH}', '2024-01-06 09:30:00')`);
      await sql.unsafe(`INSERT INTO messages ("user", text, timestamp, date_created, user_id) VALUES
        ('System', 'by the account', '2024-01-15 13:00:00', '2024-01-15', 5),
        ('S y s t e m', 'by a stranger', '2024-01-15 13:00:01', '2024-01-15', NULL)`);
    }
    const clock = virtualClock("2024-01-15T20:00:00Z");
    const env = { DATABASE_URL: earlier.url, TIMEZONE: "UTC" };
    await using room = await openRoom({ env, clock });
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages).toMatchObject([
      { user: "Anna" },
      { user: "Bert" },
      { user: "user-5-1", text: "by the account" },
      { user: "Anonymous", text: "by a stranger" },
    ]);
    const body = { email: "s@example.com", password: PASSWORD };
    const { access_token } = await (await room.call("POST", "/api/auth/login", { body })).json();
    const client = await connectPlain(room.wsUrl, {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    client.send({ text: "again" });
    const said = await client.next(({ text }) => text === "again");
    expect(said).toMatchObject({ user: "user-5-1", kind: "user" });
    const admin = { email: "admin@rageroom.com", password: "a password of the admin" };
    expect((await room.call("POST", "/api/auth/login", { body: admin })).status).toBe(200);
  });

  test.each([
    ["UTC", "2024-01-15T12:00:01.000Z", "2024-01-04T09:30:00.500Z"],
    ["Europe/Berlin", "2024-01-15T11:00:01.000Z", "2024-01-04T08:30:00.500Z"],
    ["America/New_York", "2024-01-15T17:00:01.000Z", "2024-01-04T14:30:00.500Z"],
  ])("times were the machine's, in %s, and are brought to UTC once", async (zone, said, made) => {
    await using earlier = await earlierDatabase(kind);
    const script = `
      const { openStore } = await import("../src/store/store.ts");
      const { USUAL_LIMITS } = await import("../src/room/speaking-limits.ts");
      const store = await openStore(JSON.parse(process.argv[1]), USUAL_LIMITS);
      const [, message] = await store.log.history("0000-01-01", 10);
      const user = (await store.users.page(0, 10)).find(({ id }) => id === 4);
      await Bun.write(Bun.stdout, message.timestamp + " " + user.createdAt);
      await store.close();
      process.exit(0);
    `;
    const command = [process.execPath, "-e", script, JSON.stringify(earlier.database)];
    for (const _ of ["first", "second"]) {
      const opening = Bun.spawn(command, {
        cwd: import.meta.dir,
        env: { ...process.env, TZ: zone },
        stdout: "pipe",
      });
      expect(await new Response(opening.stdout).text()).toBe(`${said} ${made}`);
    }
  });
});

describe.each(STORES)("bringing a database up to date, on %s", (kind) => {
  test("twice is as good as once", async () => {
    await using earlier = await earlierDatabase(kind);
    const contents = async () => {
      const store = await openStore(earlier.database, speakingLimits(25));
      const found = [
        await store.log.state(),
        await store.users.page(0, 10),
        await store.log.history("0000-01-01", 10),
      ];
      await store.close();
      return found;
    };
    const first = await contents();
    expect(await contents()).toEqual(first);
    const db = await openDatabase(earlier.database);
    await migrate(db);
    await migrate(db);
    await db.close();
    expect(await contents()).toEqual(first);
  });

  test("makes the keys of names anew by the letters that look alike today", async () => {
    await using earlier = await earlierDatabase(kind);
    {
      const db = await openDatabase(earlier.database);
      await migrate(db);
      await db.transaction(async (sql) => {
        // The letter looks like a p since Unicode 14.
        await sql`UPDATE users SET username = ${"þia"}, name_key = ${"þla"} WHERE id = 2`;
        await namesByUnicode17(sql);
      });
      await db.close();
    }
    const store = await openStore(earlier.database, speakingLimits(25));
    expect(await store.users.isNameTaken("Pia")).toBe(true);
    expect(await store.users.isNameTaken("Anna")).toBe(true);
    expect(await store.users.isNameTaken("Maria")).toBe(false);
    await store.close();
  });

  test("by many at once, new or old, works for each, and the room is one", async () => {
    await using earlier = await earlierDatabase(kind);
    await using place = await newPlace(kind);
    const openEarlier = () => openStore(earlier.database, speakingLimits(25));
    for (const open of [openEarlier, place.open]) {
      const stores = await Promise.all([open(), open(), open(), open()]);
      const states = await Promise.all(stores.map(({ log }) => log.state()));
      expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
      if (open === openEarlier) for (const store of stores) await store.close();
    }
  });

  test("by two processes at once works for both", async () => {
    await using earlier = await earlierDatabase(kind);
    const script = `
      const { openStore } = await import("../src/store/store.ts");
      const { USUAL_LIMITS } = await import("../src/room/speaking-limits.ts");
      const store = await openStore(JSON.parse(process.argv[1]), USUAL_LIMITS);
      const { seq } = await store.log.state();
      await Bun.write(Bun.stdout, String(seq));
      await store.close();
      process.exit(0);
    `;
    const command = [process.execPath, "-e", script, JSON.stringify(earlier.database)];
    const runs = [1, 2].map(async () => {
      const process = Bun.spawn(command, { cwd: import.meta.dir, stdout: "pipe", stderr: "pipe" });
      const [said, complaint] = await Promise.all([
        new Response(process.stdout).text(),
        new Response(process.stderr).text(),
      ]);
      return { code: await process.exited, said, complaint };
    });
    const fine = { code: 0, said: "4", complaint: "" };
    expect(await Promise.all(runs)).toEqual([fine, fine]);
  });
});
