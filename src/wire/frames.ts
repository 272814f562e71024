/** Every frame of the WebSocket, once: the schemas validate, the types are inferred from them. */
import { z } from "zod";
import { Banned } from "../events/banned.ts";
import { First } from "../events/first.ts";
import { PUBLIC_SCHEMAS } from "../events/kinds.ts";
import { Muted } from "../events/muted.ts";
import { Reports } from "../events/reports.ts";
import { ShieldView } from "../events/shield.ts";
import { MOODS, REF_CHARS } from "./limits.ts";
import { Challenge, Proof } from "./proof.ts";
import { Kind, seq, timestamp } from "./values.ts";

export const SUBPROTOCOL = "rageroom.v1";

// ---- rageroom.v1, client to server: one object a frame

const Hello = z.object({
  type: z.literal("hello"),
  token: z.string().max(4_096).optional(),
  guest: z.string().max(1_024).optional(),
  after: seq.optional(),
  /** Of the log in which the client held `after`. */
  epoch: z.string().max(64).optional(),
});
const SayFrame = z.object({
  type: z.literal("say"),
  ref: z.string().min(1).max(REF_CHARS),
  text: z.string(),
  /** The message that it replies to. */
  re: seq.optional(),
});
/** A guest asks for another name; answered by `you`. */
const Roll = z.object({ type: z.literal("roll") });
/** A guest keeps the present name until midnight; answered by `you`. */
const Keep = z.object({ type: z.literal("keep") });
/** Takes back a message of one's own. */
const Erase = z.object({ type: z.literal("erase"), id: seq });
/** Takes back everything one said today; answered by `forgotten`. */
const Forget = z.object({ type: z.literal("forget") });
/** Brings back what one took back oneself, by the `seq` of its event, within UNDO_MS; answered by `restored`. */
const UndoFrame = z.object({ type: z.literal("undo"), act: seq });
/** “I hear you”: counted once for each message. */
const Feel = z.object({ type: z.literal("felt"), id: seq });
/** Without `proof`, asks what a guest would have to prove; with it, answered by `you` too. */
const ProofFrame = z.object({ type: z.literal("proof"), proof: Proof.optional() });
/** Tells staff of a message; answered by `reported`. */
const Report = z.object({ type: z.literal("report"), id: seq });
/** How one who was there left the day that just ended: counted once, in its receipt; answered by `mood`. */
const MoodFrame = z.object({ type: z.literal("mood"), mood: z.enum(MOODS) });
/** Where a reader looks: at the end of the log, further back, or away. `after` is the last `seq` they hold. */
const Look = z.object({
  type: z.literal("look"),
  at: z.enum(["end", "back", "away"]),
  after: seq.optional(),
});
export const ClientFrame = z.discriminatedUnion("type", [
  Hello,
  SayFrame,
  Roll,
  Keep,
  Erase,
  Forget,
  UndoFrame,
  Feel,
  ProofFrame,
  Report,
  MoodFrame,
  Look,
]);
export type Look = z.infer<typeof Look>;
export type Say = z.infer<typeof SayFrame>;
export type ClientFrame = z.infer<typeof ClientFrame>;
export type Hello = z.infer<typeof Hello>;

/** Plain mode: other members are ignored. */
export const PlainFrame = z.object({
  user: z.string().optional(),
  text: z.string(),
  /** The message that it replies to; what is none is ignored too. */
  re: seq.optional().catch(undefined),
});

/** What everyone is sent in plain mode; a notice of the System's has neither `id` nor `kind`. */
export const PlainEvent = z.object({
  user: z.string(),
  text: z.string(),
  timestamp,
  id: seq.optional(),
  kind: Kind.optional(),
  re: seq.optional(),
});

// ---- rageroom.v1, server to client: an array of events a frame

/** `guest` is the pass to come back with; it ends with the day. `until`: when a guest's name changes; null where it is kept until midnight. */
export const You = z.object({
  name: z.string(),
  kind: Kind,
  guest: z.string().optional(),
  until: timestamp.nullable().optional(),
});
export type You = z.infer<typeof You>;

