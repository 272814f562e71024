/** Where the simulated room is stored: outlives every crash. */
import type { User, Users } from "../../src/room/account-ports.ts";
import type { Log } from "../../src/room/ports.ts";
import type { SpeakingLimits } from "../../src/room/speaking-limits.ts";

/** Who is heard: see the room's own limits. */
export type NewcomerLimits = Pick<SpeakingLimits, "heardAfter" | "heardStood">;

/** Bits of the disk change by themselves. */
export interface Rot {
  /** Changes one bit of the row of a message that stands, as `below` draws it. Its place; null where there is none. */
  change(below: (count: number) => number): Promise<number | null>;
  /** Whether the operator was told that this row is damaged. */
  isTold(seq: number): boolean;
}

export interface Disk {
  /** The log as one more node opens it. */
  open(): Log;
  /** Whether texts are sealed with the key of their day, which ends with it. */
  sealed: boolean;
  /** Tells the log from what was there before a copy was put back. */
  readonly epoch: string;
  /** Keeps what is stored now. What it returns puts that back, and gives the new epoch. */
  copy(): Promise<() => Promise<string>>;
  /** Null of a store whose rows cannot go bad. */
  readonly rot: Rot | null;
  /** Null of a store that knows no newcomers. */
  readonly newcomers: NewcomerLimits | null;
  readonly users: Pick<Users, "takenNames" | "byToken">;
  close(): Promise<void>;
}

/** Those who may be banned. Their ids. */
export const MEMBERS = [1] as const;
export const PER_MINUTE = 7;
export const ZONE = "Europe/Berlin";
/** The one midnight that a simulation may pass. */
export const MIDNIGHT = Date.parse("2026-03-02T00:00:00+01:00");

export function dayOf(instant: number): string {
  return instant < MIDNIGHT ? "2026-03-01" : "2026-03-02";
}

export function member(id: number): User {
  return {
    id,
    email: `member-${id}@example.com`,
    username: `member-${id}`,
    isAdmin: false,
    isModerator: false,
    isActive: true,
    createdAt: "2026-03-01T00:00:00.000Z",
    tokenVersion: 0,
    passwordHash: "",
  };
}
