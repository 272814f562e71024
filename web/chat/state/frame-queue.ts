/** A hidden tab draws no frames; it catches up this often instead, so that nothing piles up. */
const HIDDEN_MS = 1_000;
/** What comes out of view waits this long for company: drawing it moves nothing that is seen. */
const UNSEEN_MS = 250;

/** Gathers what arrives and hands it over once a frame, whatever the rate. */
export class FrameQueue<T> {
  readonly #deliver: (item: T) => void;
  readonly #drawn: () => void;
  #items: T[] = [];
  #due = false;
  #held = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** `deliver` is called for each item in order, `drawn` after the last of a frame. */
  constructor(deliver: (item: T) => void, drawn: () => void) {
    this.#deliver = deliver;
    this.#drawn = drawn;
  }

  push(items: readonly T[], isSeen = true): void {
    this.#items.push(...items);
    if (isSeen) this.request();
    else this.#later ??= setTimeout(() => this.request(), UNSEEN_MS);
  }

  /** Asks for a frame, even with nothing to deliver. */
  request(): void {
    if (this.#due) return;
    this.#due = true;
    const run = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      this.run();
    };
    const frame = requestAnimationFrame(run);
    const timer = setTimeout(run, HIDDEN_MS);
  }

  /** Keeps everything after the present item waiting for `ms`, then calls `then`. */
  hold(ms: number, then: () => void): void {
    this.#held = true;
    setTimeout(() => {
      this.#held = false;
      then();
      this.request();
    }, ms);
  }

  /** Hands over what waits now, without waiting for a frame. */
  run(): void {
    this.#due = false;
    clearTimeout(this.#later);
    this.#later = undefined;
    let taken = 0;
    while (!this.#held && taken < this.#items.length) {
      const item = this.#items[taken++];
      if (item !== undefined) this.#deliver(item);
    }
    this.#items = this.#items.slice(taken);
    this.#drawn();
  }
}
