import { signal } from "@preact/signals";
import type { Link } from "../../shared/link.ts";
import { loadPart } from "../../shared/load-part.ts";
import type { Challenge } from "./solve-proof.ts";
import type { Standing } from "./standing.ts";

/** A proof is refused where its time was over. More often than this, something else is wrong. */
const MOST_TRIES = 3;

/** The proof of work that a new guest's pass costs under the shield, worked out in the background. */
export class Proving {
  readonly isBusy = signal(false);
  readonly #link: Pick<Link, "send">;
  readonly #settled: () => void;
  readonly #failed: () => void;
  /** The shield under which it was asked for: since when it was up. */
  #askedUnder = "";
  /** The signature of what was solved last: it may be asked for again before its answer came. */
  #solved = "";
  #tries = 0;

  /** `settled`: nothing has to be proved any more. */
  constructor(link: Pick<Link, "send">, settled: () => void, failed: () => void) {
    this.#link = link;
    this.#settled = settled;
    this.#failed = failed;
  }

  /** Somebody begins to write: what it takes to be heard is asked for now, so that it is there in time. */
  prepare({ shield, you }: Standing): void {
    const up = shield.peek();
    if (!up.on || up.since === this.#askedUnder || you.peek()?.kind !== "guest") return;
    if (this.#link.send({ type: "proof" })) this.#askedUnder = up.since;
  }

  asked(challenge: Challenge | null): void {
    if (challenge) {
      void this.#solve(challenge);
    } else if (this.#tries > 0) {
      this.#tries = 0;
      this.#settled();
    }
  }

  async #solve(challenge: Challenge): Promise<void> {
    if (this.isBusy.peek() || challenge.signature === this.#solved) return;
    if (++this.#tries > MOST_TRIES) return this.#giveUp();
    this.isBusy.value = true;
    try {
      const { solve } = await loadPart(() => import("./solve-proof.ts"));
      const solution = await solve(challenge);
      // On a connection that broke meanwhile, it is asked for again with what is said again.
      if (this.#link.send({ type: "proof", proof: { challenge, solution } })) {
        this.#solved = challenge.signature;
      }
    } catch (error) {
      console.error("The proof did not work out.", error);
      this.#giveUp();
    } finally {
      this.isBusy.value = false;
    }
  }

  #giveUp(): void {
    this.#tries = 0;
    this.#failed();
  }
}
