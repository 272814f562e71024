import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { rm } from "node:fs/promises";
import { readConfig } from "../../src/config.ts";
import { speakingLimits } from "../../src/room/speaking-limits.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, STORES, type Store, storedAt } from "../harness/room.ts";
import { AT, LIMIT, say, TOPIC } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const DAY = "2026-03-01";

/** A place for a store, and the file of its day's key. */
async function placeFor(store: Store) {
  const { url, remove } = await emptyStore(store);
  const { database } = readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) });
  const { dayKey: file } = database;
  if (file === null) throw new Error("A store of these tests seals.");
  return {
    open: (dayKey: string | null = file) =>
      openStore({ ...database, dayKey }, speakingLimits(LIMIT)),
    loseKey: () => rm(file),
    [Symbol.asyncDispose]: remove,
  };
}

describe.each(STORES)("a start without the file of the day's key, on %s", (kind) => {
  test("opens a room in which nothing was said, and seals with a new key", async () => {
    await using place = await placeFor(kind);
    const before = await place.open();
    await before.log.turnDay(DAY, TOPIC, AT);
    const { seq } = await before.log.state();
    await before.close();
    await place.loseKey();
    const after = await place.open();
    await after.log.turnDay(DAY, TOPIC, AT);
    expect((await after.log.state()).seq).toBe(seq);
    await after.log.append([say("a", "First.")], AT);
    expect(await after.log.history(DAY, 10)).toMatchObject([{ text: "First." }]);
    await after.close();
  });

  test("gives up the day's texts and says so to the room, and never the room", async () => {
    await using place = await placeFor(kind);
    const before = await place.open();
    await before.log.turnDay(DAY, TOPIC, AT);
    await before.log.append([say("a", "Lost.")], AT);
    const { seq, topic } = await before.log.state();
    await before.close();
    await place.loseKey();
    const after = await place.open();
    await after.log.turnDay(DAY, TOPIC, AT);
    expect(await after.log.after(seq, 10, DAY)).toMatchObject([
      { type: "cleared", seq: seq + 1, day: DAY },
    ]);
    await after.log.append([say("a", "Said after.")], AT);
    expect(await after.log.history(DAY, 10)).toMatchObject([{ text: "Said after." }]);
    expect((await after.log.state()).topic).toBe(topic);
    await after.close();
  });

  test("with DAY_KEY_FILE=none keeps sealed texts, and says what to do", async () => {
    await using place = await placeFor(kind);
    const before = await place.open();
    await before.log.turnDay(DAY, TOPIC, AT);
    await before.log.append([say("a", "Kept.")], AT);
    await before.close();
    const clear = await place.open(null);
    const refused = await clear.log.turnDay(DAY, TOPIC, AT).catch((error: unknown) => error);
    expect(String(refused)).toContain("DAY_KEY_FILE=none");
    await clear.close();
    const again = await place.open();
    await again.log.turnDay(DAY, TOPIC, AT);
    expect(await again.log.history(DAY, 10)).toMatchObject([{ text: "Kept." }]);
    await again.close();
  });
});
