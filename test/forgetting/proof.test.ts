import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { STORES } from "../harness/room.ts";
import { treeWith } from "../mutants/tree.ts";
import { CARELESS } from "./careless.ts";
import { Evenings } from "./evening.ts";

// Each starts a program, and a server of its own that syncs as in production.
setDefaultTimeout(60_000);

const CANARIES = 1_000;

describe.each(STORES)("what was said, on %s", (store) => {
  test("is in no file in any form, on its own day or a minute after midnight", async () => {
    await using evenings = await Evenings.begin({ store });
    for (let turn = 0; turn < 2; turn++) {
      const { before, after, receipt } = await evenings.turn(CANARIES);
      expect(before).toEqual([]);
      expect(after).toEqual([]);
      expect(receipt).toMatchObject({ messages: CANARIES, people: 4, clean: true });
    }
  });

  test("is found by the same search where the measures are left out", async () => {
    await using tree = await treeWith(CARELESS, ["web"]);
    await using evenings = await Evenings.begin({ store, root: tree.folder, inTheClear: true });
    const { before, after, receipt } = await evenings.turn(CANARIES);
    expect(before.map(({ form }) => form)).toContain("raw");
    expect(after.map(({ form }) => form)).toContain("raw");
    expect(receipt.clean).toBe(false);
  });
});
