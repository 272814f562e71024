import type { RoomState } from "../events/kind.ts";
import type { Challenge } from "../wire/proof.ts";
import type { Guest } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { shieldAt } from "./shield.ts";

/** Whether what this guest says waits for a proof: the pass was issued since the shield was raised. */
export function owesProof(
  state: Pick<Readonly<RoomState>, "shield">,
  { since, isProved }: Pick<Guest, "since" | "isProved">,
  at: number,
): boolean {
  const shield = shieldAt(state, at);
  return shield !== null && !isProved && since >= shield.since;
}

export class ProofRequired extends Refusal {
  readonly challenge: Challenge;

  constructor(challenge: Challenge) {
    super("proof_required", "The shield is up: answer the challenge, then say it again.");
    this.challenge = challenge;
  }
}
