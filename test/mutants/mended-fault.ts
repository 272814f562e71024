import type { Fault } from "./tree.ts";

/** A fault that this project had and mended: the passage as it is, and what stood there before or does the same. */
export interface MendedFault extends Fault {
  name: string;
  /** The file of the test that must fail with it, from the root. */
  test: string;
  /** A part of that test's name, as it stands in the file. */
  named: string;
  /** Where the test is one of each store: this one is enough. */
  store?: "sqlite" | "postgres";
  /** What the test then says, so that nothing else is taken for it: a failed assertion, unless told otherwise. */
  says?: RegExp;
}
