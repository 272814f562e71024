/** Counts events over the last seconds, with one number for each second. */
export class SecondCounts {
  readonly #seconds: number;
  readonly #counts: number[];
  #last = 0;
  #sum = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#counts = Array.from({ length: seconds }, () => 0);
  }

  count(at: number): void {
    this.#advance(at);
    const slot = this.#last % this.#seconds;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    this.#sum++;
  }

  sum(at: number): number {
    this.#advance(at);
    return this.#sum;
  }

  /** A number for each of the last seconds, the newest first. */
  list(at: number): number[] {
    this.#advance(at);
    return this.#counts.map(
      (_, ago) => this.#counts[(this.#last + this.#seconds - ago) % this.#seconds] ?? 0,
    );
  }

  /** Counts what another one listed at that time. */
  putBack(list: readonly number[], at: number): void {
    for (const [ago, count] of [...list.entries()].reverse()) {
      this.#advance(at - ago * 1_000);
      this.#counts[this.#last % this.#seconds] = count;
      this.#sum += count;
    }
  }

  #advance(at: number): void {
    const now = Math.floor(at / 1_000);
    if (now - this.#last >= this.#seconds) {
      this.#counts.fill(0);
      this.#sum = 0;
      this.#last = now;
    }
    while (this.#last < now) {
      const slot = ++this.#last % this.#seconds;
      this.#sum -= this.#counts[slot] ?? 0;
      this.#counts[slot] = 0;
    }
  }
}