export const RefusalCode = z.enum([
  "invalid",
  "empty",
  "too_long",
  "too_many_lines",
  "control_character",
  "not_allowed",
  "not_plannable",
  "rate_limited",
  "banned",
  "muted",
  "slow_mode",
  "proof_required",
  "shield_up",
  "newcomer",
  "repeated",
  "name_taken",
  "email_taken",
  "username_taken",
  "wrong_credentials",
  "wrong_password",
  "code_needed",
  "wrong_code",
  "common_password",
  "too_many_attempts",
  "not_signed_in",
  "not_admin",
  "not_staff",
  "admin_protected",
  "last_admin",
  "not_found",
  "setup_closed",
  "zone_fixed",
  "reset_closed",
  "busy",
  "unavailable",
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

/** How the room takes messages: see the event `mode`. */
const Mode = z.object({ slow_seconds: z.int().nonnegative(), shield: ShieldView });
export type Mode = z.infer<typeof Mode>;
const Welcome = z.object({
  type: z.literal("welcome"),
  you: You,
  day: z.iso.date(),
  /** Now: a client's own clock may be wrong. */
  time: timestamp,
  topic: z.string(),
  rules: z.string(),
  timezone: z.string(),
  wipes_at: timestamp,
  seq,
  /**
   * Tells the log from another one with the same positions: a client gives it back with `after`.
   * Absent from nodes of 0.1.0, which a client may meet while a room is upgraded.
   */
  epoch: z.string().optional(),
  /** As in `mode`. */
  mode: Mode,
  /** The `seq` of the event that emptied the room today, where an admin did. */
  cleared: seq.optional(),
  recovered: z.boolean(),
  online: z.int().nonnegative(),
});
/** The guest's name changed: rolled, or worn for its ten minutes. Or it is kept. */
const YouEvent = z.object({ type: z.literal("you"), you: You });
const Online = z.object({ type: z.literal("online"), count: z.int().nonnegative() });
const Ack = z.object({ type: z.literal("ack"), ref: z.string(), seq });
/** `act` is what to undo; absent where there was nothing. */
const Forgotten = z.object({
  type: z.literal("forgotten"),
  count: z.int().nonnegative(),
  act: seq.optional(),
});
/** Null where nothing has to be proved. */
const ProofWanted = z.object({ type: z.literal("proof"), challenge: Challenge.nullable() });
/** A newcomer's message waits for its turn, for so many seconds perhaps; then comes its `ack` or `refused`. */
const Waiting = z.object({ type: z.literal("waiting"), ref: z.string(), seconds: z.number() });
/** How many messages were said since a reader looked away. */
const Behind = z.object({ type: z.literal("behind"), count: z.int().nonnegative() });
const Reported = z.object({ type: z.literal("reported"), id: seq });
/** It is counted, now or before, in the receipt of that day. */
const MoodCounted = z.object({ type: z.literal("mood"), day: z.iso.date() });
const Refused = z.object({
  type: z.literal("refused"),
  ref: z.string().optional(),
  code: RefusalCode,
  detail: z.string(),
  /** Seconds. */
  retry_after: z.number().optional(),
  /** Of `proof_required`: what has to be solved. */
  challenge: Challenge.optional(),
});
export const ServerEvent = z.discriminatedUnion("type", [
  Welcome,
  YouEvent,
  ...PUBLIC_SCHEMAS,
  Online,
  Ack,
  Forgotten,
  ProofWanted,
  Muted,
  Banned,
  Waiting,
  Reports,
  First,
  Reported,
  MoodCounted,
  Behind,
  Refused,
]);
export type { LogEvent } from "../events/kinds.ts";
export type { MessageEvent } from "./message.ts";
export type ServerEvent = z.infer<typeof ServerEvent>;
export const ServerFrame = z.array(ServerEvent);
