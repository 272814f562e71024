import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { treeWith } from "../mutants/tree.ts";
import { keyBytesIn } from "./canaries.ts";
import { CARELESS } from "./careless.ts";
import { Evenings } from "./evening.ts";

// Each starts a program, and a server of its own that syncs as in production.
setDefaultTimeout(TEST_MS);

const CANARIES = 1_000;

describe.each(STORES)("what was said, on %s", (store) => {
  test("is in no file in any form, on its own day or a minute after midnight, and its key is in no file, nor more than half of it in memory", async () => {
    await using evenings = await Evenings.begin({ store });
    for (let turn = 0; turn < 2; turn++) {
      const { before, after, receipt, ends } = await evenings.turn(CANARIES);
      expect({ before, after, ends }).toEqual({ before: [], after: [], ends: 1 });
      expect(receipt).toMatchObject({ messages: CANARIES, people: 4, clean: true });
      // What the runtime lets go is not ours to clear. A half says nothing: sixteen bytes are left to guess.
      expect(keyBytesIn(await evenings.memory())).toBeLessThanOrEqual(16);
    }
  });

  test("is found by the same search where the measures are left out", async () => {
    await using tree = await treeWith(CARELESS, ["web"]);
    await using evenings = await Evenings.begin({ store, root: tree.folder, inTheClear: true });
    const { before, after, receipt } = await evenings.turn(CANARIES);
    // Twice in each text.
    const raw = after
      .filter(({ form }) => form === "raw")
      .reduce((sum, { times }) => sum + times, 0);
    // The room's own log holds nothing all the same, not even where the database quotes a row it refused.
    expect(after.filter(({ where }) => where === "data/room.log")).toEqual([]);
    expect(before.map(({ form }) => form)).toContain("raw");
    expect(raw).toBeGreaterThan(CANARIES);
    expect(receipt.clean).toBe(false);
  });
});
