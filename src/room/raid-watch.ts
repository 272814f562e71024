import { likenessOf } from "./likeness.ts";
import type { Submission } from "./ports.ts";
import { SecondCounts } from "./second-counts.ts";
import { isNewcomer, type Standing } from "./standing.ts";

const WINDOW_S = 10;
/** A second, shorter window: over ten seconds a busy room hides the first two of a raid. */
const FIRST_S = 2;
const HOUR_S = 3_600;
/** A raid has at least this many messages of newcomers in a window, and at least this share of all its messages. */
const NEWCOMERS = 10;
const NEWCOMERS_SHARE = 0.6;
/** It also has this share of newcomers' messages that read alike, or this many times the usual number of new passes. */
const ALIKE_SHARE = 0.4;
const TIMES_USUAL = 5;
/** A text is what everybody says now if three heard people say it too, and at least one for every four newcomers. */
const HEARD_SAY = 3;
const NEWCOMERS_PER_HEARD = 4;
/** The least that counts as usual: a link that is passed on brings a hundred people at once. */
const LEAST_USUAL_PASSES = 30;
/** If nobody was heard for this long, there is nobody to protect: the newcomers are the room. */
const HEARD_WITHIN_MS = 10 * 60_000;
/** Bounds the memory. This many messages are enough to decide. */
const MOST_KEPT = 2_000;

interface Tried {
  at: number;
  sender: string;
  likeness: number | string;
}

/**
 * Detects a raid by what newcomers try to say on this node, whether it was stored or refused. It
 * does not find out who raids: it sees that a crowd says the same, or that it came all at once.
 */
export class RaidWatch {
  #newcomers: Tried[] = [];
  /** What heard people said. Newcomers may be saying the same. */
  #heard: Tried[] = [];
  readonly #others = [FIRST_S, WINDOW_S].map((seconds) => ({
    seconds,
    counts: new SecondCounts(seconds),
  }));
  readonly #passes = new SecondCounts(WINDOW_S);
  readonly #passesOfHour = new SecondCounts(HOUR_S);
  readonly #openedAt: number;
  #heardAt = -Infinity;

  constructor(openedAt: number) {
    this.#openedAt = openedAt;
  }

  /** Counts a pass given to somebody who had none, not even one of yesterday. */
  issuedPass(at: number): void {
    this.#passes.count(at);
    this.#passesOfHour.count(at);
  }

  tried(submissions: readonly Submission[], standings: readonly Standing[], at: number): void {
    for (const [index, { sender, text }] of submissions.entries()) {
      // At midnight everybody is new. People who were here before it are no crowd.
      const isNew = isNewcomer(standings[index]) && !sender.wasHere;
      if (!isNew) {
        this.#heardAt = at;
        for (const { counts } of this.#others) counts.count(at);
      } else if (at - this.#heardAt >= HEARD_WITHIN_MS) continue;
      const likeness = likenessOf(text) ?? text.toLowerCase();
      (isNew ? this.#newcomers : this.#heard).push({ at, sender: sender.key, likeness });
    }
    this.#newcomers = recent(this.#newcomers, at);
    this.#heard = recent(this.#heard, at);
  }

  isRaid(at: number): boolean {
    if (this.#newcomers.length < NEWCOMERS || at - this.#heardAt > HEARD_WITHIN_MS) return false;
    this.#newcomers = recent(this.#newcomers, at);
    this.#heard = recent(this.#heard, at);
    return this.#others.some(({ seconds, counts }) => {
      const newcomers = once(within(this.#newcomers, seconds, at));
      const all = newcomers.length + counts.sum(at);
      if (newcomers.length < NEWCOMERS || newcomers.length < all * NEWCOMERS_SHARE) return false;
      return this.#alike(newcomers) >= newcomers.length * ALIKE_SHARE || this.#passesAreMany(at);
    });
  }

  /** How many messages read like another newcomer's, and are not what everybody says. */
  #alike(newcomers: readonly Tried[]): number {
    const heard = timesOf(once(this.#heard));
    return [...timesOf(newcomers)]
      .filter(([likeness, count]) => {
        const everybody = Math.max(HEARD_SAY, count / NEWCOMERS_PER_HEARD);
        return count > 1 && (heard.get(likeness) ?? 0) < everybody;
      })
      .reduce((sum, [, count]) => sum + count, 0);
  }

  #passesAreMany(at: number): boolean {
    const now = this.#passes.sum(at);
    const seconds = Math.min((at - this.#openedAt) / 1_000, HOUR_S) - WINDOW_S;
    const usual = (this.#passesOfHour.sum(at) - now) / Math.max(1, seconds / WINDOW_S);
    return now >= TIMES_USUAL * Math.max(LEAST_USUAL_PASSES, usual);
  }
}

/** Those of the last `seconds`. `tried` is in the order of time. */
function within(tried: readonly Tried[], seconds: number, at: number): Tried[] {
  const first = tried.findIndex((one) => one.at > at - seconds * 1_000);
  return first === -1 ? [] : tried.slice(first);
}

/** One of each sender and text: a message that waits for its turn is tried again and again. */
function once(tried: readonly Tried[]): Tried[] {
  return [...new Map(tried.map((one) => [`${one.sender} ${one.likeness}`, one])).values()];
}

function timesOf(tried: readonly Tried[]): Map<Tried["likeness"], number> {
  const times = new Map<Tried["likeness"], number>();
  for (const { likeness } of tried) times.set(likeness, (times.get(likeness) ?? 0) + 1);
  return times;
}

/** Drops what is older than the window, so that nothing anybody said is kept for longer than it is needed. */
function recent(tried: Tried[], at: number): Tried[] {
  const [first] = tried;
  const kept = first && first.at <= at - WINDOW_S * 1_000 ? within(tried, WINDOW_S, at) : tried;
  return kept.length > 2 * MOST_KEPT ? kept.slice(-MOST_KEPT) : kept;
}
