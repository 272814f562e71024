import { likenessOf } from "./likeness.ts";
import type { Submission } from "./ports.ts";
import { SecondCounts } from "./second-counts.ts";
import type { Standing } from "./standing.ts";

const WINDOW_S = 10;
/** A busy room would outweigh the first seconds of a raid in a longer one. */
const FIRST_S = 2;
const HOUR_S = 3_600;
/** So many messages of newcomers in a window, which are this part of all. */
const NEWCOMERS = 10;
const NEWCOMERS_SHARE = 0.6;
/** And this part of them like another's, or so many times the usual new passes. */
const ALIKE_SHARE = 0.4;
const TIMES_USUAL = 5;
/** What so many who were heard say too, and one for every so many newcomers, is what everybody says now. */
const HEARD_SAY = 3;
const NEWCOMERS_PER_HEARD = 4;
/** Of passes in a window, where the room has seen fewer: a link that goes round brings a hundred. */
const LEAST_USUAL_PASSES = 30;
/** Where nobody was heard lately there is nobody to protect: those who come are the room. */
const HEARD_WITHIN_MS = 10 * 60_000;
/** More need not be looked at to know. */
const MOST_KEPT = 2_000;

interface Tried {
  at: number;
  sender: string;
  likeness: number | string;
}

/**
 * Tells a raid by what newcomers try to say on this node, whether it was stored or refused. It
 * recognizes no raider: it sees that a crowd came, and says the same or came all at once.
 */
export class RaidWatch {
  #newcomers: Tried[] = [];
  /** By those who were heard, as far as newcomers could be saying the same. */
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

  /** A pass was issued to somebody who showed none, not even of yesterday. */
  issuedPass(at: number): void {
    this.#passes.count(at);
    this.#passesOfHour.count(at);
  }

  tried(submissions: readonly Submission[], standings: readonly Standing[], at: number): void {
    for (const [index, { sender, text }] of submissions.entries()) {
      // Who was here before midnight is no crowd that came.
      const isNew = standings[index] === "new" && !sender.wasHere;
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

  /** Those that read like another newcomer's, and not like what everybody says. */
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

/** They are in the order of their times. */
function within(tried: readonly Tried[], seconds: number, at: number): Tried[] {
  const first = tried.findIndex((one) => one.at > at - seconds * 1_000);
  return first === -1 ? [] : tried.slice(first);
}

/** A message that waits for its turn is tried again and again. */
function once(tried: readonly Tried[]): Tried[] {
  return [...new Map(tried.map((one) => [`${one.sender} ${one.likeness}`, one])).values()];
}

function timesOf(tried: readonly Tried[]): Map<Tried["likeness"], number> {
  const times = new Map<Tried["likeness"], number>();
  for (const { likeness } of tried) times.set(likeness, (times.get(likeness) ?? 0) + 1);
  return times;
}

/** Nothing that somebody said is kept for longer than it is looked at. */
function recent(tried: Tried[], at: number): Tried[] {
  const [first] = tried;
  const kept = first && first.at <= at - WINDOW_S * 1_000 ? within(tried, WINDOW_S, at) : tried;
  return kept.length > 2 * MOST_KEPT ? kept.slice(-MOST_KEPT) : kept;
}
