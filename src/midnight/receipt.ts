import type { CHECKS, METHODS, Mood } from "../wire/limits.ts";

/** One check after a day was destroyed: what was searched, and how much of the day was found there. */
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

/** The record that a day was destroyed. */
export interface Receipt extends Destroyed {
  timezone: string;
  checkedAt: number;
  tookMs: number;
}

/** A receipt with how many left the day how: they may say so after it was made. */
export interface KeptReceipt extends Receipt {
  moods: Record<Mood, number>;
}

/** Destroys days that ended, and keeps their receipts. */
export interface DestructionStore {
  /**
   * Destroys the oldest day that has no receipt yet, and checks that nothing is left. Null if
   * there is none. After an interruption, call it again.
   */
  destroy(): Promise<Destroyed | null>;
  /** Stores a receipt. The first one for a day stays. */
  keep(receipt: Receipt): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<KeptReceipt[]>;
}
