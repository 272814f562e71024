/** A reader's screen holds about so many. */
export const SCREEN_LINES = 20;
/** So many of them by others are a conversation; with fewer, newcomers are the room. */
const OTHERS = 5;
/** Below that it is not worth asking again. */
const LEAST_WAIT_MS = 50;

interface Line {
  at: number;
  isNew: boolean;
}

/** What newcomers may have of a screen. */
export interface Part {
  /** Lines, however fast they come. */
  lines: number;
  /** Or one for each of so many milliseconds that the screen took, where that is more. */
  everyMs: number;
  /** Where as many lines as this are theirs by time, nobody counts. */
  burst: number;
}

/**
 * The last lines of the log: when each came, and whether a newcomer's. Any twenty lines after one
 * another hold no more of newcomers than their part, so that a burst of theirs fills no screen.
 */
export class Screen {
  readonly #lines: Line[] = [];

  clear(): void {
    this.#lines.length = 0;
  }

  add(isNew: boolean, at: number): void {
    this.#lines.push({ isNew, at });
    if (this.#lines.length >= SCREEN_LINES) this.#lines.shift();
  }

  /** Milliseconds until a newcomer's line may come, 0 if now. `next`: those that are accepted and not stored yet. */
  wait({ lines: most, everyMs, burst }: Part, next: readonly boolean[], at: number): number {
    const lines = [...this.#lines, ...next.map((isNew) => ({ isNew, at }))].slice(1 - SCREEN_LINES);
    const [first] = lines;
    if (!first || lines.length < SCREEN_LINES - 1) return 0;
    const took = at - first.at;
    const byTime = Math.floor(took / everyMs);
    const theirs = lines.flatMap(({ isNew }, index) => (isNew ? [index] : []));
    const count = theirs.length;
    if (byTime >= burst || count < Math.max(most, byTime)) return 0;
    if (SCREEN_LINES - 1 - count < OTHERS) return 0;
    // The line that has to leave the screen leaves it at the pace at which lines come now.
    const leaving = theirs[count - most] ?? 0;
    const untilItLeaves = ((leaving + 1) * took) / SCREEN_LINES;
    const untilTimeIsUp = (count + 1) * everyMs - took;
    return Math.max(LEAST_WAIT_MS, Math.min(untilItLeaves, untilTimeIsUp));
  }
}
