import type { CHECKS, METHODS } from "../wire/limits.ts";

/** One thing looked at after a day was destroyed: how much of it was still found. */
export interface Check {
  what: (typeof CHECKS)[number];
  found: number;
  ok: boolean;
}

export type Method = (typeof METHODS)[number];

export interface Destroyed {
  /** The day that ended. */
  day: string;
  /** Milliseconds since the epoch. */
  turnedAt: number;
  messages: number;
  people: number;
  methods: Method[];
  checks: Check[];
}

/** What a day's end is answered for with. */
export interface Receipt extends Destroyed {
  timezone: string;
  checkedAt: number;
  tookMs: number;
}

/** What comes after the turn of a day. */
export interface DestructionStore {
  /**
   * Destroys what the oldest day without a receipt has left, and looks whether it is gone. Null
   * where there is no such day. Cut short, it may be called again.
   */
  destroy(): Promise<Destroyed | null>;
  /** Of several for one day the first is kept. */
  keep(receipt: Receipt): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<Receipt[]>;
}
