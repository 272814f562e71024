/** What the room needs from outside, each with what it promises. */
import type { RoomState } from "../events/kind.ts";
import type { RoomEvent } from "../events/kinds.ts";
import type { Subject } from "../events/sanction.ts";
import type { Challenge, Proof } from "../wire/proof.ts";
import type { Kind } from "../wire/values.ts";
import type { AuditEntry } from "./audit-entry.ts";
import type {
  Actor,
  Ask,
  CommandInput,
  CommandName,
  CommandResult,
  Done,
  Topic,
} from "./commands.ts";
import type { Refused } from "./refusal.ts";
import type { Standing } from "./standing.ts";
import type { TopicPlan } from "./topics.ts";

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

/** Who speaks. Limits, sanctions and `ref`s go by `key`; `name` is what the room sees. */
export interface Sender extends Subject {
  key: string;
  name: string;
  kind: Kind;
  userId: number | null;
  /** The only day on which a guest's `key` is theirs; none of an account. */
  day?: string;
  /** Whether their pass says that they were here for a while before the day began: at midnight everybody is new. */
  wasHere?: boolean;
  /** Whether they came under the shield without a proof, as a newcomer would need. */
  unproved?: boolean;
}

export interface Submission {
  sender: Sender;
  /** Null where the sender cannot repeat the message under the same `ref`. */
  ref: string | null;
  text: string;
  /** The message that it replies to. */
  re?: number | undefined;
  /** The standings of those newcomers who wait for their turn already: another one of theirs goes behind them. */
  afterOthers?: readonly Standing[];
}

export interface Appended {
  /** What was stored, in order of `seq`; empty when nothing was. */
  events: RoomEvent[];
  /** For each entry its `seq`, or why it was refused. */
  outcomes: (number | Refused)[];
  /** For each entry its sender's standing. */
  standings: Standing[];
}

/** A change of the log with its events; no events if nothing changed. */
export interface Change<Result> {
  events: RoomEvent[];
  result: Result;
}

/** What came of a command that shared its transaction, or why it was refused. */
export type SharedOutcome = { done: Done } | { refused: Refused };

export interface StoredMessage {
  id: number;
  user: string;
  text: string;
  timestamp: string;
  kind: Kind;
  day: string;
  userId: number | null;
  /** The message that it replies to, which may be gone by now. */
  re: number | null;
  /** Whether it is a newcomer's first of the day; for staff and regulars to know. */
  isFirst: boolean;
  /** How many people reacted to it. */
  felt: number;
}

/** A message that staff have to decide on. */
export interface ReportedMessage extends StoredMessage {
  /** How many people reported it, as far as that counts. */
  reports: number;
  hidden: boolean;
  /** When the last one reported it, in milliseconds since the epoch. */
  reportedAt: number;
}

/** What an event hid and staff have not decided on. */
export interface HiddenMessages {
  /** The `seq` of that event. */
  act: number;
  /** How many are still hidden. */
  count: number;
  /** The last of them, oldest first. */
  messages: StoredMessage[];
}

/**
 * The room's one log. Every change is one transaction under one lock, so changes of all nodes
 * have one order and `seq` has no gaps. A promise that resolves means committed and synced. One
 * that rejects leaves that open: the change may have been committed, so ask again.
 */
/** A place of the log, by which two readers can tell that they were given the same up to there. */
export interface LogHead {
  epoch: string;
  day: string;
  seq: number;
  /** Empty where the place is not linked to those before it. */
  hash: string;
}

