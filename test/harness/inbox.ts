/** What a peer has sent and a test has not yet asked for. */
export class Inbox<Item> {
  /** Everything that came, in order, taken or not. */
  readonly all: Item[] = [];
  readonly #untaken: Item[] = [];
  readonly #label: (item: Item) => string;
  #changed = Promise.withResolvers<void>();
  #end: string | undefined;

  constructor(label: (item: Item) => string) {
    this.#label = label;
  }

  put(item: Item) {
    this.all.push(item);
    this.#untaken.push(item);
    this.#wake();
  }

  /** Nothing more will come, and why. */
  end(why: string) {
    this.#end ??= why;
    this.#wake();
  }

  /**
   * Takes the first that matches, whether it came already or has yet to; the others stay.
   * Fails when none comes in time or can come any more, naming what is there instead.
   */
  async take<Match extends Item>(
    wanted: string,
    matches: (item: Item) => item is Match,
    withinMs: number,
  ): Promise<Match> {
    const deadline = AbortSignal.timeout(withinMs);
    deadline.addEventListener("abort", () => this.#wake());
    for (;;) {
      const found = this.#untaken.find(matches);
      if (found !== undefined) {
        this.#untaken.splice(this.#untaken.indexOf(found), 1);
        return found;
      }
      const ended = this.#end ?? (deadline.aborted ? `${withinMs} ms went by` : undefined);
      if (ended !== undefined) {
        const instead = this.#untaken.map(this.#label).join(", ") || "nothing";
        throw new Error(`No ${wanted}: ${ended}. What came instead: ${instead}.`);
      }
      await this.#changed.promise;
    }
  }

  #wake() {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
