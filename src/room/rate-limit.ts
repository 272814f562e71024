/** A sliding window of attempts for each key, in memory, bounded by what happens in one window. */
export class SlidingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #times = new Map<string, number[]>();

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Seconds until the key may try again; 0 when it may now. */
  wait(key: string, now: number): number {
    const times = this.#recent(key, now);
    const blocking = times[times.length - this.#limit];
    return blocking === undefined ? 0 : Math.ceil((blocking + this.#windowMs - now) / 1000);
  }

  count(key: string, now: number): void {
    const times = this.#recent(key, now);
    this.#times.delete(key);
    this.#times.set(key, [...times.slice(-this.#limit + 1), now]);
    this.#forget(now);
  }

  #recent(key: string, now: number): number[] {
    return (this.#times.get(key) ?? []).filter((time) => time > now - this.#windowMs);
  }

  /** Keys stand in the order of their last attempt, so the stale ones stand first. */
  #forget(now: number): void {
    for (const [key, times] of this.#times) {
      if ((times.at(-1) ?? 0) > now - this.#windowMs) return;
      this.#times.delete(key);
    }
  }
}
