import { expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { TEST_MS } from "../harness/limits.ts";

test(
  "a read never sees the inside of an open transaction",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "rage-room-"));
    const database = await openDatabase({
      dialect: "sqlite",
      file: join(folder, "room.db"),
      dayKey: null,
    });
    const count = async () => {
      const [row] = await database.read`SELECT COUNT(*) AS count FROM said`;
      return row?.["count"];
    };
    try {
      await database.transaction((sql) => sql`CREATE TABLE said (text TEXT)`);
      await database.transaction(async (sql) => {
        await sql`INSERT INTO said VALUES ('not yet')`;
        expect(await count()).toBe(0);
      });
      expect(await count()).toBe(1);
    } finally {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  TEST_MS,
);
