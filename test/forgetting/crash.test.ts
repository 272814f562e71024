import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { treeWith } from "../mutants/tree.ts";
import { DEATHS } from "./deaths.ts";
import { Evenings, SENDERS } from "./evening.ts";

// Each starts programs, and a server of its own that syncs as in production.
setDefaultTimeout(TEST_MS);

/** More than one slice of the positions that are counted and deleted at a time. */
const CANARIES = 300;
const SAID = { messages: CANARIES, people: SENDERS };

describe.each(STORES)("a midnight that the program does not survive, on %s", (store) => {
  test("ends the day once: nothing is in any file, nor its key, and one receipt says so, exactly", async () => {
    await using evenings = await Evenings.begin({ store });
    for (const [when, fault] of Object.entries(DEATHS)) {
      if (store === "postgres" && fault.sqliteOnly) continue;
      await using tree = await treeWith([fault], ["web"]);
      const { after, receipt, ends } = await evenings.crash(CANARIES, tree.folder);
      expect({ when, after, ends }).toEqual({ when, after: [], ends: 1 });
      expect({ when, ...receipt }).toMatchObject({ when, clean: true, ...SAID });
    }
  });
});
