/** Readers are served in so many groups, which take turns where serving them all takes long. */
export const GROUPS = 4;
/** The longest that a reader waits for the next turn, in milliseconds. */
export const LONGEST_MS = 92;
/** Serving everyone may take this part of the loop's time: the rest is for everything else. */
const SHARE = 1 / 15;
/** No beat should hold the loop for longer. */
const BEAT_MS = 16;
/** The least of so many beats is the measure: what else the loop did meanwhile is not the beat's. */
const BEATS = 4;

/** Waits for a beat. */
interface Waiting {
  run: () => void;
  /** How many milliseconds more to wait, once the beat is due. */
  grace: () => number;
}

/**
 * How often the room speaks. Each beat serves some groups with all that waits for them; what that
 * costs is measured on the event loop, and everyone is served once in a cycle of fifteen times as
 * long. So a quiet or a small room never waits, and a full one has ten frames a second for each
 * reader. Where serving everyone would hold the loop for long, the groups take turns in the cycle.
 * Commits keep the same beats.
 */
export class FramePacer {
  readonly #now: () => number;
  /** What the last beats cost for each time they would have served all groups, in milliseconds. */
  readonly #costs: number[] = [];
  /** When each group was served, in the order of their turns. */
  #served: number[] = Array.from({ length: GROUPS }, () => Number.NEGATIVE_INFINITY);
  /** Since when somebody waits for the next beat. */
  #asked: number | undefined;
  /** All who wait wait together: how far apart the beats are may change meanwhile. */
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `now` in milliseconds, from anywhere. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** How many groups the next beat should serve: all after a silence, no more than their share in a flood. */
  get turns(): number {
    const since = this.#now() - this.#cycle;
    return Math.max(this.#together, this.#served.filter((at) => at <= since).length);
  }

  /** Milliseconds until the next beat is due; 0 when it is. */
  get due(): number {
    return Math.max(0, this.#next - this.#now());
  }

  /** Runs a beat that serves so many groups, and measures it with the writing to the sockets. */
  beat(turns: number, serve: () => void): void {
    const start = this.#now();
    // Counted from when it was asked for and due: a slow commit, or a late timer, delays no beat but its own.
    const due = Math.max(this.#next, this.#asked ?? start, start - this.#cycle);
    const at = Math.min(start, due);
    this.#asked = undefined;
    this.#served = [...this.#served.slice(turns), ...this.#served.slice(0, turns).map(() => at)];
    serve();
    // The sockets are written to when the loop has come round, which is after the first of these.
    setImmediate(() =>
      setImmediate(() => {
        this.#costs.push(((this.#now() - start) / turns) * GROUPS);
        if (this.#costs.length > BEATS) this.#costs.shift();
        if (this.#waiting.length > 0) this.#wait();
      }),
    );
  }

  /**
   * Runs when a beat is due, never within this turn of the loop. Where that has to be waited for,
   * `grace` is asked then whether to wait so many milliseconds more.
   */
  whenDue(run: () => void, grace = () => 0): void {
    this.#asked ??= this.#now();
    if (this.due === 0) {
      setImmediate(() => (this.due > 0 ? this.whenDue(run, grace) : run()));
      return;
    }
    this.#waiting.push({ run, grace });
    if (this.#waiting.length === 1) this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), this.due);
  }

  #wake(): void {
    if (this.due > 0) {
      this.#wait();
      return;
    }
    const woken = this.#waiting;
    this.#waiting = [];
    for (const { run, grace } of woken) {
      const more = grace();
      if (more > 0) setTimeout(run, more);
      else run();
    }
  }

  /** A beat after the last, but no group waits longer than a cycle. */
  get #next(): number {
    const [first = 0] = this.#served;
    const last = this.#served.at(-1) ?? 0;
    return Math.min(last + (this.#cycle / GROUPS) * this.#together, first + this.#cycle);
  }

  /** Of serving all groups, in milliseconds. */
  get #cost(): number {
    return this.#costs.length === 0 ? 0 : Math.min(...this.#costs);
  }

  get #cycle(): number {
    return Math.min(LONGEST_MS, this.#cost / SHARE);
  }

  /** How many groups share a beat: all, half, or one, so that everyone's turns are equally far apart. */
  get #together(): number {
    if (this.#cost <= BEAT_MS) return GROUPS;
    return this.#cost <= 2 * BEAT_MS ? GROUPS / 2 : GROUPS / 4;
  }
}

/** What the room and its sockets ask of the pulse. */
export type Pacer = Pick<FramePacer, "beat" | "turns" | "whenDue">;
