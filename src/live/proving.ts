/** What a pass that was issued under the shield costs before its guest may speak. */
import { owesProof, ProofRequired } from "../room/newcomer-proof.ts";
import type { Guest } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Challenge, Proof } from "../wire/proof.ts";
import type { Identities } from "./identify.ts";
import type { Session, Socket } from "./session.ts";

/** A challenge that ends sooner is not handed out again: it has to be worked on, too. */
const TIME_LEFT_MS = 60_000;

type Parts = Pick<Identities, "guests" | "room" | "clock">;

/** Throws Refusal `proof_required`, with the challenge. */
export async function demandProof({ data: session }: Socket, parts: Parts): Promise<void> {
  const { guest } = session;
  if (guest && isOwed(guest, parts))
    throw new ProofRequired(await challengeOf(session, guest, parts));
}

/** What this client has to solve; null where nothing is asked of it. */
export async function challengeFor({ data }: Socket, parts: Parts): Promise<Challenge | null> {
  const { guest } = data;
  return guest && isOwed(guest, parts) ? challengeOf(data, guest, parts) : null;
}

/** The same guest with a pass that says it was proved. Throws Refusal `proof_required`, with another challenge. */
export async function prove({ data: session }: Socket, proof: Proof, parts: Parts): Promise<Guest> {
  const { guest } = session;
  if (!guest) throw new Refusal("invalid", "Only a guest proves anything.");
  const proved = await parts.guests.prove(guest.pass, guest.day, proof);
  session.challenge = null;
  if (!proved) throw new ProofRequired(await challengeOf(session, guest, parts));
  return proved;
}

const isOwed = (guest: Guest, { room, clock }: Parts) => owesProof(room.state, guest, clock.now());

/** Made once for a socket: whoever asks again and again costs one. */
async function challengeOf(session: Session, guest: Guest, { guests, clock }: Parts) {
  const held = await session.challenge;
  const { guest: whose, until } = held?.parameters.data ?? { guest: "", until: 0 };
  if (held && whose === guest.id && until - TIME_LEFT_MS > clock.now()) return held;
  session.challenge = guests.challenge(guest);
  return session.challenge;
}
