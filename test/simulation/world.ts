import type { Act } from "../../torture/history.ts";
import { Chance } from "./chance.ts";

interface Happening {
  at: number;
  run: () => void | Promise<void>;
  cancelled: boolean;
}

/** What may go wrong, each a probability. A seed draws its own mix, so that faults also come alone. */
export interface Faults {
  /** A change never reaches the store. */
  rejected: number;
  /** A change is committed and nobody is told. */
  answerLost: number;
  readFails: number;
  /** The store takes long. */
  slow: number;
  bellLost: number;
  bellLate: number;
  bellDoubled: number;
  /** A frame takes long. */
  lag: number;
}

const MOST: Faults = {
  rejected: 0.1,
  answerLost: 0.3,
  readFails: 0.4,
  slow: 0.1,
  bellLost: 0.6,
  bellLate: 0.3,
  bellDoubled: 0.3,
  lag: 0.1,
};

/** Time, chance and what was seen: the only ones a simulation knows. */
export class World {
  readonly chance: Chance;
  readonly faults: Faults;
  /** Null where nobody will read it. */
  readonly trace: string[] | null;
  /** What clients did and saw, to be checked in the end. */
  readonly history: Act[] = [];
  /** The first thing that should never be. */
  violation: string | null = null;
  #now: number;
  #happenings: Happening[] = [];

  constructor(seed: number, start: number, traced: boolean) {
    this.chance = new Chance(seed);
    this.trace = traced ? [] : null;
    this.#now = start;
    this.faults = { ...MOST };
    for (const key of keysOf(MOST)) {
      this.faults[key] = this.chance.is(0.5) ? 0 : MOST[key] * this.chance.next();
    }
  }

  get now(): number {
    return this.#now;
  }

  /** Runs once, in `ms`. Returns what cancels it. */
  after(ms: number, run: () => void | Promise<void>): () => void {
    const happening = {
      at: this.#now + Math.max(0, ms),
      run,
      cancelled: false,
    };
    this.#insert(happening);
    return () => {
      happening.cancelled = true;
    };
  }

  /** All machines sleep for so long: what was due meanwhile comes when they wake. */
  sleep(ms: number): void {
    this.note(() => `everything sleeps for ${ms} ms`);
    const wake = this.#now + ms;
    for (const happening of this.#happenings) happening.at = Math.max(happening.at, wake);
    this.#now = wake;
  }

  /** The store is as good as gone: it still takes what reaches it, and hardly ever says so. */
  lose(): void {
    this.note(() => "the store is lost");
    Object.assign(this.faults, { readFails: 1, answerLost: 0.8 });
  }

  /** From here on nothing goes wrong any more. */
  heal(): void {
    for (const key of keysOf(this.faults)) this.faults[key] = 0;
  }

  note(sentence: () => string): void {
    this.trace?.push(`${this.#now} ${sentence()}`);
  }

  broken(sentence: string): void {
    this.note(() => `BROKEN: ${sentence}`);
    this.violation ??= sentence;
  }

  /** Everything due until then, in order, each once all that the one before set off has settled. */
  async runUntil(time: number): Promise<void> {
    for (let next = this.#happenings[0]; next && next.at <= time; next = this.#happenings[0]) {
      this.#happenings.shift();
      if (next.cancelled) continue;
      this.#now = next.at;
      await next.run();
      await settled();
      if (this.violation !== null) return;
    }
    this.#now = time;
  }

  #insert(happening: Happening): void {
    let low = 0;
    let high = this.#happenings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#happenings[middle]?.at ?? 0) <= happening.at) low = middle + 1;
      else high = middle;
    }
    this.#happenings.splice(low, 0, happening);
  }
}

function keysOf(faults: Faults): (keyof Faults)[] {
  const keys: Record<keyof Faults, true> = {
    rejected: true,
    answerLost: true,
    readFails: true,
    slow: true,
    bellLost: true,
    bellLate: true,
    bellDoubled: true,
    lag: true,
  };
  return Object.keys(faults).filter((key): key is keyof Faults => key in keys);
}

/** Every chain of resolved promises runs out before the next turn; answers to a client take one turn more. */
async function settled(): Promise<void> {
  await turn();
  await turn();
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
