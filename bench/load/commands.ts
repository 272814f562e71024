/** What the runner asks of the generator, and what it answers: one order at a time, over IPC. */

import { z } from "zod";
import { ProtocolName } from "./protocols.ts";

export const Join = z.object({
  do: z.literal("join"),
  port: z.int(),
  protocol: ProtocolName,
  clients: z.int(),
  /** Clients whose every message is looked into, spread evenly over the order of joining. */
  sampled: z.int(),
  /** A client has joined once it holds this many earlier messages. */
  backlog: z.int(),
});
export type JoinOrder = z.infer<typeof Join>;
export const Submission = z.object({
  do: z.literal("say"),
  /** Messages a second, all senders together. */
  rate: z.number(),
  ms: z.number(),
  /** How long to wait for what is still on its way. */
  drainMs: z.number(),
  /** So many of those who are away, as a share, come back to the end meanwhile. */
  returning: z.number(),
});
export type SayOrder = z.infer<typeof Submission>;
/** Shares of the clients that look further back, and that are away; the sampled ones stay at the end. */
export const Look = z.object({ do: z.literal("look"), back: z.number(), away: z.number() });
export type LookOrder = z.infer<typeof Look>;
export const Stall = z.object({ do: z.literal("stall"), share: z.number() });
/** Says without pause, each sender a window of messages ahead of its acks. */
export const Press = z.object({
  do: z.literal("press"),
  messages: z.int(),
  ms: z.number(),
  inFlight: z.int(),
});
export type PressOrder = z.infer<typeof Press>;
export const Register = z.object({ do: z.literal("register"), port: z.int() });
export const SignIn = z.object({
  do: z.literal("signIn"),
  port: z.int(),
  concurrency: z.int(),
  ms: z.number(),
});
export type SignInOrder = z.infer<typeof SignIn>;
export const Leave = z.object({ do: z.literal("leave") });
export const Order = z.discriminatedUnion("do", [
  Join,
  Submission,
  Look,
  Stall,
  Press,
  Register,
  SignIn,
  Leave,
]);
export type Order = z.infer<typeof Order>;

export const Joined = z.object({ joined: z.int(), ms: z.number(), endings: z.array(z.string()) });
export type Joined = z.infer<typeof Joined>;
export const Round = z.object({
  sent: z.int(),
  /** Messages times the clients that should have had them. */
  offered: z.int(),
  delivered: z.int(),
  /** Clients that do not hold each message exactly once. */
  wrong: z.int(),
  closed: z.int(),
  ms: z.number(),
  bytes: z.int(),
  /** WebSocket frames that reached a reader, those without a message too. */
  frames: z.int(),
  /** The most frames that one who was away all the time was sent, and their bytes. */
  awayFrames: z.int(),
  awayBytes: z.int(),
  /** Milliseconds from send to receipt, at the sampled clients. */
  p50: z.number(),
  p99: z.number(),
  max: z.number(),
  /** Median over the messages of the time until the last sampled client had it. */
  toLast: z.number(),
  /** Milliseconds by which the generator was late with its messages, at the 99th percentile. */
  late: z.number(),
});
export type Round = z.infer<typeof Round>;
export const Pressed = z.object({ acked: z.int(), refused: z.int(), ms: z.number() });
export type Pressed = z.infer<typeof Pressed>;
export const SignedIn = z.object({ ms: z.number(), statuses: z.record(z.string(), z.int()) });
export type SignedIn = z.infer<typeof SignedIn>;
export const Stalled = z.object({ stalled: z.int() });
/** How many look where. */
export const Looking = z.object({ back: z.int(), away: z.int() });
export const Nothing = z.object({});
export const Answer = z.union([z.object({ done: z.unknown() }), z.object({ failed: z.string() })]);
