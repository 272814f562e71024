/** What clients sent, were told and saw, and what the store holds in the end. */
import type { LogEvent } from "../src/wire/frames.ts";

/** One connection of a client, from its welcome on. */
export interface Run {
  /** When it said hello, and was welcomed, by `performance.now()`. */
  start: number;
  end: number;
  /** Undefined where the node is of a version that names none. */
  epoch: string | undefined;
  /** The last place the client held, if it asked to go on from there. */
  after: number | undefined;
  recovered: boolean;
  /** The head of the log in the welcome. */
  head: number;
  /** In the order in which they came. */
  events: LogEvent[];
  /** When each of them came. */
  seenAt: number[];
}

export interface Witness {
  name: string;
  /** The text of each ref; no two are the same. */
  sent: Map<string, string>;
  acked: Map<string, number>;
  /** The epoch of the log in which each ref was acknowledged, where that is known. */
  ackedIn: Map<string, string>;
  /** When each ref was first sent, and first acknowledged. */
  sentAt: Map<string, number>;
  ackedAt: Map<string, number>;
  /** Refs without an answer when the day ended: nothing is promised for them any more. */
  forgotten: Set<string>;
  runs: Run[];
  /** What the protocol does not allow, as it came. */
  complaints: string[];
  /** How often a message was refused for a while. */
  refused: number;
}

export interface Stored {
  head: number;
  epoch: string;
  day: string;
  messages: { id: number; text: string; day: string }[];
  events: { seq: number; kind: string; data: string | null }[];
}

export function newWitness(name: string): Witness {
  return {
    name,
    sent: new Map(),
    acked: new Map(),
    ackedIn: new Map(),
    sentAt: new Map(),
    ackedAt: new Map(),
    forgotten: new Set(),
    runs: [],
    complaints: [],
    refused: 0,
  };
}
