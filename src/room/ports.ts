/** What the room needs from outside, each with what it promises. */

import type { RoomState } from "../events/kind.ts";
import type { RoomEvent } from "../events/kinds.ts";
import type { RefusalCode } from "../wire/frames.ts";
import type { Kind } from "../wire/values.ts";
import type { Actor, CommandInput, CommandName, CommandResult, Topic } from "./commands.ts";

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once, no sooner than `ms` from now. Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface Logger {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** Who speaks. Limits, bans and `ref`s go by `key`; `name` is what the room sees. */
export interface Sender {
  key: string;
  name: string;
  kind: Kind;
  userId: number | null;
}

export interface Submission {
  sender: Sender;
  /** Null where the sender has no way to say it again. */
  ref: string | null;
  text: string;
}

/** A refusal as data: an error would lose its class between threads. */
export interface Refused {
  code: RefusalCode;
  detail: string;
  /** Seconds. */
  retryAfter?: number | undefined;
}

export interface Appended {
  /** What was stored, in order of `seq`; empty when nothing was. */
  events: RoomEvent[];
  /** For each entry its `seq`, or why it was refused. */
  outcomes: (number | Refused)[];
}

/** A change of the log, and the events that say so: none when there was nothing to change. */
export interface Change<Result> {
  events: RoomEvent[];
  result: Result;
}

export interface StoredMessage {
  id: number;
  user: string;
  text: string;
  timestamp: string;
  kind: Kind;
  day: string;
  userId: number | null;
  /** How many felt it. */
  felt: number;
}

/**
 * The room's one log. Every change is one transaction under one lock, so changes
 * of all nodes have one order and `seq` has no gaps. A promise that resolves means
 * committed and synced; one that rejects may or may not have been: ask again.
 */
export interface Log {
  state(): Promise<RoomState>;
  /** At most once for each (sender, ref); limits and bans hold across all nodes. */
  append(submissions: readonly Submission[], at: number): Promise<Appended>;
  /**
   * One transaction. Whether the actor may is decided in it, so nothing it forbids is ordered
   * after it. Throws Refusal.
   */
  apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
  ): Promise<Change<CommandResult<Name>>>;
  /** Writes as much as a message takes, and takes it back: rejects where an append would. */
  checkWritable(): Promise<void>;
  /** Destroys what was said before `day` and begins it, at an instant. Idempotent on every node. */
  turnDay(day: string, topic: Topic, at: number): Promise<Change<boolean>>;
  /** Events after `seq`, gapless: a place without an event any more is `quiet`. Nothing said before `day`. */
  after(seq: number, limit: number, day: string): Promise<RoomEvent[]>;
  /** The last `limit` messages of `day` or later before `before`, oldest first. */
  history(day: string, limit: number, before?: number): Promise<StoredMessage[]>;
  /** The first `limit` messages of `day` or later after `seq`, oldest first. */
  messagesAfter(day: string, seq: number, limit: number): Promise<StoredMessage[]>;
  /** Newest first. */
  newest(day: string, skip: number, limit: number): Promise<StoredMessage[]>;
  counts(day: string, since: number): Promise<{ today: number; recent: number }>;
  /**
   * Calls `ring` when a node appended, with the place it reached, or without when some rings
   * may have been lost. False where no other node can be.
   */
  follow(ring: (seq?: number) => void): Promise<boolean>;
}

export interface User {
  id: number;
  email: string;
  username: string;
  isAdmin: boolean;
  isActive: boolean;
  createdAt: string;
  passwordHash: string;
  /** Grows when every sign-in of the account ends: at a ban, and at a new password. */
  tokenVersion: number;
}

export interface NewUser {
  email: string;
  username: string;
  passwordHash: string;
  isAdmin: boolean;
}

export interface Users {
  /** Throws Refusal `email_taken` or `username_taken`; look-alikes of a username are taken too. */
  create(user: NewUser, at: number): Promise<User>;
  /** As `create`, but null once there is an admin; of many callers at once one wins. */
  createFirstAdmin(user: NewUser, at: number): Promise<User | null>;
  byEmail(email: string): Promise<User | null>;
  /** The user behind a token, unless that token was signed out. Its version is not looked at. */
  byToken(id: number, tokenId: string): Promise<User | null>;
  isNameTaken(nameKey: string): Promise<boolean>;
  hasAdmin(): Promise<boolean>;
  count(): Promise<number>;
  page(skip: number, limit: number): Promise<User[]>;
}

export interface Passwords {
  /** Throws Refusal `busy` when too many wait. */
  hash(password: string): Promise<string>;
  /** Takes as long for `null`, which never matches. */
  verify(password: string, hash: string | null): Promise<boolean>;
}

export interface Claims {
  userId: number;
  tokenId: string;
  /** The account's `tokenVersion` when it was issued. */
  version: number;
  /** Milliseconds since the epoch. */
  expires: number;
}

export interface Tokens {
  issue(user: Pick<User, "id" | "tokenVersion">): Promise<string>;
  /** Null for anything but a token of ours that has not expired. */
  read(token: string): Promise<Claims | null>;
}

/** Somebody without an account: the same until midnight, under names that change. */
export interface Guest {
  id: string;
  day: string;
  name: string;
  /** When the name has been worn long enough, in milliseconds since the epoch. */
  nameUntil: number;
  /** What the guest shows to come back as the same one. */
  pass: string;
}

export interface Guests {
  /** The guest of a pass; a new one without a pass of ours from this day. Never throws. */
  admit(pass: string | undefined, day: string): Guest;
  /** Another name at once. */
  roll(pass: string, day: string): Guest;
}

/** Keyed hash of a peer's address, of no use to anyone after the day. */
export type AddressHash = (address: string, day: string) => Promise<string>;

/** Whom a request comes from. */
export interface Caller {
  address: string;
  /** The network that the address is in: what limits of many addresses go by. */
  range: string;
  /** Whether its `Origin` may use the room; true without one, as from a script. */
  originAllowed: boolean;
}

/** When the next batch of the room's changes may be committed and sent. */
export interface Pacing {
  /** Runs when a batch is due, never within this turn of the event loop. */
  whenDue(run: () => void): void;
}

/** The nodes that serve one room. */
export interface Nodes {
  /** Says how many this node has, and returns how many the others have; a silent node's share expires. */
  report(here: number, at: number): Promise<number>;
  /** By the clock that all nodes share: the database's. Milliseconds since the epoch. */
  time(): Promise<number>;
  leave(): Promise<void>;
}
