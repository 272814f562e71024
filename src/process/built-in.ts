import { join } from "node:path";

/** The folder inside an executable that holds what a checkout makes from its sources; null in a checkout. */
export const BUILT_IN: string | null = Bun.isStandaloneExecutable
  ? join(import.meta.dir, "built-in")
  : null;
