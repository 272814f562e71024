import { Room } from "../client/index.ts";
import type { Random } from "./random.ts";

export interface Habits {
  /** How long a visit is and how far apart two messages are, in seconds, on average. */
  stayS: number;
  sayEveryS: number;
}

export interface Witness {
  /** A message was stored so many milliseconds after it was said. */
  stored(ms: number): void;
  failed(why: string): void;
}

const AWAY_S = 2;

/** No two texts alike. */
export function words(random: Random): string {
  const word = () => random.whole(36 ** 3, 36 ** 5).toString(36);
  return Array.from({ length: random.whole(2, 12) }, word).join(" ");
}

/** Comes as a new guest, says something now and then, goes, and comes again. */
export class Visitor {
  visits = 0;
  readonly #url: string;
  readonly #random: Random;
  readonly #habits: Habits;
  readonly #witness: Witness;
  #room: Room | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(url: string, random: Random, habits: Habits, witness: Witness) {
    this.#url = url;
    this.#random = random;
    this.#habits = habits;
    this.#witness = witness;
    this.#in(random.next() * habits.stayS, () => this.#come());
  }

  leave(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#room?.leave();
    this.#room = undefined;
  }

  #come(): void {
    this.visits++;
    this.#room = new Room(this.#url);
    this.#sayLater(this.#room);
    this.#in(this.#around(this.#habits.stayS), () => {
      this.leave();
      this.#in(this.#around(AWAY_S), () => this.#come());
    });
  }

  #sayLater(room: Room): void {
    this.#in(this.#around(this.#habits.sayEveryS), () => {
      void this.#say(room);
      this.#sayLater(room);
    });
  }

  async #say(room: Room): Promise<void> {
    const start = performance.now();
    const said = await room.say(words(this.#random));
    if (said.isStored) this.#witness.stored(performance.now() - start);
    // Who leaves in the midst of a sentence knows that it may be lost.
    else if (this.#room === room) this.#witness.failed(said.why);
  }

  /** Drawn from an exponential distribution. */
  #around(mean: number): number {
    return -Math.log(1 - this.#random.next()) * mean;
  }

  #in(seconds: number, run: () => void): void {
    this.#timers.push(setTimeout(run, seconds * 1_000));
  }
}