export interface Log {
  state(): Promise<RoomState>;
  /** At most once for each (sender, ref); limits and bans hold across all nodes. */
  append(submissions: readonly Submission[], at: number): Promise<Appended>;
  /**
   * Runs one command in one transaction, which also checks the actor's right: after a ban, for
   * example, nothing of that account can follow. What staff do at `at` is kept in the audit log.
   * Throws Refusal.
   */
  apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    at: number,
  ): Promise<Change<CommandResult<Name>>>;
  /** Runs commands one after another in one transaction. For each what came of it; rejects as `append` does. */
  applyAll(asks: readonly Ask[], at: number): Promise<Change<SharedOutcome[]>>;
  /** Writes about as much as a message needs and deletes it again: rejects if an append would fail. */
  checkWritable(): Promise<void>;
  /**
   * Ends every earlier day and begins `day`, with the topic that was planned for it, else the next
   * of the rotation, else `usual`. `at` is the time for the receipt. Idempotent, on any node.
   */
  turnDay(day: string, usual: Topic, at: number): Promise<Change<boolean>>;
  /**
   * Events after `seq`, without gaps: a position whose event is gone, or is not what was stored, gives
   * `quiet`. No message from before `day`. Throws LogReplaced.
   */
  after(seq: number, limit: number, day: string): Promise<RoomEvent[]>;
  /** The last `limit` messages of `day` or later before `before`, oldest first. */
  history(day: string, limit: number, before?: number): Promise<StoredMessage[]>;
  /** The first `limit` messages of `day` or later after `seq`, oldest first. */
  messagesAfter(day: string, seq: number, limit: number): Promise<StoredMessage[]>;
  /** Newest first. */
  newest(day: string, skip: number, limit: number): Promise<StoredMessage[]>;
  counts(day: string, since: number): Promise<{ today: number; recent: number }>;
  /** What admins prepared for the days to come. */
  topics(): Promise<TopicPlan>;
  /** What was reported of `day` or later and staff have not decided on, the last report first. */
  reports(day: string): Promise<ReportedMessage[]>;
  /** What the shield hid of `day` or later and staff have not decided on, the last raising first. */
  hidden(day: string): Promise<HiddenMessages[]>;
  /** The place `seq` of today, or the last one; throws Refusal `not_found`. */
  head(seq: number | null): Promise<LogHead>;
  /** The last `limit` acts of staff whose id is below `before`, newest first. */
  audit(limit: number, before: number): Promise<AuditEntry[]>;
  /**
   * Calls `ring` with the new last `seq` when any node appended, or without one when calls may
   * have been lost. Resolves to false where there can be no other node.
   */
  follow(ring: (seq?: number) => void): Promise<boolean>;
}

/** A visitor without an account: one identity until midnight, with a name that changes. */
export interface Guest {
  id: string;
  day: string;
  name: string;
  /** When the name changes, in milliseconds since the epoch; null where it is kept until midnight. */
  nameUntil: number | null;
  /** When its pass was issued; for who was there before midnight, a time before the day began. */
  since: number;
  /** Whether a proof of work was given for it. */
  isProved: boolean;
  /** Whether it took the place of one of the day before, however late that was issued. */
  cameBefore: boolean;
  /** Whether no pass of this day or the one before was shown. */
  isNew: boolean;
  /** Whoever shows this pass is this guest. */
  pass: string;
}

export interface Guests {
  /**
   * The guest of this pass, or a new one if the pass is missing, not ours, or older. A pass of the day
   * before is that of one new guest, whoever asks and however often, on every node.
   */
  admit(pass: string | undefined, day: string): Promise<Guest>;
  /** The same guest with another name. */
  roll(pass: string, day: string): Promise<Guest>;
  /** The same guest, whose name stays until midnight, or until it is rolled. */
  keep(pass: string, day: string): Promise<Guest>;
  /** What this guest would have to solve. */
  challenge(guest: Pick<Guest, "id" | "day">): Promise<Challenge>;
  /** The same guest, proved; null where this proves nothing. Each challenge is taken once. */
  prove(pass: string, day: string, proof: Proof): Promise<Guest | null>;
}

/** A keyed hash, of a client's address above all. The key is destroyed with the day, so nobody can compute it later. */
export type AddressHash = (address: string, day: string) => Promise<string>;

/** Whom a request comes from. */
export interface Caller {
  address: string;
  /** The network that contains the address, for limits on many addresses at once. */
  range: string;
  /** Whether its `Origin` may use the room. True if there is none: a script sends none. */
  originAllowed: boolean;
}

/** How many people a node holds; `here` is the one that was asked. */
export interface NodeShare {
  here: boolean;
  people: number;
}

/** The nodes that serve one room. */
export interface Nodes {
  /**
   * Stores this node's number of clients and returns the sum of the others'. A node that stops
   * reporting is left out.
   */
  report(here: number, at: number): Promise<number>;
  /** The time of the database, which all nodes share. Milliseconds since the epoch. */
  time(): Promise<number>;
  /** How many clients each of the others has that reported lately. */
  others(at: number): Promise<number[]>;
  leave(): Promise<void>;
}
