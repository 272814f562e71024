/** What is cheap of the museum; all of it runs by `run-museum.ts`. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { find } from "./find-mended.ts";
import { MENDED } from "./museum.ts";
import { treeWith, withFault } from "./tree.ts";

const ROOT = join(import.meta.dir, "../..");

test("the passage of every mended fault is in the program, once", async () => {
  for (const fault of MENDED) await withFault(fault);
});

test("the test that finds each mended fault is there, under its name", async () => {
  for (const { test: file, named } of MENDED) {
    const tests = await Bun.file(join(ROOT, file)).text();
    expect([file, named, tests.includes(named)]).toEqual([file, named, true]);
  }
});

test("no two mended faults have one name", () => {
  expect(MENDED.length).toBeGreaterThan(0);
  expect(new Set(MENDED.map(({ name }) => name)).size).toBe(MENDED.length);
});

test(
  "a fault is found where its test fails for the reason it is kept with, and not otherwise",
  async () => {
    const inWatch = {
      name: "a raid is seen late",
      file: "src/room/raid-watch.ts",
      right: "[FIRST_S, WINDOW_S].map",
      wrong: "[WINDOW_S].map",
      test: "test/room/raid-watch.test.ts",
      named: "is seen within two seconds beside a lively room",
    };
    const faults = {
      found: inWatch,
      "NOT found": { ...inWatch, wrong: "[WINDOW_S, FIRST_S].map" },
      "for another reason": { ...inWatch, wrong: "[WINDOW_S.map" },
    };
    await using tree = await treeWith([], ["test/room", "test/harness", "bunfig.toml"]);
    for (const [finding, fault] of Object.entries(faults)) {
      expect([finding, (await find(tree, fault)).finding]).toEqual([finding, finding]);
    }
    const unnamed = { ...inWatch, named: "no test has this name" };
    expect((await find(tree, unnamed)).finding).toBe("for another reason");
  },
  TEST_MS,
);
