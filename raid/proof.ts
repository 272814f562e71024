/** The proof of work that a room asks for under its shield, worked out beside this thread. */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge, Proof } from "../src/wire/proof.ts";

export class Prover {
  #isBusy = false;

  /** Null where one is under way, and for what cannot be solved. */
  async solve(challenge: Challenge): Promise<Proof | null> {
    if (this.#isBusy) return null;
    this.#isBusy = true;
    const found = await solveChallenge({ challenge, deriveKey });
    this.#isBusy = false;
    if (!found) return null;
    return {
      challenge,
      solution: { counter: found.counter, derivedKey: found.derivedKey },
    };
  }
}
