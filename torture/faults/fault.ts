import type { Cluster } from "../cluster.ts";
import type { Store } from "../storage-target.ts";

/** How much of everything there is. */
export interface Size {
  /** Of processes, in all, on each store. */
  kills: number;
  quick: boolean;
}

export interface Fault {
  readonly name: string;
  readonly stores: readonly Store[];
  /** How often it strikes. */
  times(size: Size, store: Store): number;
  /** The program of the nodes, where the usual one will not do, and how far off each clock is. */
  readonly entry?: string;
  readonly skewsMs?: readonly number[];
  /** Whether a relay stands between each node and PostgreSQL. */
  readonly relaysPostgres?: boolean;
  /** The size of the disk that the room is stored on; without one it is the machine's. */
  readonly diskMebibytes?: Readonly<Record<Store, number>>;
  /** Strikes once and waits until the room is well again. Resolves with the milliseconds that took. */
  strike(cluster: Cluster, at: number): Promise<number>;
}

/** What is slow to strike strikes less often. */
export function some(kills: number, share: number): number {
  return Math.max(1, Math.round(kills * share));
}
