/** The test of the tests: each fault, put alone into a copy of the program, is found. */
import { expect, test } from "bun:test";
import { CARELESS } from "../forgetting/careless.ts";
import { DEATHS } from "../forgetting/deaths.ts";
import { TEST_MS } from "../harness/limits.ts";
import { MUTANTS } from "./faults.ts";
import type { Mutant } from "./mutant.ts";
import { run, treeWith, withFault } from "./tree.ts";

test.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
  "found: %s",
  async (_name, mutant) => {
    await using tree = await treeWith([mutant]);
    const { exitCode, output } = await run(tree, finder(mutant), TEST_MS);
    expect({ name: mutant.name, exitCode }).toEqual({ name: mutant.name, exitCode: 1 });
    expect(output).toMatch(mutant.says);
    console.log(
      `${mutant.name}: ${output.match(/^Seed \d+: .*/m)?.[0].slice(0, 120) ?? mutant.by}`,
    );
  },
  TEST_MS,
);

test.each(["memory", "sqlite"] as const)(
  "nothing is found in a faithful copy, on %s",
  async (by) => {
    await using tree = await treeWith([]);
    const { exitCode, output } = await run(
      tree,
      [...SIMULATE, `--store=${by}`, "--seeds=5"],
      TEST_MS,
    );
    expect({ output, exitCode }).toMatchObject({ exitCode: 0 });
  },
  TEST_MS,
);

test("every fault that any test puts in fits the program", async () => {
  for (const fault of [...MUTANTS, ...CARELESS, ...Object.values(DEATHS)]) await withFault(fault);
});

test("a fault that does not fit the program any more is an error", async () => {
  const fault = { file: "src/wire/limits.ts", right: "no such text", wrong: "" };
  await expect(treeWith([fault])).rejects.toThrow("holds the text to replace 0 times");
});

const SIMULATE = ["test/simulation/main.ts"];

/** More seeds than it takes. */
function finder({ by, from = 1 }: Mutant): string[] {
  const seeds = [...SIMULATE, `--from=${from}`];
  switch (by) {
    case "memory":
      return [...seeds, "--seeds=5000"];
    case "sqlite":
      return [...seeds, "--store=sqlite", "--seeds=200"];
    case "test/mutants/open-transaction.test.ts":
      return ["test", by];
  }
}
