/** Rooms of each released version open on SQLite, and no released migration is edited. */
import { Database } from "bun:sqlite";
import { expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { readConfig } from "../../src/config.ts";
import { migrate, SCHEMA } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, storedAt } from "../harness/room.ts";
import { join as joinRoom, say } from "../ws/joining.ts";

setDefaultTimeout(TEST_MS);

const FOLDER = join(import.meta.dir, "released");
const RELEASES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".sqlite.sql"))
  .map((file) => ({
    version: file.replace(".sqlite.sql", ""),
    sql: readFileSync(join(FOLDER, file), "utf8"),
  }));
const SECRET_KEY = "0123456789abcdef0123456789abcdef";

test.each(RELEASES)(
  "a room of $version opens with its accounts, staff and rotation",
  async ({ sql }) => {
    const { url, remove } = await emptyStore("sqlite");
    const { database } = readConfig({ DATABASE_URL: url });
    if (database.dialect !== "sqlite") throw new Error("This is a file.");
    {
      using file = new Database(database.file);
      file.run(sql);
    }
    {
      await using room = await openRoom({
        env: { DATABASE_URL: url, TIMEZONE: "UTC", ADMIN_PASSWORD: "" },
        passwords: new HashedPasswords(),
      });
      const signIn = async (email: string, password: string) => {
        const answer = await room.call("POST", "/api/auth/login", { body: { email, password } });
        return (await answer.json()).access_token;
      };
      const ada = await signIn("ada@example.com", "a password of Ada");
      const token = await signIn("admin@rageroom.com", "a password of the admin");
      expect((await room.call("GET", "/api/mod/reports", { token: ada })).status).toBe(200);
      const topics = await (await room.call("GET", "/api/admin/topics", { token })).json();
      expect(JSON.stringify(topics)).toContain("Queues");
      const { client } = await joinRoom(room.wsUrl);
      expect(await say(client, "after the upgrade")).toBeGreaterThan(3);
      await client.close();
    }
    await remove();
  },
);

test.each(RELEASES)(
  "the migrations of $version still make the tables that it was released with",
  async ({ sql }) => {
    const { url, remove } = await emptyStore("sqlite");
    const db = await openDatabase(readConfig({ ...storedAt(url), SECRET_KEY }).database);
    const known = sql.match(/^INSERT INTO "migrations" /gm)?.length ?? 0;
    expect(await migrate(db, known)).toBe(true);
    const made = await db.read`SELECT sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`;
    const squeezed = made.map((row) => `${String(row["sql"]).replace(/\s+/g, " ")};`);
    const released = sql.split("\n").filter((line) => line.startsWith("CREATE "));
    expect(squeezed.toSorted()).toEqual(released.toSorted());
    expect(await migrate(db)).toBe(known < SCHEMA);
    await db.close();
    await remove();
  },
);
