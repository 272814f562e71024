import type { MessageEvent as Message, ServerEvent } from "../src/wire/frames.ts";
import type { Handlers } from "./handlers.ts";
import type { LinkState } from "./link-state.ts";

export interface Options {
  /** Who to come in as: a token of `POST /api/auth/login`, or the pass of an earlier `you`. */
  token?: string;
  guest?: string;
  /** What somebody said. `isBacklog`: before one came. */
  message?(message: Message, about: { isMine: boolean; isBacklog: boolean }): void;
  /** Every other kind of event, once the client itself has taken it. */
  on?: Partial<Omit<Handlers, "message">>;
  /** Whether an event is as the protocol says, for who trusts no server; what is not, is left out. */
  isSound?(event: ServerEvent): boolean;
  linkChanged?(state: LinkState): void;
  /** The sign-in is over: what waits is given up, and one goes on as a guest. */
  signedOut?(): void;
}

export interface Today {
  day: string;
  topic: string;
  rules: string;
  timezone: string;
  /** In milliseconds, by the room's clock. */
  wipesAt: number;
}
