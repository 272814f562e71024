/** The way back to an older version, on a file and on a database of several nodes. */
import { Database } from "bun:sqlite";
import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { allowOlder } from "../../src/store/database/downgrade.ts";
import { migrate, SCHEMA } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, STORES, storedAt } from "../harness/room.ts";
import { command } from "./command.ts";
import { folder } from "./program.ts";

setDefaultTimeout(TEST_MS);

const SECRET_KEY = "0123456789abcdef0123456789abcdef";
/** The last migration that 0.1.0 knows. */
const OF_0_1_0 = 24;

test.each(STORES)(
  "on %s an older version finds what it knows, and this one all of it again",
  async (store) => {
    const { url, remove } = await emptyStore(store);
    const { database } = readConfig({ ...storedAt(url), SECRET_KEY });
    const db = await openDatabase(database);
    // What a program of any version looks at before it starts.
    const seen = async () => (await db.read`SELECT MAX(number) AS n FROM migrations`)[0]?.["n"];
    await migrate(db);
    expect(await allowOlder(db, "0.0.9")).toBe(false);
    expect(Number(await seen())).toBe(SCHEMA);
    await db.transaction(
      (sql) => sql`INSERT INTO second_steps (user_id, secret) VALUES (7, 'kept')`,
    );
    expect(await allowOlder(db, "0.1.0")).toBe(true);
    expect(Number(await seen())).toBe(OF_0_1_0);
    expect(await migrate(db)).toBe(false);
    expect(Number(await seen())).toBe(SCHEMA);
    expect(await db.read`SELECT user_id FROM second_steps`).toHaveLength(1);
    await db.close();
    await remove();
  },
);

test("it asks whether second steps may go unasked, knows its versions, and lets each in until this one is back", async () => {
  await using here = await folder();
  const file = join(here.path, "messages.db");
  const { database } = readConfig({ DATABASE_URL: `sqlite:${file}` });
  const db = await openDatabase(database);
  await migrate(db);
  await db.transaction((sql) => sql`INSERT INTO second_steps VALUES (7, 'on', 59)`);
  await db.close();
  const highest = () => {
    using room = new Database(file, { readonly: true });
    return room.query("SELECT MAX(number) FROM migrations").values()[0]?.[0];
  };
  const run = (words: string[]) => command("downgrade", here.path, words);

  expect(await run(["0.0.9"])).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining("It goes back to 0.1.0, and not to “0.0.9”."),
  });
  const held = await run(["0.1.0"]);
  expect(held).toMatchObject({ exitCode: 1, out: "" });
  expect(held.err).toContain(
    "1 account signs in with a second step, which 0.1.0 does not ask for.",
  );
  expect(highest()).toBe(SCHEMA);

  const done = await run(["0.1.0", "--without-second-steps"]);
  expect(done).toMatchObject({ exitCode: 0, err: "" });
  expect(done.out).toBe("Version 0.1.0 may open the room in ./messages.db.\n");
  expect(highest()).toBe(OF_0_1_0);
  expect((await run(["0.1.0"])).err).toContain("another version of this program");
});
