import { TEST_MS } from "../harness/limits.ts";
import type { MendedFault } from "./mended-fault.ts";
import { putIn, type RunOptions, run, type Tree } from "./tree.ts";

export type Finding = "found" | "NOT found" | "for another reason";

/**
 * Puts the fault into the copy, runs its test there and takes it out again: one at a time in a tree. Another reason is
 * everything but the failure that is expected: a program that does not start, no such test, a test that hangs.
 */
export async function find(
  tree: Tree,
  fault: MendedFault,
  options: RunOptions = {},
): Promise<{ finding: Finding; output: string }> {
  await using _fault = await putIn(tree, fault);
  const command = ["test", `./${fault.test}`, `--timeout=${TEST_MS}`, "-t", patternOf(fault)];
  const { exitCode, output } = await run(tree, command, TEST_MS, options);
  return { finding: exitCode === 0 ? "NOT found" : reasonOf(fault, output), output };
}

function patternOf({ named, store }: MendedFault): string {
  const test = RegExp.escape(named);
  return store === undefined ? test : `on ${store} .*${test}`;
}

const FAILED_ASSERTION = /^error: expect\(/m;
/** The source around a failure, which says much that did not happen. */
const SOURCE_LINE = /^ *\d+ \| .*$/gm;

function reasonOf({ named, says = FAILED_ASSERTION }: MendedFault, output: string): Finding {
  const isRed = output
    .split("\n")
    .some((line) => line.startsWith("(fail)") && line.includes(named));
  return isRed && says.test(output.replace(SOURCE_LINE, "")) ? "found" : "for another reason";
}
