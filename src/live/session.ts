import type { ServerWebSocket } from "bun";
import type { SocketOwner } from "../events/kind.ts";
import type { Source } from "../room/act-limits.ts";
import { isStaff } from "../room/keys.ts";
import type { Caller, Clock, Guest, Sender } from "../room/ports.ts";
import type { ServerEvent } from "../wire/frames.ts";
import { CLOSE, type Ending, HELLO_WITHIN_MS } from "../wire/limits.ts";
import type { Challenge } from "../wire/proof.ts";
import type { Mode } from "./encoding.ts";
import type { Reading } from "./reading.ts";

/** The parts of a socket that the room uses. */
export type Socket = Pick<
  ServerWebSocket<Session>,
  | "data"
  | "send"
  | "close"
  | "subscribe"
  | "unsubscribe"
  | "getBufferedAmount"
  | "ping"
  | "terminate"
>;

/** A guest in plain mode. */
export interface Named {
  user: string;
  day: string;
  name: string;
  key: string;
}

/** What the server remembers of one socket. */
export interface Session {
  readonly mode: Mode;
  readonly address: string;
  readonly range: string;
  /** Whether only staff may stay: when it was opened the room was full for everyone else. */
  staffOnly: boolean;
  /** The token in the upgrade's `Authorization` header: plain mode has no hello. */
  readonly bearer: string | null;
  /** Null until it is known who it is. */
  sender: Sender | null;
  guest: Guest | null;
  /** What the guest was last asked to prove. */
  challenge: Promise<Challenge> | null;
  /** The keyed hash of `range`, and the day of its key. */
  rangeHash: { day: string; hash: string } | null;
  /** Of a guest in plain mode, who has no pass: when the socket was opened, and who spoke on it last. */
  plainGuest: { since: number; key: string | null } | null;
  /** What a guest in plain mode called itself last. */
  named: Named | null;
  token: { id: string; expires: number } | null;
  /** In v1, from the welcome on. */
  reading: Reading | null;
  /** Settles when the hello was answered. */
  hello: Promise<void> | null;
  cancelTimer: (() => void) | null;
  /** Of what ends it with its token. */
  cancelExpiry: (() => void) | null;
  /** Answers that wait to be sent in one frame. */
  answers: ServerEvent[] | null;
  /** Frames that wait for their commit. */
  inFlight: number;
  /** How many frames exceeded a limit. */
  excessFrames: number;
  /** When it was last told so, for each act. */
  toldExcess: Map<string, number> | null;
  /** How many frames were invalid. */
  invalidFrames: number;
  /** Called when the socket's buffer is empty or the socket is closed, if somebody waits for that. */
  drained: (() => void) | null;
  open: boolean;
  /** In which of the twenty turns it is pinged. */
  pingTurn: number;
  /** Pings since it last sent anything. */
  unanswered: number;
}

export function newSession(mode: Mode, { address, range }: Caller, bearer: string | null): Session {
  return {
    mode,
    address,
    range,
    staffOnly: false,
    bearer,
    sender: null,
    guest: null,
    challenge: null,
    rangeHash: null,
    plainGuest: null,
    named: null,
    token: null,
    reading: null,
    hello: null,
    cancelTimer: null,
    cancelExpiry: null,
    answers: null,
    inFlight: 0,
    excessFrames: 0,
    toldExcess: null,
    invalidFrames: 0,
    drained: null,
    open: true,
    pingTurn: 0,
    unanswered: 0,
  };
}

export function ownerOf({ sender, token, rangeHash, plainGuest }: Session): SocketOwner {
  return {
    key: sender?.key ?? plainGuest?.key ?? null,
    userId: sender?.userId ?? null,
    tokenId: token?.id ?? null,
    isStaff: sender !== null && isStaff(sender.kind),
    range: rangeHash?.hash ?? null,
    since: sender ? sender.since : (plainGuest?.since ?? null),
  };
}

export function end(socket: Socket, ending: Ending): void {
  const { code, reason } = CLOSE[ending];
  socket.close(code, reason);
}

export function expectHello(socket: Socket, clock: Clock): void {
  socket.data.cancelTimer = clock.after(HELLO_WITHIN_MS, () => end(socket, "idle_before_hello"));
}

/** Whether the room is full for this socket. Use it after the sender is known. */
export function isTurnedAway({ data: { staffOnly, sender } }: Socket): boolean {
  return staffOnly && !(sender && isStaff(sender.kind));
}

/** Whom a frame is counted for. A guest can get any number of passes, so the range limits guests. */
export function sourceOf({ data: { sender, address, range } }: Socket): Source {
  return { sender: sender?.key ?? address, range };
}
