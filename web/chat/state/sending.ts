import { signal } from "@preact/signals";
import type { MessageEvent as Message, ServerEvent, You } from "../../../src/wire/frames.ts";
import { now, roomNow } from "../../shared/clock.ts";
import type { Link } from "../../shared/link.ts";
import { refusal } from "../../words/refusal.ts";
import { words } from "../../words/words.ts";
import { keepOutbox, recallOutbox } from "./identity.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { Proving } from "./proving.ts";

type Refused = Extract<ServerEvent, { type: "refused" }>;

/** A message unanswered for this long means a connection that is dead without knowing it. */
const ANSWER_WITHIN_MS = 15_000;
/** What waits for a proof is answered that much later. */
const PROOF_WITHIN_MS = 60_000;

/** What this page says: kept from the first moment, sent, and sent again until the room has it. */
export class Sending {
  readonly pending = signal<readonly Pending[]>([]);
  readonly blockedUntil = signal(0);
  readonly #outbox = new Outbox(recallOutbox());
  readonly #link: Pick<Link, "send" | "state" | "reconnect">;
  readonly #drawing: { request(): void };
  #kept: readonly Pending[] = this.#outbox.pending;
  #lastSay = 0;
  /** When what waits in slow mode is sent again; 0 where nothing does. */
  readonly againAt = signal(0);
  readonly proving: Proving;

  constructor(
    link: Pick<Link, "send" | "state" | "reconnect">,
    drawing: { request(): void },
    stopped: string,
  ) {
    this.#link = link;
    this.#drawing = drawing;
    this.proving = new Proving(
      link,
      () => this.sendAgain(),
      () => this.giveUp(words.refused.proof_required),
    );
    link.state.subscribe((state) => {
      if (state.is === "ended") this.giveUp(stopped);
    });
    now.subscribe((time) => {
      const againAt = this.againAt.peek();
      if (againAt > 0 && time >= againAt) this.sendAgain();
      if (link.state.peek().is !== "open" || this.#outbox.unanswered.length === 0) return;
      if (time - this.#lastSay > ANSWER_WITHIN_MS) link.reconnect();
    });
  }

  say(text: string, you: You | undefined, day: string): void {
    this.#send(this.#outbox.add(text, you?.name ?? "", day, roomNow.peek()));
    this.#changed();
  }

  /** As a message of its own; says which text it was. */
  takeBack(ref: string): string | undefined {
    const taken = this.#outbox.remove(ref);
    this.#changed();
    return taken?.text;
  }

  /** What has no answer by now will get none. */
  giveUp(why: string): void {
    for (const { ref } of this.#outbox.unanswered) this.#outbox.fail(ref, why);
    this.#changed();
  }

  /** What was said on another day can no longer be said with its ref. */
  giveUpBefore(day: string, why: string): void {
    this.#outbox.failBefore(day, why);
  }

  sendAgain(): void {
    this.againAt.value = 0;
    for (const pending of this.#outbox.unanswered) this.#send(pending);
  }

  acknowledged(ref: string, seq: number): void {
    this.#outbox.acknowledge(ref, seq);
  }

  /** The room is slower than before, or not slow any more: what waits is tried, and told anew how long. */
  slowed(): void {
    if (this.againAt.peek() === 0) return;
    this.blockedUntil.value = 0;
    this.sendAgain();
  }

  /** It is in the room's line of newcomers: the answer comes later. */
  waits(seconds: number): void {
    this.#block(seconds);
    this.#lastSay = this.blockedUntil.peek();
  }

  /** Says why. In slow mode, before a newcomer's turn, and while a proof is worked out, it waits, and goes by itself. */
  refused({ ref, code, detail, retry_after, challenge }: Refused): string {
    // Who is muted is told the end apart, and when it changes.
    if (retry_after !== undefined && code !== "muted") this.#block(retry_after);
    const why = refusal(code, detail, retry_after);
    const goesLater = code === "slow_mode" || (code === "newcomer" && retry_after !== undefined);
    if (goesLater) this.againAt.value = this.#lastSay = this.blockedUntil.peek();
    else if (challenge) this.#lastSay = Date.now() + PROOF_WITHIN_MS;
    else if (ref !== undefined) this.#outbox.fail(ref, why);
    if (challenge) this.proving.asked(challenge);
    return why;
  }

  /** Whether the room's message is one of these; it then shows in its place. */
  recognize(message: Message, you: You | undefined): boolean {
    return this.#outbox.recognize(message, you);
  }

  /** A fresh snapshot shows everything anew. */
  forgetSightings(): void {
    this.#outbox.forgetSightings();
  }

  /** Lets go of what the room has shown up to `seq`. */
  settle(seq: number): void {
    this.#outbox.settle(seq);
  }

  draw(): void {
    this.#keep();
    this.pending.value = this.#outbox.pending;
  }

  #block(seconds: number): void {
    now.value = Date.now();
    this.blockedUntil.value = now.value + seconds * 1_000;
  }

  #send({ ref, text }: Pending): void {
    this.#lastSay = Date.now();
    this.#link.send({ type: "say", ref, text });
  }

  /** Kept before it is drawn: a page that is closed now draws no more. */
  #changed(): void {
    this.#keep();
    this.#drawing.request();
  }

  #keep(): void {
    if (this.#kept === this.#outbox.pending) return;
    this.#kept = this.#outbox.pending;
    keepOutbox(this.#kept);
  }
}
