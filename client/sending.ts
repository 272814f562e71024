import type { MessageEvent as Message, Mode, ServerEvent, You } from "../src/wire/frames.ts";
import type { Challenge } from "../src/wire/proof.ts";
import { backoff } from "./backoff.ts";
import type { Link } from "./link.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { Proving, type ProvingListener } from "./proving.ts";

export type Refused = Extract<ServerEvent, { type: "refused" }>;

/** If a message has no answer after this time, the connection is dead. */
const ANSWER_WITHIN_MS = 15_000;
/** The same for a message that needs a proof. */
const PROOF_WITHIN_MS = 60_000;

export interface SendingListener extends Pick<ProvingListener, "solve"> {
  /** A message was added, taken back or given up. */
  outboxChanged(): void;
  /** `blockedUntil`, `againAt` or `isProving` has changed. */
  waitChanged(): void;
}

/** The messages of this client: each is kept at once, sent, and sent again until the room has stored it. */
export class Sending {
  readonly #outbox: Outbox;
  readonly #link: Pick<Link, "send" | "isOpen" | "reconnect">;
  readonly #listener: SendingListener;
  readonly #proving: Proving;
  /** Refused for now. One of them is tried, and the others follow once the room has taken it. */
  readonly #held = new Set<string>();
  #tries = 0;
  #lastSay = 0;
  #againAt = 0;
  #blockedUntil = 0;

  /** `noProof`: why a message has failed, in words for the reader, when no proof was found. */
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

  /** Until this time, by this machine's clock, the room refuses every message. */
  get blockedUntil(): number {
    return this.#blockedUntil;
  }

  /** When the waiting messages are sent again; 0 if none is waiting. */
  get againAt(): number {
    return this.#againAt;
  }

  get isProving(): boolean {
    return this.#proving.isBusy;
  }

  /** To be called about once a second. */
  tick(time: number): void {
    if (this.#againAt > 0 && time >= this.#againAt) this.#goOn();
    if (!this.#link.isOpen || this.#outbox.unanswered.length === 0) return;
    if (time - this.#lastSay > ANSWER_WITHIN_MS) this.#link.reconnect();
  }

  /** Returns the ref of the answer. `at` is by the room's clock. */
  say(said: Pick<Pending, "text" | "re" | "day" | "at">, you: You | undefined): string {
    const pending = this.#outbox.add({ ...said, user: you?.name ?? "" });
    this.#send(pending);
    this.#listener.outboxChanged();
    return pending.ref;
  }

  /** Removes a message that was not stored, and returns it. */
  takeBack(ref: string): Pending | undefined {
    const taken = this.#outbox.remove(ref);
    this.#listener.outboxChanged();
    return taken;
  }

  /** Marks every message without an answer as failed. */
  giveUp(why: string): void {
    for (const { ref } of this.#outbox.unanswered) this.#outbox.fail(ref, why);
    this.#listener.outboxChanged();
  }

  /** Marks the messages of earlier days as failed: a ref is good for one day. */
  giveUpBefore(day: string, why: string): void {
    this.#outbox.failBefore(day, why);
  }

  sendAgain(): void {
    this.#held.clear();
    this.#waitUntil({ againAt: 0 });
    for (const pending of this.#outbox.unanswered) this.#send(pending);
  }

  acknowledged(ref: string, seq: number): void {
    this.#outbox.acknowledge(ref, seq);
    this.#release(ref);
  }

  /** Slow mode has changed. Waiting messages are sent again, and the answer says the new time to wait. */
  slowed(): void {
    if (this.#againAt === 0) return;
    this.#waitUntil({ blockedUntil: 0 });
    this.sendAgain();
  }

  /** The room has put the message into the queue of newcomers, so the answer comes later. */
  waits(seconds: number): void {
    this.#block(seconds);
    this.#lastSay = this.#blockedUntil;
  }

  /**
   * In slow mode, before a newcomer's turn, without a proof, and while the room cannot store it, the message waits and
   * is sent again. Otherwise it fails with `why`.
   */
  refused({ ref, code, retry_after, challenge }: Refused, why: string): void {
    // A muted sender gets the end of the mute in an event of its own.
    if (retry_after !== undefined && code !== "muted") this.#block(retry_after);
    const goesLater = code === "slow_mode" || (code === "newcomer" && retry_after !== undefined);
    const isHeld = code === "unavailable" || code === "busy";
    if (isHeld && ref !== undefined) this.#hold(ref);
    else if (goesLater) {
      this.#lastSay = this.#blockedUntil;
      this.#waitUntil({ againAt: this.#blockedUntil });
    } else if (challenge) this.#lastSay = Date.now() + PROOF_WITHIN_MS;
    else if (ref !== undefined) {
      const isTimed = retry_after !== undefined && code !== "muted";
      this.#outbox.fail(ref, why, isTimed ? this.#blockedUntil : undefined);
      this.#release(ref);
    }
    if (challenge) this.#proving.asked(challenge);
  }

  prepareProof(shield: Mode["shield"], you: You | undefined): void {
    this.#proving.prepare(shield, you);
  }

  askedForProof(challenge: Challenge | null): void {
    this.#proving.asked(challenge);
  }

  /** Whether the room's message is one of these. If so, it is shown in the place of that one. */
  recognize(message: Message, you: You | undefined): boolean {
    return this.#outbox.recognize(message, you);
  }

  /** As `Outbox.startOver`. */
  startOver(epoch: string | undefined): void {
    this.#outbox.startOver(epoch);
  }

  /** Removes the messages that the room has delivered, up to `seq`. */
  settle(seq: number): void {
    this.#outbox.settle(seq);
  }

  #hold(ref: string): void {
    this.#held.add(ref);
    if (this.#againAt > Date.now()) return;
    const wait = backoff(this.#tries++, Math.random());
    this.#lastSay = Math.max(Date.now(), this.#blockedUntil) + wait;
    this.#waitUntil({ againAt: this.#lastSay });
  }

  #goOn(): void {
    const next = this.#outbox.unanswered.find(({ ref }) => this.#held.has(ref));
    if (next) {
      this.#waitUntil({ againAt: 0 });
      this.#send(next);
    } else this.sendAgain();
  }

  /** The room has answered for good, so it answers the others too. */
  #release(ref: string): void {
    this.#tries = 0;
    this.#held.delete(ref);
    if (this.#held.size === 0) return;
    const held = this.#outbox.unanswered.filter((pending) => this.#held.has(pending.ref));
    this.#held.clear();
    this.#waitUntil({ againAt: 0 });
    for (const pending of held) this.#send(pending);
  }

  #block(seconds: number): void {
    this.#waitUntil({ blockedUntil: Date.now() + seconds * 1_000 });
  }

  #waitUntil({ againAt = this.#againAt, blockedUntil = this.#blockedUntil }): void {
    this.#againAt = againAt;
    this.#blockedUntil = blockedUntil;
    this.#listener.waitChanged();
  }

  #send({ ref, text, re }: Pending): void {
    this.#lastSay = Date.now();
    this.#link.send({ type: "say", ref, text, ...(re !== undefined && { re }) });
  }
}
