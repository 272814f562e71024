import type { CommitQueue } from "./commit-queue.ts";
import type { Clock, Submission } from "./ports.ts";
import { Refusal } from "./refusal.ts";

/** Bounds the memory. Whoever stood further back would not have their turn within the longest wait. */
const LONGEST_LINE = 1_000;
/** The turns of this time decide who is next. It is as long as somebody is new. */
const REMEMBERED_MS = 3 * 60_000;
/** A pass that did not try again for this long has left the line. */
const FORGOTTEN_MS = 5 * 60_000;
/** Whoever waited for the longest time may try again after this many seconds, and keeps their place. */
const AGAIN_S = 1;
/** And after this many where the line is full. */
const FULL_AGAIN_S = 10;

/** What may go with a text. */
export interface Saying {
  /** The message that it replies to. Where that is gone, it is said without. */
  re?: number | undefined;
  /** A newcomer's message may have to wait for its turn: this is given the seconds that it may take. */
  waits?: Told;
}

interface Waiting {
  submission: Submission;
  since: number;
  settle: (outcome: number | Refusal) => void;
}

/** Given the seconds that a turn may take. */
export type Told = (seconds: number) => void;

/**
 * A line in which newcomers' messages wait for their turn on this node. The next message is of the
 * range of addresses that had the fewest turns lately, in it of the pass that had the fewest, among
 * several of one that was here before midnight, and of these the one that came first. So a crowd behind
 * one address, or one pass that says much, takes nobody else's turn. See the decision on newcomers.
 */
export class NewcomerLine {
  readonly #queue: Pick<CommitQueue, "say">;
  readonly #clock: Clock;
  readonly #longestWaitMs: number;
  readonly #waiting = new Set<Waiting>();
  /** Of those who wait. */
  readonly #keys = new Set<string>();
  readonly #turns = new Map<string, number[]>();
  /** Since when each pass waits for its first turn. It stays when the pass is refused and tries again. */
  readonly #waitsSince = new Map<string, number>();
  #isMoving = false;

  constructor(queue: Pick<CommitQueue, "say">, clock: Clock, longestWaitMs: number) {
    this.#queue = queue;
    this.#clock = clock;
    this.#longestWaitMs = longestWaitMs;
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** What was refused as before its turn waits for it, and is said then. Throws Refusal. */
  async wait(submission: Submission, refusal: Refusal, told: Told): Promise<number> {
    // One message of each pass waits, so that nobody's second stands before another's first.
    const { key } = submission.sender;
    if (this.#waiting.size >= LONGEST_LINE || this.#keys.has(key)) throw tooMany(FULL_AGAIN_S);
    const { promise, resolve: settle } = Promise.withResolvers<number | Refusal>();
    this.#startWaiting(key);
    this.#keys.add(key);
    this.#waiting.add({ submission, since: this.#clock.now(), settle });
    told(Math.ceil(Math.min(this.#longestWaitMs / 1_000, this.#guess(refusal))));
    this.#move(refusal.retryAfter ?? 0);
    const outcome = await promise;
    if (outcome instanceof Refusal) throw outcome;
    return outcome;
  }

  /** A message whose turn is later than the longest wait, as under the shield, does not wait for it. */
  isBeforeTurn(error: unknown): error is Refusal {
    if (!(error instanceof Refusal) || error.code !== "newcomer") return false;
    const { retryAfter } = error;
    return retryAfter !== undefined && retryAfter * 1_000 <= this.#longestWaitMs;
  }

  #guess({ retryAfter = 0 }: Refusal): number {
    return retryAfter * Math.max(1, this.#waiting.size);
  }

  #move(seconds: number): void {
    if (this.#isMoving || this.#waiting.size === 0) return;
    this.#isMoving = true;
    const [first] = this.#waiting;
    const waitsUntil = (first?.since ?? 0) + this.#longestWaitMs;
    const patience = Math.max(0, waitsUntil - this.#clock.now());
    this.#clock.after(Math.min(Math.ceil(seconds * 1_000), patience), () => {
      void this.#callNext();
    });
  }

  async #callNext(): Promise<void> {
    this.#dismiss();
    const next = this.#next();
    let wait = 0;
    if (next) {
      const outcome = await this.#queue.say(next.submission).catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      });
      if (this.isBeforeTurn(outcome)) {
        wait = outcome.retryAfter ?? 0;
      } else {
        this.#waiting.delete(next);
        this.#keys.delete(next.submission.sender.key);
        if (typeof outcome === "number") this.#took(next.submission);
        next.settle(outcome);
      }
    }
    this.#isMoving = false;
    this.#move(wait);
  }

  /** Refuses the messages that waited for the longest time. */
  #dismiss(): void {
    const before = this.#clock.now() - this.#longestWaitMs;
    for (const waiting of this.#waiting) {
      if (waiting.since > before) return;
      this.#keys.delete(waiting.submission.sender.key);
      this.#waiting.delete(waiting);
      waiting.settle(tooMany(AGAIN_S));
    }
  }

  #next(): Waiting | undefined {
    let best: Waiting | undefined;
    let [least, longest] = [Infinity, Infinity];
    for (const waiting of this.#waiting) {
      const { key, range, wasHere } = waiting.submission.sender;
      // The turns of its range come first, those of its pass decide between equals.
      const turns = this.#had(range ?? key) * LONGEST_LINE + this.#had(key);
      // At midnight everybody is new: between equals come those who were here before it.
      const had = turns + (wasHere ? 0 : 0.5);
      const since = this.#waitsSince.get(key) ?? waiting.since;
      if (had > least || (had === least && since >= longest)) continue;
      [best, least, longest] = [waiting, had, since];
    }
    return best;
  }

  #startWaiting(key: string): void {
    const now = this.#clock.now();
    if (!this.#waitsSince.has(key)) this.#waitsSince.set(key, now);
    for (const [who, since] of this.#waitsSince) {
      if (since > now - FORGOTTEN_MS) return;
      this.#waitsSince.delete(who);
    }
  }

  #had(who: string): number {
    const since = this.#clock.now() - REMEMBERED_MS;
    return (this.#turns.get(who) ?? []).filter((at) => at > since).length;
  }

  #took({ sender: { key, range } }: Submission): void {
    const now = this.#clock.now();
    this.#waitsSince.delete(key);
    for (const who of new Set([key, range ?? key])) {
      const turns = [...(this.#turns.get(who) ?? []), now].filter((at) => at > now - REMEMBERED_MS);
      this.#turns.delete(who);
      this.#turns.set(who, turns);
    }
    for (const [who, turns] of this.#turns) {
      if ((turns.at(-1) ?? 0) > now - REMEMBERED_MS) return;
      this.#turns.delete(who);
    }
  }
}

function tooMany(seconds: number): Refusal {
  return new Refusal(
    "newcomer",
    "Too many newcomers speak at once. Wait a little and say it again.",
    seconds,
  );
}
