import type { DestructionStore } from "../midnight/receipt.ts";
import type { SecondSteps, Users } from "../room/account-ports.ts";
import type { Log, Nodes } from "../room/ports.ts";

import type { Agreed, Terms } from "./agreement.ts";

/** Where the room is stored; `dayKey` is the file of the day's key, null to store in the clear. */
export type DatabaseAddress =
  | { dialect: "sqlite"; file: string; dayKey: string | null }
  | { dialect: "postgres"; url: string; dayKey: string | null; secret: string; previous?: string };

export interface Store {
  readonly log: Log;
  readonly users: Users;
  readonly secondSteps: SecondSteps;
  /** Null where there can be no other node. */
  readonly nodes: Nodes | null;
  readonly destruction: DestructionStore;
  /** The same on all nodes during a day; after it nobody can compute it. */
  salt(day: string): Promise<string>;
  /** Compares this node's settings with the room's, and returns what holds. Throws UnusableDatabase. */
  agree(terms: Terms): Promise<Agreed>;
  close(): Promise<void>;
}
