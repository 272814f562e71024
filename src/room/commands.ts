/** Every change of the room, except messages and the turn of a day, with its input and its result. */
import type { Sanction, Subject } from "../events/sanction.ts";
import type { Shield } from "../events/shield.ts";
import type { Mood } from "../wire/limits.ts";
import type { Kind } from "../wire/values.ts";

/** Who acts. `room` is the program itself: its configuration, its timers. */
export interface Actor {
  /** The same key as in `Sender`. */
  key: string;
  kind: Kind | "room";
  userId: number | null;
  day?: string;
}

export interface Topic {
  topic: string;
  rules: string;
}

/** A topic of a day to come. Without rules (null) the day opens with those of the configuration. */
export interface TopicEntry {
  topic: string;
  rules: string | null;
}

export interface PlannedTopic extends TopicEntry {
  date: string;
}

/** A sender's reaction to a message. */
export interface Reaction {
  id: number;
  sender: string;
}

/** Messages that were removed, and that can be brought back for UNDO_MS. */
export interface Withdrawn {
  /** The `seq` of the event that removed them; null if nothing was removed. */
  act: number | null;
  count: number;
}

/** Who reports, as a `Sender` is. */
export interface Reporter extends Subject {
  key: string;
  name: string;
  kind: Kind;
  userId: number | null;
}

export const ROOM: Actor = { key: "room", kind: "room", userId: null };

