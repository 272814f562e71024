/** Every change of the room but a message and the turn of a day, with what it takes and what it gives. */
import type { Kind } from "../wire/values.ts";

/** Who acts. `room` is the program itself: its configuration, its timers. */
export interface Actor {
  /** As a sender's. */
  key: string;
  kind: Kind | "room";
  userId: number | null;
}

export interface Topic {
  topic: string;
  rules: string;
}

/** That a sender felt a message. */
export interface Reaction {
  id: number;
  sender: string;
}

/** Messages that are out of sight, and that UNDO_MS later nobody can bring back. */
export interface Withdrawn {
  /** The position of the event that took them away; null where it took none. */
  act: number | null;
  count: number;
}

export const ROOM: Actor = { key: "room", kind: "room", userId: null };

export interface Commands {
  /** Deletes one message, as staff. Refused with `not_found` where there is none today. */
  erase: { input: { id: number }; result: Withdrawn };
  /**
   * Deletes one message of the actor's own, or all of today's without `id`. `not_found` for what
   * is not the actor's too: nobody learns whose it is.
   */
  eraseOwn: { input: { id?: number }; result: Withdrawn };
  /** Deletes every message of the day. */
  clear: { input: Record<never, never>; result: Withdrawn };
  /**
   * Brings back what the act at this position took away, for who did it and for admins, and lifts
   * the ban that it was; `not_found` once it is destroyed. The result counts the messages.
   */
  undo: { input: { act: number }; result: number };
  /** Destroys for good what the acts up to this position took away. */
  destroyWithdrawn: { input: { upTo: number }; result: null };
  /** Without rules, those of the day stay. */
  setTopic: { input: { topic: string; rules?: string | undefined }; result: Topic };
  /** Applies the operator's topic once for each value it takes; an admin's change outlives restarts. */
  configure: { input: Topic; result: boolean };
  /**
   * A ban deletes what the account said today, and nothing of it is ordered after. It ends every
   * sign-in for good: lifting it brings none back. The result names the account. Refused with `not_found`, or `admin_protected` for an admin.
   */
  ban: { input: { userId: number; banned: boolean }; result: Withdrawn & { name: string } };
  /** Ends a token on every node; it is remembered until `expires`, in milliseconds since the epoch. */
  signOut: { input: { userId: number; tokenId: string; expires: number }; result: null };
  /** Makes an account an active admin with this password, and ends every sign-in it had. */
  makeAdmin: { input: { userId: number; passwordHash: string }; result: null };
  /** Counts each reaction once for each message and sender. */
  react: { input: { reactions: readonly Reaction[] }; result: null };
}

export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Commands[Name]["input"];
export type CommandResult<Name extends CommandName> = Commands[Name]["result"];
