/** Who a socket is: what its hello or its upgrade says, and how often that may be asked. */
import { type Accounts, senderOf } from "../accounts/accounts.ts";
import type { ActLimits } from "../room/act-limits.ts";
import type { Guest, Guests, Logger } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Hello, You } from "../wire/frames.ts";
import type { Ending } from "../wire/limits.ts";
import { FRAME_LIMITS } from "./frame-limits.ts";
import type { Socket } from "./session.ts";

export interface Identities {
  accounts: Pick<Accounts, "identify" | "senderKeyOf">;
  guests: Guests;
  limits: ActLimits;
}

/** Throws Refusal `rate_limited`, `not_signed_in` or `banned`. */
export async function identify(
  socket: Socket,
  { token, guest }: Pick<Hello, "token" | "guest">,
  day: string,
  parts: Identities,
): Promise<void> {
  if (token !== undefined) return signIn(socket, token, parts);
  const admitted = parts.guests.admit(guest, day);
  const source = { sender: guestKey(admitted), range: socket.data.range };
  parts.limits.spend("hello", FRAME_LIMITS.hello, source);
  becomeGuest(socket, admitted);
}

/**
 * Counted for the account alone: its range may be full of guests who come and go. The account is
 * read twice: a ban that the first answer is too early to know of finds the socket by its sender,
 * or is known to the second. Throws Refusal `rate_limited`, `not_signed_in` or `banned`.
 */
export async function signIn(
  socket: Socket,
  token: string,
  { accounts, limits }: Omit<Identities, "guests">,
): Promise<void> {
  const sender = await accounts.senderKeyOf(token);
  const range = sender === null ? socket.data.range : null;
  limits.spend("hello", FRAME_LIMITS.hello, { sender, range });
  const { user, tokenId, expires } = await accounts.identify(token);
  socket.data.sender = senderOf(user);
  socket.data.token = { id: tokenId, expires };
  await accounts.identify(token);
}

/** How a socket ends that could not be let in: where the room itself fails, it may come back. */
export function endingFor(error: unknown, logger: Logger): Ending {
  if (!(error instanceof Refusal)) {
    logger.error({ err: error }, "A socket could not be let in.");
  } else if (error.code === "banned") {
    return "banned";
  } else if (error.code === "not_signed_in") {
    return "signed_out";
  }
  return "going_away";
}

export function becomeGuest(socket: Socket, guest: Guest): void {
  socket.data.guest = guest;
  socket.data.sender = { key: guestKey(guest), name: guest.name, kind: "guest", userId: null };
}

function guestKey({ id }: Guest): string {
  return `g:${id}`;
}

/** Whom the welcome names. */
export function you({ data: { sender, guest } }: Socket): You {
  const { name, kind } = sender ?? { name: "", kind: "guest" };
  return guest ? { name, kind, guest: guest.pass } : { name, kind };
}
