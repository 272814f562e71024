import type { Clock } from "../room/ports.ts";

const EVERY_MS = 1_000;

/** Says how many are here when that changed, at most once a second. */
export class Presence {
  readonly #clock: Clock;
  readonly #announce: (count: number) => void;
  #count = 0;
  #announced = 0;
  #waiting = false;

  constructor(clock: Clock, announce: (count: number) => void) {
    this.#clock = clock;
    this.#announce = announce;
  }

  changed(count: number): void {
    this.#count = count;
    if (this.#waiting) return;
    this.#waiting = true;
    this.#clock.after(EVERY_MS, () => {
      this.#waiting = false;
      if (this.#count !== this.#announced) this.#announce(this.#count);
      this.#announced = this.#count;
    });
  }
}
