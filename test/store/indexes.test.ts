import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { readConfig } from "../../src/config.ts";
import type { Database } from "../../src/store/database/database.ts";
import { migrate, SCHEMA } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, STORES, type Store, storedAt } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);

const KEPT_ALL = SCHEMA - 1;
const SENT = {
  seq: 7,
  sender: "a",
  ref: '"r"',
  at: 1_772_366_400_000,
  range: "x",
  standing: "heard",
};

async function tables(store: Store) {
  const { url, remove } = await emptyStore(store);
  const db = await openDatabase(
    readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) }).database,
  );
  const close = async () => {
    await db.close();
    await remove();
  };
  return { db, [Symbol.asyncDispose]: close };
}

/** Beside the keys of the tables. */
async function indexesOf({ dialect, read: sql }: Database): Promise<string[]> {
  const rows =
    dialect === "postgres"
      ? await sql`SELECT indexname AS name FROM pg_indexes
          WHERE tablename IN ('messages', 'sends') AND indexname NOT LIKE '%_pkey'`
      : await sql`SELECT name FROM sqlite_master
          WHERE type = 'index' AND tbl_name IN ('messages', 'sends')`;
  return rows.map(({ name }) => String(name)).sort();
}

describe.each(STORES)("what a message is written to, on %s", (store) => {
  test("is its row, that of its sending, and one index, of what tells it when it is sent again", async () => {
    await using place = await tables(store);
    await migrate(place.db);
    expect(await indexesOf(place.db)).toEqual(["sends_once"]);
  });

  test("is so in a room of before too, and what was sent there is known", async () => {
    await using place = await tables(store);
    const { db } = place;
    await migrate(db, KEPT_ALL);
    expect(await indexesOf(db)).toContain("messages_by_day");
    await db.transaction(async (sql) => {
      await sql`INSERT INTO sends (seq, sender, ref, at, "range", standing)
        VALUES (${SENT.seq}, ${SENT.sender}, ${SENT.ref}, ${SENT.at}, ${SENT.range}, ${SENT.standing})`;
    });
    await migrate(db);
    expect(await indexesOf(db)).toEqual(["sends_once"]);
    const [found] = await db.read`SELECT * FROM sends`;
    expect({ ...found, seq: Number(found?.["seq"]), at: Number(found?.["at"]) }).toEqual(SENT);
  });
});
