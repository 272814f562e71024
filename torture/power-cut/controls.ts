/** What promises less, and must be caught. */
import type { Store } from "../storage-target.ts";
import { SYNCHRONOUS_COMMIT_OFF, SYNCHRONOUS_NORMAL, type Weakness } from "../weakened.ts";

export interface Weak {
  store: Store;
  /** Of the program. */
  weakness?: Weakness;
  /** Of PostgreSQL. */
  settings?: readonly string[];
}

export const CONTROLS = {
  "synchronous-normal": { store: "sqlite", weakness: SYNCHRONOUS_NORMAL },
  "synchronous-commit-off": { store: "postgres", weakness: SYNCHRONOUS_COMMIT_OFF },
  "fsync-off": { store: "postgres", settings: ["fsync=off"] },
} as const satisfies Record<string, Weak>;

export type Control = keyof typeof CONTROLS;

export function isControl(name: string): name is Control {
  return Object.hasOwn(CONTROLS, name);
}