export interface Commands {
  /** Deletes one message, as staff. Refused with `not_found` where there is none today. */
  erase: { input: { id: number }; result: Withdrawn };
  /**
   * Deletes one of the actor's own messages, or all of today's without `id`. Refused with
   * `not_found` for another's message as for a missing one, so that nobody learns whose it is.
   */
  eraseOwn: { input: { id?: number }; result: Withdrawn };
  /**
   * Deletes what the sender of message `id` said today, as staff. Refused with `not_found` where
   * there is no such message today, and with `admin_protected` as a sanction would be.
   */
  eraseSender: { input: { id: number }; result: Withdrawn };
  /** Deletes every message of the day. */
  clear: { input: Record<never, never>; result: Withdrawn };
  /**
   * Puts the messages that the event `act` removed back to where they were, hidden ones out of
   * sight; if that was a ban, lifts the ban. Allowed
   * to whoever acted, and to admins. Refused with `not_found` when they are destroyed. The result is
   * the number of messages.
   */
  undo: { input: { act: number }; result: number };
  /**
   * Brings back what the event `act` hid, as far as it is still hidden, and says how much that is.
   * Refused with `not_found` where it is nothing.
   */
  keepHidden: { input: { act: number }; result: number };
  /** Deletes what the event `act` hid. Refused as `keepHidden`. */
  removeHidden: { input: { act: number }; result: Withdrawn };
  /** Deletes what newcomers said since an instant, in milliseconds since the epoch, hidden or not. */
  sweep: { input: { since: number }; result: Withdrawn };
  /**
   * Reports a message of today to staff, once a person; enough reports hide it while staff are away.
   * Refused with `newcomer` for who was not heard yet, with `invalid` for one's own, `not_found`
   * where there is none.
   */
  report: { input: { id: number; by: Reporter }; result: null };
  /** Hides what was reported enough while staff were not away. `waiting`: so many still wait for that. */
  hideReported: { input: Record<never, never>; result: { waiting: number } };
  /**
   * Decides, as staff, on a message that is reported or hidden: it stands, again where it was
   * hidden, or is deleted. Refused with `not_found`.
   */
  settleReport: { input: { id: number; keep: boolean }; result: Withdrawn };
  /** Destroys the messages that events up to `upTo` removed. */
  destroyWithdrawn: { input: { upTo: number }; result: null };
  /** Without `rules`, the day's rules stay. */
  setTopic: { input: { topic: string; rules?: string | undefined }; result: Topic };
  /** Plans the topic of a day to come. Refused with `not_plannable` for any other day. */
  planTopic: { input: PlannedTopic; result: PlannedTopic };
  /** Takes back what was planned for a day. Refused with `not_found` where nothing was. */
  unplanTopic: { input: { date: string }; result: null };
  /** Sets the topics that days take in turn. The result is the place of the one that comes next. */
  setRotation: { input: { topics: readonly TopicEntry[] }; result: { next: number } };
  /**
   * Sets the topic of the configuration if it is not the one that was set last; so a restart keeps
   * an admin's change.
   */
  configure: { input: Topic; result: boolean };
  /**
   * Makes another zone that of the room's midnight. Refused with `zone_fixed` once something was said
   * today.
   */
  chooseZone: { input: { timezone: string }; result: null };
  /**
   * Bans an account or lifts its ban. A ban removes the account's messages of today; no message of
   * it can follow. It also ends every sign-in, and lifting it does not bring them back. The result
   * names the account. Refused with `not_found`, or with `admin_protected` for an admin.
   */
  ban: { input: { userId: number; banned: boolean }; result: Withdrawn & { name: string } };
  /**
   * Mutes or bans, as staff, the sender of a message of today, or an account. `minutes`: null for a
   * guest until `midnight`, for an account without end. A ban removes what its subject said today.
   * Refused with `not_found`, or with `admin_protected`.
   */
  sanction: {
    input: {
      kind: Sanction["kind"];
      message: number | null;
      userId: number | null;
      minutes: number | null;
      /** The end of the day, in milliseconds since the epoch. */
      midnight: number;
      reason: string | null;
    };
    result: Withdrawn & Pick<Sanction, "id" | "kind" | "name" | "until">;
  };
  /** Ends a sanction. What a ban removed stays away. Refused with `not_found`, or as `sanction`. */
  liftSanction: { input: { id: number }; result: null };
  /** How long each sender waits between two messages, staff apart; 0 for no wait. */
  setSlowMode: { input: { seconds: number }; result: null };
  /**
   * Raises the shield for so many minutes from now, renews it, or ends it (0). It lasts an hour at
   * most since it was raised. What the room does by itself never shortens it. Where it was down, what
   * newcomers said in the last minute is hidden until staff decide with `keepHidden` or
   * `removeHidden`, or until the day ends.
   */
  setShield: { input: { minutes: number }; result: Shield | null };
  /** Ends the shield if its time is over. */
  endShield: { input: Record<never, never>; result: null };
  /** Ends the sanctions whose time is over. */
  endSanctions: { input: Record<never, never>; result: null };
  /**
   * Makes an account an admin, or an admin an account like others: its sign-ins end with that. The
   * result is the username. Refused with `not_found`, `banned`, or `last_admin` where nobody else is one.
   */
  setAdmin: { input: { userId: number; admin: boolean }; result: string };
  /**
   * Makes an account a moderator, or a moderator an account like others: its sign-ins end with that.
   * The result is the username. Refused with `not_found` or `banned`.
   */
  setModerator: { input: { userId: number; moderator: boolean }; result: string };
  /**
   * Makes a token invalid on every node. `expires`: when the token itself expires, in milliseconds
   * since the epoch.
   */
  signOut: { input: { userId: number; tokenId: string; expires: number }; result: null };
  /**
   * Sets a password in place of the hash `from`, and ends every sign-in and every open reset. The
   * result is the account's new `tokenVersion`. Refused with `wrong_password` where the password
   * has changed meanwhile.
   */
  changePassword: {
    input: { userId: number; from: string; passwordHash: string };
    result: { version: number };
  };
  /** Ends every sign-in of an account. */
  endSignIns: { input: { userId: number }; result: null };
  /**
   * Lets whoever has the secret of this hash set the account's password until `expires`, in
   * milliseconds since the epoch; it takes the place of an earlier one. The result is the username.
   * Refused with `not_found`, or with `admin_protected` for an admin.
   */
  openReset: { input: { userId: number; secretHash: string; expires: number }; result: string };
  /**
   * Uses such a secret: sets the password, and ends every sign-in. The result is the account.
   * Refused with `reset_closed` where it was used or has expired.
   */
  useReset: { input: { secretHash: string; passwordHash: string }; result: number };
  /**
   * Destroys an account and what it said today, for good: its owner's, or as an admin another's. The
   * result names it. Refused with `not_found`, `admin_protected` for another admin, or `last_admin`.
   */
  deleteAccount: { input: { userId: number }; result: { name: string; count: number } };
  /** Makes an account an active admin with this password, and ends every sign-in it had. */
  makeAdmin: { input: { userId: number; passwordHash: string }; result: null };
  /**
   * Gives an account this password, and ends every sign-in it had; takes its second step off where
   * that is said. Refused with `not_found`.
   */
  resetPassword: {
    input: { userId: number; passwordHash: string; withoutSecondStep: boolean };
    result: null;
  };
  /** Counts each reaction once for each message and sender. */
  react: { input: { reactions: readonly Reaction[] }; result: null };
  /**
   * Counts how the actor left the day before, once, in its receipt. The result is that day. Refused with
   * `not_found` once it ended MOOD_WITHIN_MS ago.
   */
  countMood: { input: { mood: Mood }; result: string };
}

export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Commands[Name]["input"];
export type CommandResult<Name extends CommandName> = Commands[Name]["result"];

/**
 * Commands that anyone may give at any time, so that many of them share one transaction. Where one is refused it has
 * changed nothing, so none is undone for the sake of the others.
 */
export type SharedName = "eraseOwn" | "undo" | "report";

export interface AskOf<Name extends CommandName> {
  name: Name;
  input: CommandInput<Name>;
  actor: Actor;
}
export type Ask = { [Name in SharedName]: AskOf<Name> }[SharedName];

/** The result of an ask, under its name. */
export type Done = { [Name in SharedName]?: CommandResult<Name> };
