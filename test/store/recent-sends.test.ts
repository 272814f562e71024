import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { readRoomRow } from "../../src/store/database/room-row.ts";
import { RecentSends } from "../../src/store/log/recent-sends.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { folder } from "../process/program.ts";
import { AT, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

test("a send is counted once, whichever comes first: its answer, or a query for what others sent", async () => {
  await using place = await folder();
  const address = { dialect: "sqlite", file: join(place.path, "room.db"), dayKey: null } as const;
  const limits = { ...USUAL_LIMITS, perMinute: 2 };
  const store = await openStore(address, limits);
  const db = await openDatabase(address);
  await store.log.turnDay("2026-03-01", TOPIC, AT);
  const sent = [say("anna", "The printer is jammed.")];
  const answer = await store.log.append(sent, AT);
  const row = await readRoomRow(db.read);

  const before = new RecentSends(limits);
  await before.sync(db.read, { ...row, seq: row.since }, AT);
  before.stored(sent, answer, AT);
  await before.sync(db.read, row, AT);
  const during = new RecentSends(limits);
  const asked = during.sync(db.read, row, AT);
  during.stored(sent, answer, AT);
  await asked;
  const after = new RecentSends(limits);
  await after.sync(db.read, row, AT);
  after.stored(sent, answer, AT);

  for (const [order, recent] of Object.entries({ before, during, after })) {
    expect([order, recent.wait("anna", AT, 0)]).toEqual([order, 0]);
    expect([order, recent.wait("anna", AT, 1)]).toEqual([order, 60]);
  }
  await db.close();
  await store.close();
});
