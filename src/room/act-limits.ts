import type { Clock } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { SlidingWindow } from "./sliding-window.ts";
import { limitsFactor } from "./speaking-limits.ts";

const WINDOW_MS = 60_000;
/** How often an act may be done in any minute, by one sender and by one range of addresses. */
export interface Limit {
  sender: number;
  /** Many people may share a range: a school, an office, a mobile network. */
  range: number;
}

/** Who acts. A field is null where it is not counted: a sender that anyone can make up, for example. */
export interface Source {
  sender: string | null;
  range: string | null;
}

export const tooOften = (seconds: number) => `That is too often; try again in ${seconds} seconds.`;

/**
 * Limits what a client may ask of this node. It keeps, in memory, what it allowed in the last
 * minute. The limit on messages is not here: the log counts them for all nodes together.
 */
export class ActLimits {
  readonly #clock: Pick<Clock, "now">;
  readonly #factor: number;
  readonly #windows = new Map<string, { sender: SlidingWindow; range: SlidingWindow }>();

  constructor(clock: Pick<Clock, "now">, messagesPerMinute: number) {
    this.#clock = clock;
    this.#factor = limitsFactor(messagesPerMinute);
  }

  /** Counts the act. Throws Refusal `rate_limited`, which is not counted: waiting always helps. */
  spend(act: string, limit: Limit, source: Source): void {
    const wait = this.wait(act, limit, source);
    if (wait > 0) throw new Refusal("rate_limited", tooOften(wait), wait);
    this.count(act, limit, source);
  }

  /** Counts an act that does not have to wait. */
  count(act: string, limit: Limit, { sender, range }: Source): void {
    const now = this.#clock.now();
    const windows = this.#windowsOf(act, limit);
    if (sender !== null) windows.sender.count(sender, now);
    if (range !== null) windows.range.count(range, now);
  }

  /** For how many seconds it has to wait; 0 if it does not. */
  wait(act: string, limit: Limit, { sender, range }: Source): number {
    const now = this.#clock.now();
    const windows = this.#windowsOf(act, limit);
    const bySender = sender === null ? 0 : windows.sender.wait(sender, now);
    return Math.max(bySender, range === null ? 0 : windows.range.wait(range, now));
  }

  #windowsOf(act: string, limit: Limit) {
    const known = this.#windows.get(act);
    if (known) return known;
    const windowOf = (count: number) =>
      new SlidingWindow(Math.ceil(count * this.#factor), WINDOW_MS);
    const windows = { sender: windowOf(limit.sender), range: windowOf(limit.range) };
    this.#windows.set(act, windows);
    return windows;
  }
}
