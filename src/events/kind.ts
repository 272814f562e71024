/** What one kind of event brings. Everything that handles events asks the table in kinds.ts. */
import { z } from "zod";
import type { Ending } from "../wire/limits.ts";
import type { MessageEvent } from "../wire/message.ts";
import { seq } from "../wire/values.ts";
import type { Banned } from "./banned.ts";
import type { Muted } from "./muted.ts";
import type { Reports } from "./reports.ts";
import type { Sanction, Subject } from "./sanction.ts";
import type { Shield } from "./shield.ts";

/** The room at one position of the log. */
export interface RoomState {
  seq: number;
  /** Tells the log from another one with the same positions. */
  epoch: string;
  day: string;
  /** Of the room's midnight; empty where the store was told none. */
  timezone: string;
  topic: string;
  rules: string;
  /** The `seq` of the event that emptied the room today; 0 where nobody did. */
  cleared: number;
  /** How long each sender waits between two messages; staff do not. 0: as long as they like. */
  slowSeconds: number;
  /** Null where it is down. Until a node has ended it, it may be over: see `shieldAt`. */
  shield: Shield | null;
  /** Those in force, and those that ended a moment ago. Oldest first. */
  sanctions: readonly Sanction[];
}

/** What a joining client is given, as an event may change it. */
export interface ReplayMemory {
  add(message: MessageEvent): void;
  /** The text is let go; its position in the log stays, as `quiet`. */
  remove(id: number): void;
  /** They stand at their positions again. */
  restore(messages: readonly MessageEvent[]): void;
  /** Nothing before this event is given to anyone any more. */
  beginWith(event: { seq: number }): void;
  count(id: number, felt: number): void;
}

/** A row of the table `events`, beside `seq` and `kind`. */
export interface Columns {
  id: number | null;
  data: string | null;
}

/** Who is behind a socket. */
export interface SocketOwner extends Subject {
  userId: number | null;
  tokenId: string | null;
  isStaff: boolean;
}

/** A message in plain mode. */
export type PlainMessage = Pick<MessageEvent, "user" | "text" | "timestamp" | "id" | "kind" | "re">;

/** `nodes`: clients see the event as `quiet`. */
type Audience = "everyone" | "nodes";

/** Every member is asked of every kind, so that none is forgotten. Methods, so that they take any event of the table. */
export interface Aspects<Event> {
  /** For the reference of the socket: what has happened, in a few words. */
  means: string;
  audience: Audience;
  /** The row of the table `events`. `read` need not check: what it gives is parsed by the schema. */
  write(event: Event): Columns;
  read(columns: Columns): object;
  /** The room after it; `seq` is taken care of. */
  state(state: RoomState, event: Event): RoomState;
  replay(memory: ReplayMemory, event: Event): void;
  /** In plain mode: a message, a sentence that the system says, or nothing. */
  plain(event: Event, before: RoomState): PlainMessage | string | null;
  /** A frame for the sockets of some owners alone, on every node; null for everybody else. */
  tells(event: Event, owner: SocketOwner): Muted | Banned | Reports | null;
  /** Whether it may have taken messages away that are to be destroyed. */
  withdraws: boolean;
  /** The sockets that it ends, on every node, and with which close code. */
  ends: { ending: Ending; matches(event: Event, owner: SocketOwner): boolean } | null;
}

export interface Kind<Event> extends Aspects<Event> {
  schema: z.ZodType<Event>;
}

/** `shape`: the members beside `type` and `seq`. */
export function kind<
  const Type extends string,
  Shape extends z.ZodRawShape,
  const To extends Audience,
>(
  type: Type,
  shape: Shape,
  aspects: Aspects<z.infer<ReturnType<typeof schemaOf<Type, Shape>>>> & { audience: To },
) {
  return { ...aspects, schema: schemaOf(type, shape) };
}

function schemaOf<const Type extends string, Shape extends z.ZodRawShape>(
  type: Type,
  shape: Shape,
) {
  return z.object({ type: z.literal(type), seq, ...shape });
}

/** The room stays as it is. */
export const unchanged = (state: RoomState) => state;

/** Nothing that a joining client is given changes. */
export const noReplay = () => undefined;

/** Plain mode has no form for it. */
export const noPlain = () => null;

/** No socket is told more than another. */
export const toNobody = () => null;
