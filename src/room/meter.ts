import type { RefusalCode } from "../wire/frames.ts";

/** Counts what happens, for an operator who watches. No call knows who it was. */
export interface Meter {
  /** Somebody was refused something, on a socket or in a call. */
  refused(code: RefusalCode): void;
  /** A call was answered. */
  answered(status: number): void;
  /** A frame with so many events was made, of which the first waited for so long since it was stored. */
  framed(events: number, waitedMs: number): void;
  /** A frame was handed to so many sockets. */
  sent(sockets: number): void;
}

/** Where nobody watches. */
export const UNMETERED: Meter = {
  refused: () => undefined,
  answered: () => undefined,
  framed: () => undefined,
  sent: () => undefined,
};
