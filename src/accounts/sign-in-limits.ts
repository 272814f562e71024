import { SlidingWindow } from "../room/sliding-window.ts";

const QUARTER_HOUR_MS = 15 * 60_000;
/** From a range that signed in to the account before, nobody else can make its owner wait for longer. */
const KNOWN_WAIT_MS = 30_000;
const KNOWN_RANGES = 10_000;

/** So many failures in so many milliseconds. */
type Bound = readonly [count: number, withinMs: number];

/** Of an account and a range together, of those that signed in before, of a range, of all strangers together. */
export type TryBounds = Record<"pair" | "knownPair" | "range" | "account", Bound>;

const OF_PASSWORDS: TryBounds = {
  pair: [10, QUARTER_HOUR_MS],
  knownPair: [10, KNOWN_WAIT_MS],
  // Many people share a range, and each mistypes now and then.
  range: [200, QUARTER_HOUR_MS],
  account: [100, QUARTER_HOUR_MS],
};

/**
 * How often a wrong password, or code, may be tried. Failures count for an account and a range of addresses
 * together, so that a stranger who guesses locks out himself: OWASP's cheat sheet on
 * authentication, "Account Lockout". In memory: to remember ranges for longer than a run would
 * be to keep addresses past midnight. See docs/decisions for how many guesses a day this leaves.
 */
export class SignInLimits {
  readonly #pair: SlidingWindow;
  readonly #knownPair: SlidingWindow;
  readonly #range: SlidingWindow;
  readonly #account: SlidingWindow;
  /** Pairs that signed in, the last used at the end. */
  readonly #known = new Set<string>();

  constructor({ pair, knownPair, range, account }: TryBounds = OF_PASSWORDS) {
    this.#pair = new SlidingWindow(...pair);
    this.#knownPair = new SlidingWindow(...knownPair);
    this.#range = new SlidingWindow(...range);
    this.#account = new SlidingWindow(...account);
  }

  /** Whether that account was signed in to from that range. */
  knows(account: string, range: string): boolean {
    return this.#known.has(pairOf(account, range));
  }

  /** Seconds until this account may be tried again from this range; 0 when it may now. */
  wait(account: string, range: string, now: number): number {
    const pair = pairOf(account, range);
    if (this.#known.has(pair)) return this.#knownPair.wait(pair, now);
    return Math.max(
      this.#pair.wait(pair, now),
      this.#range.wait(range, now),
      this.#account.wait(account, now),
    );
  }

  failed(account: string, range: string, now: number): void {
    const pair = pairOf(account, range);
    if (this.#known.has(pair)) {
      this.#knownPair.count(pair, now);
      return;
    }
    this.#pair.count(pair, now);
    this.#range.count(range, now);
    this.#account.count(account, now);
  }

  succeeded(account: string, range: string): void {
    const pair = pairOf(account, range);
    this.#known.delete(pair);
    this.#known.add(pair);
    for (const oldest of this.#known) {
      if (this.#known.size <= KNOWN_RANGES) return;
      this.#known.delete(oldest);
    }
  }
}

function pairOf(account: string, range: string): string {
  return JSON.stringify([account, range]);
}
