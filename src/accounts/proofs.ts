import { CappedMap, createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey as pbkdf2 } from "altcha-lib/algorithms/web/pbkdf2";
import type { Clock, Guest } from "../room/ports.ts";
import { PROOF_ITERATIONS, PROOF_TRIES, PROOF_WITHIN_MS } from "../wire/limits.ts";
import { Challenge, type Proof } from "../wire/proof.ts";
import { deriveKey } from "./derive-key.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

/** Used challenges that are remembered. Forgetting one early costs nothing: it proves its own pass alone. */
const REMEMBERED = 10_000;

/** Challenges without a table: each is signed, and names the guest and the day that it is for. */
export class SignedProofs {
  readonly #keys: Keys<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }>;
  readonly #clock: Clock;
  readonly #used = new CappedMap<string, true>({ maxSize: REMEMBERED });

  constructor(secrets: Secrets, clock: Clock) {
    this.#keys = new Keys(secrets, (secret) => ({
      hmacSignatureSecret: deriveKey(secret, "proofs").toString("hex"),
      hmacKeySignatureSecret: deriveKey(secret, "solutions of proofs").toString("hex"),
    }));
    this.#clock = clock;
  }

  async challenge({ id: guest, day }: Pick<Guest, "id" | "day">): Promise<Challenge> {
    const made = await createChallenge({
      ...this.#keys.signing,
      algorithm: "PBKDF2/SHA-256",
      cost: PROOF_ITERATIONS,
      counter: randomInt(PROOF_TRIES),
      deriveKey: pbkdf2,
      data: { guest, day, until: this.#clock.now() + PROOF_WITHIN_MS },
    });
    return Challenge.parse(made);
  }

  /** Whether it is a solution of a challenge for this guest that was not used before. */
  async accepts({ id, day }: Pick<Guest, "id" | "day">, proof: Proof): Promise<boolean> {
    const { challenge } = proof;
    const { data } = challenge.parameters;
    if (data.guest !== id || data.day !== day || data.until <= this.#clock.now()) return false;
    if (!(await this.#isSolved(proof)) || this.#used.has(challenge.signature)) return false;
    this.#used.set(challenge.signature, true);
    return true;
  }

  async #isSolved(proof: Proof): Promise<boolean> {
    for (const key of this.#keys.believed) {
      const { verified } = await verifySolution({ ...proof, ...key, deriveKey: pbkdf2 });
      if (verified) return true;
    }
    return false;
  }
}
