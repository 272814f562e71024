/** Readers are in so many groups, which are served in turns when serving all at once would take long. */
export const GROUPS = 4;
/** The longest time between two frames for one reader, in milliseconds. */
export const LONGEST_MS = 92;
/**
 * The part of the event loop's time that serving everyone may take: more while people talk, so that
 * they answer each other sooner; less in a flood, which nobody reads line by line.
 */
const SHARE = { talk: 1 / 3, flood: 1 / 15 };
/** Messages a second: below the first people talk, above the second they flood. */
const TALK = 75;
const FLOOD = 150;
/** The messages a second are a mean in which what came a second ago weighs a third. */
const RATE_MS = 1_000;
/** No beat (the sending of one frame to one or more groups) should take longer than this. */
const BEAT_MS = 16;
/**
 * The cost of a beat is the lowest of the last four measurements: other work on the event loop
 * makes single ones higher.
 */
const BEATS = 4;

/** Waits for a beat. */
interface Waiting {
  run: () => void;
  /** When the beat is due: how many milliseconds more to wait. */
  grace: () => number;
}

/**
 * Decides when frames are sent. It measures how long serving all readers takes; a cycle, in which
 * everyone is served once, is three to fifteen times as long, and at most 92 ms. So a small or quiet room
 * sends at once, a full one in which people talk sends each reader some twenty frames a second, and a
 * flooded one ten. If serving everyone
 * at once would block the event loop for long, the groups are served in turns within the cycle.
 * Messages are committed at the same times.
 */
export class FramePacer {
  readonly #now: () => number;
  /** The measured times of the last beats in milliseconds, each scaled to all groups. */
  readonly #costs: number[] = [];
  /** Messages a second, when the last beat began. */
  #rate = 0;
  #ratedAt = 0;
  /** When each group was served last; the one whose turn is next comes first. */
  #served: number[] = Array.from({ length: GROUPS }, () => Number.NEGATIVE_INFINITY);
  /** When the next beat was first requested. */
  #asked: number | undefined;
  /** Callers of `whenDue`. They share one timer, because the time of the next beat may change. */
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `now` gives milliseconds since any fixed point. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /**
   * How many groups the next beat should serve: all of them after a pause, fewer when there is much
   * to send.
   */
  get turns(): number {
    const since = this.#now() - this.#cycle;
    return Math.max(this.#together, this.#served.filter((at) => at <= since).length);
  }

  /** Milliseconds until the next beat is due; 0 when it is. */
  get due(): number {
    return Math.max(0, this.#next - this.#now());
  }

  /** Serves `turns` groups and measures how long that takes, with the writing to the sockets. `messages` are new. */
  beat(turns: number, messages: number, serve: () => void): void {
    const start = this.#now();
    this.#rate = this.#rate * Math.exp((this.#ratedAt - start) / RATE_MS) + messages;
    this.#ratedAt = start;
    // Uses the time at which the beat was due, not the time at which it runs: otherwise one slow
    // commit would delay every later beat.
    const due = Math.max(this.#next, this.#asked ?? start, start - this.#cycle);
    const at = Math.min(start, due);
    this.#asked = undefined;
    this.#served = [...this.#served.slice(turns), ...this.#served.slice(0, turns).map(() => at)];
    serve();
    // Bun writes to the sockets after the first setImmediate.
    setImmediate(() =>
      setImmediate(() => {
        this.#costs.push(((this.#now() - start) / turns) * GROUPS);
        if (this.#costs.length > BEATS) this.#costs.shift();
        if (this.#waiting.length > 0) this.#wait();
      }),
    );
  }

  /**
   * Calls `run` when a beat is due, at the earliest in the next turn of the event loop. If it had to
   * wait, `grace` says how many milliseconds more to wait then.
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

  /** When the next beat is due: after the last one, and before any group has waited longer than a cycle. */
  get #next(): number {
    const [first = 0] = this.#served;
    const last = this.#served.at(-1) ?? 0;
    return Math.min(last + (this.#cycle / GROUPS) * this.#together, first + this.#cycle);
  }

  /** The time that serving all groups takes, in milliseconds. */
  get #cost(): number {
    return this.#costs.length === 0 ? 0 : Math.min(...this.#costs);
  }

  get #cycle(): number {
    const flooded = Math.min(1, Math.max(0, (this.#rate - TALK) / (FLOOD - TALK)));
    const share = SHARE.talk + (SHARE.flood - SHARE.talk) * flooded;
    return Math.min(LONGEST_MS, this.#cost / share);
  }

  /**
   * How many groups one beat serves: all, half of them, or one; so the beats of a cycle are equally
   * long apart.
   */
  get #together(): number {
    if (this.#cost <= BEAT_MS) return GROUPS;
    return this.#cost <= 2 * BEAT_MS ? GROUPS / 2 : GROUPS / 4;
  }
}

/** What the room and its sockets use of the pacer. */
export type Pacer = Pick<FramePacer, "beat" | "turns" | "whenDue">;
