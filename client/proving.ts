import type { Mode, You } from "../src/wire/frames.ts";
import type { Challenge, Proof } from "../src/wire/proof.ts";
import type { Link } from "./link.ts";

/** A proof is refused where its time was over. More often than this, something else is wrong. */
const MOST_TRIES = 3;

export interface ProvingListener {
  solve(challenge: Challenge): Promise<Proof["solution"]>;
  /** One is being worked out, or no more. */
  changed(): void;
  /** Nothing has to be proved any more. */
  settled(): void;
  failed(): void;
}

/** The proof of work that a new guest's pass costs under the shield, worked out in the background. */
export class Proving {
  readonly #link: Pick<Link, "send">;
  readonly #listener: ProvingListener;
  #isBusy = false;
  /** The shield under which it was asked for: since when it was up. */
  #askedUnder = "";
  /** The signature of what was solved last: it may be asked for again before its answer came. */
  #solved = "";
  #tries = 0;

  constructor(link: Pick<Link, "send">, listener: ProvingListener) {
    this.#link = link;
    this.#listener = listener;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Somebody begins to write: what it takes to be heard is asked for now, so that it is there in time. */
  prepare(shield: Mode["shield"], you: You | undefined): void {
    if (!shield.on || shield.since === this.#askedUnder || you?.kind !== "guest") return;
    if (this.#link.send({ type: "proof" })) this.#askedUnder = shield.since;
  }

  asked(challenge: Challenge | null): void {
    if (challenge) {
      void this.#solve(challenge);
    } else if (this.#tries > 0) {
      this.#tries = 0;
      this.#listener.settled();
    }
  }

  async #solve(challenge: Challenge): Promise<void> {
    if (this.#isBusy || challenge.signature === this.#solved) return;
    if (++this.#tries > MOST_TRIES) return this.#giveUp();
    this.#setBusy(true);
    try {
      const solution = await this.#listener.solve(challenge);
      // On a connection that broke meanwhile, it is asked for again with what is said again.
      if (this.#link.send({ type: "proof", proof: { challenge, solution } })) {
        this.#solved = challenge.signature;
      }
    } catch (error) {
      console.error("The proof did not work out.", error);
      this.#giveUp();
    } finally {
      this.#setBusy(false);
    }
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#listener.changed();
  }

  #giveUp(): void {
    this.#tries = 0;
    this.#listener.failed();
  }
}
