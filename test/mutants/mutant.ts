import type { Fault } from "./tree.ts";

export interface Mutant extends Fault {
  name: string;
  /** What finds it: the simulation on one of its stores, or a test. */
  by: "memory" | "sqlite" | "test/mutants/open-transaction.test.ts";
  /** The first seed that is tried, of a fault that few evenings show; the first of all else. */
  from?: number;
  /** What it then says, so that nothing else is taken for it. */
  says: RegExp;
}
