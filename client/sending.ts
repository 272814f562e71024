import type { MessageEvent as Message, Mode, ServerEvent, You } from "../src/wire/frames.ts";
import type { Challenge } from "../src/wire/proof.ts";
import type { Link } from "./link.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { Proving, type ProvingListener } from "./proving.ts";

export type Refused = Extract<ServerEvent, { type: "refused" }>;

/** A message unanswered for this long means a connection that is dead without knowing it. */
const ANSWER_WITHIN_MS = 15_000;
/** What waits for a proof is answered that much later. */
const PROOF_WITHIN_MS = 60_000;

export interface SendingListener extends Pick<ProvingListener, "solve"> {
  /** A message was added, or taken back or given up. */
  outboxChanged(): void;
  /** What is waited for, until when, or whether a proof is worked out. */
  waitChanged(): void;
}

/** What is said here: kept from the first moment, sent, and sent again until the room has it. */
export class Sending {
  readonly #outbox: Outbox;
  readonly #link: Pick<Link, "send" | "isOpen" | "reconnect">;
  readonly #listener: SendingListener;
  readonly #proving: Proving;
  #lastSay = 0;
  #againAt = 0;
  #blockedUntil = 0;

  /** `noProof` is why a message fails for which no proof worked out. */
  constructor(
    link: Pick<Link, "send" | "isOpen" | "reconnect">,
    listener: SendingListener,
    { restored = [], noProof }: { restored?: readonly Pending[]; noProof: string },
  ) {
    this.#link = link;
    this.#listener = listener;
    this.#outbox = new Outbox(restored);
    this.#proving = new Proving(link, {
      solve: (challenge) => listener.solve(challenge),
      changed: () => listener.waitChanged(),
      settled: () => this.sendAgain(),
      failed: () => this.giveUp(noProof),
    });
  }

  get pending(): readonly Pending[] {
    return this.#outbox.pending;
  }

  /** Until when, by this machine's clock, nothing is taken that is said. */
  get blockedUntil(): number {
    return this.#blockedUntil;
  }

  /** When what waits in slow mode is sent again; 0 where nothing does. */
  get againAt(): number {
    return this.#againAt;
  }

  get isProving(): boolean {
    return this.#proving.isBusy;
  }

  /** Looks at what waits; to be called about once a second. */
  tick(time: number): void {
    if (this.#againAt > 0 && time >= this.#againAt) this.sendAgain();
    if (!this.#link.isOpen || this.#outbox.unanswered.length === 0) return;
    if (time - this.#lastSay > ANSWER_WITHIN_MS) this.#link.reconnect();
  }

  /** Says by which ref it is answered. `at` is by the room's clock. */
  say(text: string, you: You | undefined, day: string, at: number): string {
    const pending = this.#outbox.add(text, you?.name ?? "", day, at);
    this.#send(pending);
    this.#listener.outboxChanged();
    return pending.ref;
  }

  /** As a message of its own; says which text it was. */
  takeBack(ref: string): string | undefined {
    const taken = this.#outbox.remove(ref);
    this.#listener.outboxChanged();
    return taken?.text;
  }

  /** What has no answer by now will get none. */
  giveUp(why: string): void {
    for (const { ref } of this.#outbox.unanswered) this.#outbox.fail(ref, why);
    this.#listener.outboxChanged();
  }

  /** What was said on another day can no longer be said with its ref. */
  giveUpBefore(day: string, why: string): void {
    this.#outbox.failBefore(day, why);
  }

  sendAgain(): void {
    this.#waitUntil({ againAt: 0 });
    for (const pending of this.#outbox.unanswered) this.#send(pending);
  }

  acknowledged(ref: string, seq: number): void {
    this.#outbox.acknowledge(ref, seq);
  }

  /** The room is slower than before, or not slow any more: what waits is tried, and told anew how long. */
  slowed(): void {
    if (this.#againAt === 0) return;
    this.#waitUntil({ blockedUntil: 0 });
    this.sendAgain();
  }

  /** It is in the room's line of newcomers: the answer comes later. */
  waits(seconds: number): void {
    this.#block(seconds);
    this.#lastSay = this.#blockedUntil;
  }

  /** In slow mode, before a newcomer's turn, and while a proof is worked out, it waits, and goes by itself; else it fails with `why`. */
  refused({ ref, code, retry_after, challenge }: Refused, why: string): void {
    // Who is muted is told the end apart, and when it changes.
    if (retry_after !== undefined && code !== "muted") this.#block(retry_after);
    const goesLater = code === "slow_mode" || (code === "newcomer" && retry_after !== undefined);
    if (goesLater) {
      this.#lastSay = this.#blockedUntil;
      this.#waitUntil({ againAt: this.#blockedUntil });
    } else if (challenge) this.#lastSay = Date.now() + PROOF_WITHIN_MS;
    else if (ref !== undefined) {
      const isTimed = retry_after !== undefined && code !== "muted";
      this.#outbox.fail(ref, why, isTimed ? this.#blockedUntil : undefined);
    }
    if (challenge) this.#proving.asked(challenge);
  }

  prepareProof(shield: Mode["shield"], you: You | undefined): void {
    this.#proving.prepare(shield, you);
  }

  askedForProof(challenge: Challenge | null): void {
    this.#proving.asked(challenge);
  }

  /** Whether the room's message is one of these; it then shows in its place. */
  recognize(message: Message, you: You | undefined): boolean {
    return this.#outbox.recognize(message, you);
  }

  /** As `Outbox.startOver`. */
  startOver(epoch: string | undefined): void {
    this.#outbox.startOver(epoch);
  }

  /** Lets go of what the room has shown up to `seq`. */
  settle(seq: number): void {
    this.#outbox.settle(seq);
  }

  #block(seconds: number): void {
    this.#waitUntil({ blockedUntil: Date.now() + seconds * 1_000 });
  }

  #waitUntil({ againAt = this.#againAt, blockedUntil = this.#blockedUntil }): void {
    this.#againAt = againAt;
    this.#blockedUntil = blockedUntil;
    this.#listener.waitChanged();
  }

  #send({ ref, text }: Pending): void {
    this.#lastSay = Date.now();
    this.#link.send({ type: "say", ref, text });
  }
}
