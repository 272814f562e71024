interface Attempts {
  /** In order. The ones before index `first` are older than the window. */
  times: number[];
  first: number;
}

/**
 * A sliding window of attempts for each key, in memory. It keeps only what is within the window.
 * `wait` and `count` take the same time however many attempts there are.
 */
export class SlidingWindow {
  readonly #limit: number;
  readonly #windowMs: number;
  /** In the order of each key's last attempt. */
  readonly #attempts = new Map<string, Attempts>();

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /**
   * Seconds until the key may try again, 0 if it may now. `more`: attempts at `now` that are not
   * counted yet.
   */
  wait(key: string, now: number, more = 0): number {
    const { times, first } = this.#recent(key, now);
    const index = times.length - this.#limit + more;
    if (index < first) return 0;
    return Math.ceil(((times[index] ?? now) + this.#windowMs - now) / 1000);
  }

  /** When the key's last attempt was; undefined if that is longer ago than the window. */
  last(key: string): number | undefined {
    return this.#attempts.get(key)?.times.at(-1);
  }

  /** How many keys there are within the window. */
  size(now: number): number {
    this.#forget(now);
    return this.#attempts.size;
  }

  count(key: string, at: number): void {
    const attempts = this.#recent(key, at);
    attempts.times.push(at);
    this.#attempts.delete(key);
    this.#attempts.set(key, attempts);
    this.#forget(at);
  }

  #recent(key: string, now: number): Attempts {
    const attempts = this.#attempts.get(key) ?? { times: [], first: 0 };
    while ((attempts.times[attempts.first] ?? now) <= now - this.#windowMs) attempts.first++;
    if (attempts.first > attempts.times.length / 2) {
      attempts.times.splice(0, attempts.first);
      attempts.first = 0;
    }
    return attempts;
  }

  #forget(now: number): void {
    for (const [key, { times }] of this.#attempts) {
      if ((times.at(-1) ?? 0) > now - this.#windowMs) return;
      this.#attempts.delete(key);
    }
  }
}
