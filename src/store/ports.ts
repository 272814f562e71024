import type { DestructionStore } from "../midnight/receipt.ts";
import type { Log, Nodes, Users } from "../room/ports.ts";

import type { Terms } from "./agreement.ts";

/** Where the room is stored; `dayKey` is the file of the day's key, null to store in the clear. */
export type DatabaseAddress =
  | { dialect: "sqlite"; file: string; dayKey: string | null }
  | { dialect: "postgres"; url: string; dayKey: string | null; secret: string };

export interface Store {
  readonly log: Log;
  readonly users: Users;
  /** Null where no other node can be. */
  readonly nodes: Nodes | null;
  readonly destruction: DestructionStore;
  /** The same on every node for a day, and lost to all of them with it. */
  salt(day: string): Promise<string>;
  /** The zone of the room's midnight, once this node's terms are held against the room's. Throws UnusableDatabase. */
  agree(terms: Terms): Promise<string>;
  close(): Promise<void>;
}
