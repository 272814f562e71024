import { likenessOf } from "./likeness.ts";
import type { Submission } from "./ports.ts";
import type { Standing } from "./standing.ts";

const WINDOW_MS = 10_000;
/** A busy room would outweigh the first seconds of a raid in a longer one. */
const FIRST_MS = 2_000;
const USUAL_MS = 60 * 60_000;
/** So many messages of newcomers in the window, which are this part of all. */
const NEWCOMERS = 10;
const NEWCOMERS_SHARE = 0.6;
/** And this part of them like another of them, or so many times the usual new passes. */
const ALIKE_SHARE = 0.4;
const TIMES_USUAL = 5;
/** In a window, where the room has seen fewer: a link that goes round brings a hundred people in one, and more for a moment. */
const LEAST_USUAL_PASSES = 30;

/** Where nobody was heard lately there is nobody to protect: those who come are the room. */
const HEARD_WITHIN_MS = 10 * 60_000;

interface Tried {
  at: number;
  isNew: boolean;
  likeness: number | string | null;
}

/**
 * Tells a raid by what newcomers try to say on this node, whether it was stored or refused. It
 * recognizes no raider: it sees that a crowd came, and says the same or came all at once.
 */
export class RaidWatch {
  #tried: Tried[] = [];
  #passes: number[] = [];
  #heardAt = -Infinity;
  readonly #openedAt: number;

  constructor(openedAt: number) {
    this.#openedAt = openedAt;
  }

  /** A pass was issued to somebody who showed none, not even of yesterday. */
  issuedPass(at: number): void {
    this.#passes.push(at);
  }

  tried(submissions: readonly Submission[], standings: readonly Standing[], at: number): void {
    for (const [index, { text }] of submissions.entries()) {
      const isNew = standings[index] === "new";
      const likeness = isNew ? (likenessOf(text) ?? text.toLowerCase()) : null;
      if (!isNew) this.#heardAt = at;
      this.#tried.push({ at, isNew, likeness });
    }
  }

  isRaid(at: number): boolean {
    if (at - this.#heardAt > HEARD_WITHIN_MS) return false;
    this.#tried = since(this.#tried, at - WINDOW_MS, ({ at: tried }) => tried);
    const first = since(this.#tried, at - FIRST_MS, ({ at: tried }) => tried);
    return [first, this.#tried].some((tried) => {
      const newcomers = tried.filter(({ isNew }) => isNew);
      if (newcomers.length < NEWCOMERS) return false;
      if (newcomers.length < tried.length * NEWCOMERS_SHARE) return false;
      return alike(newcomers) >= newcomers.length * ALIKE_SHARE || this.#passesAreMany(at);
    });
  }

  #passesAreMany(at: number): boolean {
    this.#passes = since(this.#passes, at - USUAL_MS, (issued) => issued);
    const from = at - WINDOW_MS;
    const now = this.#passes.filter((issued) => issued > from).length;
    const windows = Math.max(1, (Math.min(at - this.#openedAt, USUAL_MS) - WINDOW_MS) / WINDOW_MS);
    const usual = (this.#passes.length - now) / windows;
    return now >= TIMES_USUAL * Math.max(LEAST_USUAL_PASSES, usual);
  }
}

/** Those that read like another one. */
function alike(tried: readonly Tried[]): number {
  const times = new Map<Tried["likeness"], number>();
  for (const { likeness } of tried) times.set(likeness, (times.get(likeness) ?? 0) + 1);
  return [...times.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

/** They are in the order of their times. */
function since<Value>(values: Value[], from: number, timeOf: (value: Value) => number): Value[] {
  const first = values.findIndex((value) => timeOf(value) > from);
  if (first === -1) return [];
  return first === 0 ? values : values.slice(first);
}
