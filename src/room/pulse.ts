/** Readers are served in so many groups, which take turns where serving them all takes long. */
export const GROUPS = 4;
/** The longest that a group waits for its next turn, in milliseconds. */
const LONGEST_MS = 100;
/** Turns are at least so far apart: a commit comes before each. */
const APART_MS = 25;
/** Serving everyone may take this part of the loop's time: the rest is for everything else. */
const SHARE = 1 / 10;
/** How much of the measure the last beat makes up. */
const WEIGHT = 1 / 4;

/**
 * How often the room speaks. Each beat serves some groups with all that waits for them; what that
 * costs is measured on the event loop, and everyone is served once in a cycle of ten times as
 * long. So a quiet or a small room never waits. Where the cycle is long the groups take turns
 * in it: a reader has few frames, and no beat holds the loop for long. In a full room that is
 * forty beats a second, ten for each group. Commits keep the same beats.
 */
export class Pulse {
  readonly #now: () => number;
  /** Of serving all groups, in milliseconds. */
  #cost = 0;
  /** Turns are used up to here. */
  #spent = Number.NEGATIVE_INFINITY;

  /** `now` in milliseconds, from anywhere. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** How many groups the next beat should serve: all after a silence, no more than their share in a flood. */
  get turns(): number {
    const earned = (this.#now() - this.#spent) / (this.#cycle / GROUPS);
    return earned < GROUPS ? Math.max(this.#together, Math.floor(earned)) : GROUPS;
  }

  /** Milliseconds until the next beat is due; 0 when it is. */
  get due(): number {
    const apart = (this.#cycle / GROUPS) * this.#together;
    return Math.max(0, this.#spent + apart - this.#now());
  }

  /** Runs a beat that serves so many groups, and measures it until the loop comes round, with the writing to the sockets. */
  beat(turns: number, serve: () => void): void {
    const start = this.#now();
    // A beat that comes late does not delay those after it.
    this.#spent = Math.max(this.#spent, start - this.#cycle) + (this.#cycle / GROUPS) * turns;
    serve();
    setImmediate(() => {
      const cost = ((this.#now() - start) / turns) * GROUPS;
      this.#cost += (cost - this.#cost) * WEIGHT;
    });
  }

  /** Runs once the next beat is due and `grace` milliseconds more have passed, never within this turn of the loop. */
  whenDue(run: () => void, grace = 0): void {
    const wait = this.due + grace;
    if (wait > 0) setTimeout(run, wait);
    else setImmediate(run);
  }

  get #cycle(): number {
    return Math.min(LONGEST_MS, this.#cost / SHARE);
  }

  /** How many groups share a beat, so that beats are not too close. */
  get #together(): number {
    return Math.ceil(GROUPS / Math.max(1, Math.floor(this.#cycle / APART_MS)));
  }
}

/** What the room and its sockets ask of the pulse. */
export type Beats = Pick<Pulse, "beat" | "turns" | "whenDue">;
