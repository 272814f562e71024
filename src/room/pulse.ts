/** The longest that company is waited for, in milliseconds. */
const LONGEST_MS = 50;
/** A beat may take this part of the loop's time: the rest is for everything else. */
const SHARE = 1 / 10;
/** How much of the measure the last beat makes up. */
const WEIGHT = 1 / 4;

/**
 * How often the room speaks. A beat sends everything that waits to everyone; what one costs
 * is measured on the event loop, and the next is due once the loop has had ten times as long.
 * So a quiet or a small room never waits, and a full one speaks some twenty times a second.
 * Commits keep the same beat: a flood costs tens of them a second, not hundreds.
 */
export class Pulse {
  #cost = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** Milliseconds until the next beat is due; 0 when it is. */
  get due(): number {
    const interval = Math.min(LONGEST_MS, this.#cost / SHARE);
    return Math.max(0, this.#last + interval - performance.now());
  }

  /** Runs a beat and measures it until the loop comes round, with the writing to the sockets. */
  beat(send: () => void): void {
    const start = performance.now();
    this.#last = start;
    send();
    setImmediate(() => {
      const cost = performance.now() - start;
      this.#cost += (cost - this.#cost) * WEIGHT;
    });
  }

  /** Runs once the next beat is due, never within this turn of the loop. */
  whenDue(run: () => void): void {
    const { due } = this;
    if (due > 0) setTimeout(run, due);
    else setImmediate(run);
  }
}
