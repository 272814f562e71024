/** Finds out who a socket is, from its hello or its upgrade, and limits how often it may try. */
import type { Accounts } from "../accounts/accounts.ts";
import { senderOf } from "../accounts/sender.ts";
import { type Banned, banned } from "../events/banned.ts";
import type { Subject } from "../events/sanction.ts";
import type { ActLimits } from "../room/act-limits.ts";
import { dayAt, isoIn } from "../room/day.ts";
import type { AddressHash, Clock, Guest, Guests, Logger } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { banOf } from "../room/sanctions.ts";
import type { Hello, You } from "../wire/frames.ts";
import type { Ending } from "../wire/limits.ts";
import { FRAME_LIMITS } from "./frame-limits.ts";
import { end, type Socket } from "./session.ts";

export interface Identities {
  accounts: Pick<Accounts, "identify" | "senderKeyOf">;
  guests: Guests;
  limits: ActLimits;
  addressHash: AddressHash;
  room: Pick<Room, "state" | "timezone">;
  /** Told of each new pass that is issued. */
  issuedPass: () => void;
  clock: Clock;
}

/** Throws Refusal `rate_limited`, `not_signed_in` or `banned`. */
export async function identify(
  socket: Socket,
  { token, guest }: Pick<Hello, "token" | "guest">,
  day: string,
  parts: Identities,
): Promise<void> {
  if (token !== undefined) return signIn(socket, token, parts);
  const admitted = await parts.guests.admit(guest, day);
  const source = { sender: guestKey(admitted), range: socket.data.range };
  parts.limits.spend("hello", FRAME_LIMITS.hello, source);
  if (admitted.isNew) parts.issuedPass();
  await rangeOf(socket, day, parts.addressHash);
  becomeGuest(socket, admitted, parts.room);
  if (socket.data.sender) refuseBanned(socket.data.sender, parts);
}

/** Throws Refusal `banned`. */
export function refuseBanned(
  subject: Subject,
  { room, clock }: Pick<Identities, "room" | "clock">,
) {
  if (banOf(room.state, subject, clock.now())) {
    throw new Refusal("banned", "You are banned until midnight.");
  }
}

/** What whoever was refused as `banned` is told of it. An account banned before there were sanctions has neither an end nor a reason. */
export async function banToldTo(
  socket: Socket,
  { token }: Pick<Hello, "token">,
  { accounts, room, clock }: Pick<Identities, "accounts" | "room" | "clock">,
): Promise<Banned> {
  const key = token === undefined ? null : await accounts.senderKeyOf(token);
  const subject = socket.data.sender ?? { key, range: null, since: null };
  return banned(banOf(room.state, subject, clock.now()) ?? { until: null, reason: null });
}

/** The keyed hash of the socket's range, of this day. */
export async function rangeOf({ data }: Socket, day: string, addressHash: AddressHash) {
  if (data.rangeHash?.day === day) return data.rangeHash.hash;
  const hash = await addressHash(data.range, day);
  data.rangeHash = { day, hash };
  return hash;
}

/**
 * The limit counts for the account, not for the address, which many guests may share. The account
 * is read twice: a ban between the two reads either closes the socket, because its sender is set by
 * then, or fails the second read. Throws Refusal `rate_limited`, `not_signed_in` or `banned`.
 */
export async function signIn(
  socket: Socket,
  token: string,
  { accounts, limits, clock }: Pick<Identities, "accounts" | "limits" | "clock">,
): Promise<void> {
  const sender = await accounts.senderKeyOf(token);
  const range = sender === null ? socket.data.range : null;
  limits.spend("hello", FRAME_LIMITS.hello, { sender, range });
  const { user, tokenId, expires } = await accounts.identify(token);
  socket.data.sender = senderOf(user);
  socket.data.token = { id: tokenId, expires };
  await accounts.identify(token);
  if (socket.data.open) endWithToken(socket, expires, clock);
}

/** A socket is nobody's once its token has expired, though it says nothing more. */
function endWithToken(socket: Socket, expires: number, clock: Clock): void {
  socket.data.cancelExpiry = clock.after(Math.max(0, expires - clock.now()), () =>
    end(socket, "signed_out"),
  );
}

/** How to close a socket that was not accepted. After an error of the room, its client reconnects. */
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

export function becomeGuest(socket: Socket, guest: Guest, room: Pick<Room, "timezone">): void {
  socket.data.guest = guest;
  const { name, since, day } = guest;
  const { rangeHash } = socket.data;
  const range = rangeHash?.day === day ? rangeHash.hash : null;
  const key = guestKey(guest);
  const wasHere = dayAt(since, room.timezone) < day;
  socket.data.sender = { key, name, kind: "guest", userId: null, day, range, since, wasHere };
}

function guestKey({ id }: Guest): string {
  return `g:${id}`;
}

/** Whom the welcome names. */
export function you({ data: { sender, guest } }: Socket): You {
  const { name, kind } = sender ?? { name: "", kind: "guest" };
  if (!guest) return { name, kind };
  const { pass, nameUntil } = guest;
  return { name, kind, guest: pass, until: nameUntil === null ? null : isoIn("UTC", nameUntil) };
}
