import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { KEYS, local } from "../../shared/storage.ts";
import type { Today } from "./day.ts";
import type { Entry, Kind } from "./entries.ts";

type Who = { user: string; kind: Kind };

/**
 * Whom the reader does not want to see today: kept in this browser alone, by the name that they wear.
 * What they say is still there, unseen, and back at once when they are not ignored any more.
 */
export class Ignored {
  readonly names = signal<ReadonlySet<string>>(new Set());
  #day = "";

  constructor(today: ReadonlySignal<Today | undefined>) {
    today.subscribe((now) => {
      if (now) this.#begin(now.day);
    });
  }

  /** What was kept on another day is forgotten. */
  #begin(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    const kept: { day?: string; names?: string[] } = JSON.parse(local.recall(KEYS.ignored) ?? "{}");
    this.#show(kept.day === day ? (kept.names ?? []) : []);
  }

  has(who: Who): boolean {
    return this.names.value.has(keyOf(who));
  }

  add(who: Who): void {
    this.#show([...this.names.peek(), keyOf(who)]);
  }

  drop(who: Who): void {
    this.#show([...this.names.peek()].filter((key) => key !== keyOf(who)));
  }

  dropAll(): void {
    this.#show([]);
  }

  /** How many lines are out of sight. */
  linesIn({ value: entries }: Signal<readonly Entry[]>): number {
    return entries.reduce(
      (sum, entry) => sum + (entry.type === "group" && this.has(entry) ? entry.lines.length : 0),
      0,
    );
  }

  #show(names: readonly string[]): void {
    this.names.value = new Set(names);
    if (names.length === 0) local.forget(KEYS.ignored);
    else local.keep(KEYS.ignored, JSON.stringify({ day: this.#day, names }));
  }
}

/** A badge is no part of a name: who wears the name of an account as a guest is another. */
const keyOf = ({ user, kind }: Who) => `${kind} ${user}`;
