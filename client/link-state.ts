import type { ServerEvent } from "../src/wire/frames.ts";
import type { CLOSE } from "../src/wire/limits.ts";

/** One of the ways the server ends a socket. */
export type Close = (typeof CLOSE)[keyof typeof CLOSE];

/** What the room says of a ban before it closes the socket. */
export type Ban = Extract<ServerEvent, { type: "banned" }>;

export type LinkState =
  | { is: "connecting" }
  | { is: "open" }
  | { is: "waiting"; until: number; why: Close | undefined }
  | { is: "ended"; why: Close; ban: Ban | undefined };

export type Welcome = Extract<ServerEvent, { type: "welcome" }>;

export interface Visitor {
  /** Who to come in as, asked anew at each try. */
  identify(): { token?: string; guest?: string };
  /**
   * Events of the log in order, each once, and those that are for this client alone. A welcome that is not
   * recovered comes together with its snapshot.
   */
  take(events: ServerEvent[]): void;
  /** The sign-in is over; the link comes back as a guest. */
  signedOut(): void;
  /** The connection is another; before what comes over it is taken. */
  changed(state: LinkState): void;
  /** Told before that of a welcome. */
  welcomed?(welcome: Welcome): void;
}
