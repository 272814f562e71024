import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { STORES } from "../harness/room.ts";
import { type Fault, treeWith } from "../mutants/tree.ts";
import { Evenings } from "./evening.ts";

// Each starts programs, and a server of its own that syncs as in production.
setDefaultTimeout(60_000);

/** More than one slice of the sweep. */
const CANARIES = 300;
const DIE = 'process.kill(process.pid, "SIGKILL");';

/** The program as it is, but for the moment at which it is killed. */
const DEATHS: Record<string, Fault> = {
  "in the turn": {
    file: "src/store/log/log.ts",
    right: 'const events = await record(sql, row, { type: "cleared", day });',
    wrong: `${DIE} const events = await record(sql, row, { type: "cleared", day });`,
  },
  "between the turn and the end of its key": {
    file: "src/store/log/log.ts",
    right: "await this.#ensureKey();\n    return change;",
    wrong: `if (change.result) ${DIE}\n    await this.#ensureKey();\n    return change;`,
  },
  "in the sweep, where there is one": {
    file: "src/store/erasure/delete-in-slices.ts",
    right: "messages += slice.messages;",
    wrong: `${DIE} messages += slice.messages;`,
  },
  "between the check and its receipt": {
    file: "src/midnight/destruction.ts",
    right: "await destruction.keep(",
    wrong: `${DIE} await destruction.keep(`,
  },
};

describe.each(STORES)("a midnight that the program does not survive, on %s", (store) => {
  test("ends the day once: nothing is in any file, nor its key, and one receipt says so", async () => {
    await using evenings = await Evenings.begin({ store });
    for (const [when, fault] of Object.entries(DEATHS)) {
      if (store === "postgres" && fault.file.endsWith("delete-in-slices.ts")) continue;
      await using tree = await treeWith([fault], ["web"]);
      const { after, receipt, ends } = await evenings.crash(CANARIES, tree.folder);
      expect({ when, after, ends }).toEqual({ when, after: [], ends: 1 });
      expect({ when, ...receipt }).toMatchObject({ when, clean: true });
    }
  });
});
