/** Finds any of many patterns in one pass over a text (Aho and Corasick, 1975), however many they are. */
export class AhoCorasick {
  /** For each state, the next one by a unit: the tree of all patterns. */
  readonly #next: Map<number, number>[] = [new Map()];
  /** For each state, the longest other one that ends as it does. */
  readonly #fallback = [0];
  readonly #isEnd = [false];

  constructor(patterns: Iterable<readonly number[]>) {
    for (const pattern of patterns) {
      let state = 0;
      for (const unit of pattern) state = this.#child(state, unit);
      this.#isEnd[state] = true;
    }
    this.#link();
  }

  #child(state: number, unit: number): number {
    const known = this.#next[state]?.get(unit);
    if (known !== undefined) return known;
    const child = this.#next.push(new Map()) - 1;
    this.#fallback.push(0);
    this.#isEnd.push(false);
    this.#next[state]?.set(unit, child);
    return child;
  }

  /** The shortest first: the state that one falls back to is shorter, and known by then. */
  #link(): void {
    const queue = [0];
    for (const state of queue) {
      for (const [unit, child] of this.#next[state] ?? []) {
        queue.push(child);
        if (state === 0) continue;
        let from = this.#fallback[state] ?? 0;
        while (from !== 0 && !this.#next[from]?.has(unit)) from = this.#fallback[from] ?? 0;
        const fallback = this.#next[from]?.get(unit) ?? 0;
        this.#fallback[child] = fallback;
        if (this.#isEnd[fallback]) this.#isEnd[child] = true;
      }
    }
  }

  /** Whether a pattern is in the text, and in how many steps that was known: at most two for a unit. */
  find(text: readonly number[]): { found: boolean; steps: number } {
    let steps = 0;
    let state = 0;
    for (const unit of text) {
      for (;;) {
        steps++;
        const next = this.#next[state]?.get(unit);
        if (next !== undefined) state = next;
        if (next !== undefined || state === 0) break;
        state = this.#fallback[state] ?? 0;
      }
      if (this.#isEnd[state]) return { found: true, steps };
    }
    return { found: false, steps };
  }
}
