import { signal } from "@preact/signals";
import type { Pending } from "../../../client/outbox.ts";
import { type Refused, Sending } from "../../../client/sending.ts";
import type { MessageEvent as Message, You } from "../../../src/wire/frames.ts";
import type { Challenge } from "../../../src/wire/proof.ts";
import { now, roomNow } from "../../shared/clock.ts";
import { loadPart } from "../../shared/load-part.ts";
import type { PageLink } from "../../shared/page-link.ts";
import { refusal } from "../../words/refusal.ts";
import { words } from "../../words/words.ts";
import { Cooling } from "./cooling.ts";
import { keepOutbox, recallOutbox } from "./identity.ts";
import type { Standing } from "./standing.ts";

/** What this page says, as it shows it; kept for a reload. */
export class Speech {
  readonly pending = signal<readonly Pending[]>([]);
  readonly blockedUntil = signal(0);
  /** When what waits in slow mode is sent again; 0 where nothing does. */
  readonly againAt = signal(0);
  readonly isProving = signal(false);
  readonly cooling: Cooling;
  readonly #sending: Sending;
  readonly #drawing: { request(): void };
  #kept: readonly Pending[];

  constructor(
    link: PageLink,
    drawing: { request(): void },
    stopped: string,
    muted: Standing["muted"],
  ) {
    this.cooling = new Cooling(muted);
    this.#drawing = drawing;
    this.#kept = recallOutbox();
    this.#sending = new Sending(
      link,
      {
        outboxChanged: () => this.#changed(),
        waitChanged: () => this.#showWait(),
        solve: async (challenge) => {
          const { solve } = await loadPart(() => import("../../../client/solve-proof.ts"));
          return solve(challenge);
        },
      },
      { restored: this.#kept, noProof: words.refused.proof_required },
    );
    link.state.subscribe((state) => {
      if (state.is === "ended") this.giveUp(stopped);
    });
    now.subscribe((time) => this.#sending.tick(time));
  }

  say(said: Pick<Pending, "text" | "re" | "day">, you: You | undefined): void {
    this.#sending.say({ ...said, at: roomNow.peek() }, you);
  }

  takeBack(ref: string): Pending | undefined {
    return this.#sending.takeBack(ref);
  }

  giveUp(why: string): void {
    this.#sending.giveUp(why);
  }

  giveUpBefore(day: string, why: string): void {
    this.#sending.giveUpBefore(day, why);
  }

  sendAgain(): void {
    this.#sending.sendAgain();
  }

  acknowledged(ref: string, seq: number): void {
    this.cooling.said();
    this.#sending.acknowledged(ref, seq);
  }

  slowed(): void {
    this.#sending.slowed();
  }

  waits(seconds: number): void {
    this.#sending.waits(seconds);
  }

  /** Says why. */
  refused(event: Refused): string {
    this.cooling.refused(event.code);
    const why = refusal(event.code, event.detail);
    this.#sending.refused(event, why);
    return why;
  }

  prepareProof({ shield, you }: Standing): void {
    this.#sending.prepareProof(shield.peek(), you.peek());
  }

  askedForProof(challenge: Challenge | null): void {
    this.#sending.askedForProof(challenge);
  }

  recognize(message: Message, you: You | undefined): boolean {
    return this.#sending.recognize(message, you);
  }

  startOver(epoch: string | undefined): void {
    this.#sending.startOver(epoch);
  }

  settle(seq: number): void {
    this.#sending.settle(seq);
  }

  draw(): void {
    this.#keep();
    this.pending.value = this.#sending.pending;
  }

  #showWait(): void {
    const { againAt, blockedUntil, isProving } = this.#sending;
    // The seconds left are counted from this moment, not from the last full second.
    if (blockedUntil > this.blockedUntil.peek()) now.value = Date.now();
    this.blockedUntil.value = blockedUntil;
    this.againAt.value = againAt;
    this.isProving.value = isProving;
  }

  /** Kept before it is drawn: a page that is closed now draws no more. */
  #changed(): void {
    this.#keep();
    this.#drawing.request();
  }

  #keep(): void {
    if (this.#kept === this.#sending.pending) return;
    this.#kept = this.#sending.pending;
    keepOutbox(this.#kept);
  }
}
