import { signal } from "@preact/signals";
import type { DayAhead, TopicEntry, TopicsAhead } from "../../src/wire/topics.ts";
import { words } from "../words/topic-words.ts";
import type { AdminSession } from "./session.ts";
import { formatDay } from "./topics-dates.ts";

const REFRESH_EVERY_MS = 10_000;

/** An entry of the rotation; its key stays, wherever it is moved. */
export type Turn = TopicEntry & { key: number };

/** What a form asks for; without rules a day has the usual ones. */
export interface Wish {
  topic: string;
  rules?: string;
}

/** The topics of days to come, and what changes them. */
export class TopicPlan {
  readonly ahead = signal<TopicsAhead | undefined>(undefined);
  readonly turns = signal<readonly Turn[]>([]);
  /** The key of the one that comes next. */
  readonly next = signal<number | undefined>(undefined);
  readonly #session: AdminSession;
  /** One change of the rotation after the other: each names all of it. */
  #saved: Promise<unknown> = Promise.resolve();
  #saving = 0;
  #saves = 0;
  #lastKey = 0;

  constructor(session: AdminSession) {
    this.#session = session;
  }

  /** Keeps what is shown up to date. Returns what ends that. */
  follow(): () => void {
    void this.refresh();
    const timer = setInterval(() => {
      if (!document.hidden) void this.refresh();
    }, REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }

  async refresh(): Promise<void> {
    const asked = this.#saves;
    const found = await this.#session.ask<TopicsAhead>("/api/admin/topics");
    // What was saved meanwhile, or is being saved, is newer than what was read.
    if (!found || this.#saving > 0 || asked !== this.#saves) return;
    this.ahead.value = found;
    const turns = this.#keyed(found.rotation.topics);
    this.turns.value = turns;
    this.next.value = turns[found.rotation.next ?? -1]?.key;
  }

  /** The next days, and those after them that something is planned for. */
  days(): DayAhead[] {
    const ahead = this.ahead.value;
    if (!ahead) return [];
    const { days, planned, default: usual } = ahead;
    const last = days.at(-1)?.date ?? "";
    const later = planned.filter(({ date }) => date > last);
    return [
      ...days,
      ...later.map((day) => ({
        ...day,
        rules: day.rules ?? usual.rules,
        from: "planned" as const,
      })),
    ];
  }

  plannedFor(date: string): TopicEntry | undefined {
    return this.ahead.value?.planned.find((planned) => planned.date === date);
  }

  async plan(date: string, wish: Wish): Promise<boolean> {
    const done = words.planned(formatDay(date));
    return this.#act("PUT", `/api/admin/topics/${date}`, done, wish);
  }

  async unplan(date: string): Promise<boolean> {
    const done = words.unplanned(formatDay(date));
    return this.#act("DELETE", `/api/admin/topics/${date}`, done);
  }

  async add(wish: Wish): Promise<boolean> {
    return this.#setTurns([...this.turns.peek(), this.#turnOf(wish)], words.changed);
  }

  async change(key: number, wish: Wish): Promise<boolean> {
    const changed = { ...this.#turnOf(wish), key };
    const turns = this.turns.peek().map((turn) => (turn.key === key ? changed : turn));
    return this.#setTurns(turns, words.changed);
  }

  async remove(key: number): Promise<boolean> {
    const turns = this.turns.peek().filter((turn) => turn.key !== key);
    return this.#setTurns(turns, words.changed);
  }

  async move(key: number, by: -1 | 1): Promise<boolean> {
    const turns = [...this.turns.peek()];
    const from = turns.findIndex((turn) => turn.key === key);
    const to = from + by;
    const [turn, other] = [turns[from], turns[to]];
    if (!turn || !other) return false;
    turns[to] = turn;
    turns[from] = other;
    return this.#setTurns(turns, words.moved(to + 1, turns.length));
  }

  async #act(method: "PUT" | "DELETE", path: string, done: string, body?: unknown) {
    const isDone = await this.#session.act(method, path, done, body);
    await this.refresh();
    return isDone;
  }

  /** Shows it at once; where it is refused, what is shown is read again. */
  async #setTurns(turns: readonly Turn[], done: string): Promise<boolean> {
    this.turns.value = turns;
    const topics = turns.map(({ topic, rules }) => (rules === null ? { topic } : { topic, rules }));
    this.#saving++;
    const save = this.#saved.then(() =>
      this.#session.act("PUT", "/api/admin/rotation", done, { topics }),
    );
    this.#saved = save;
    const isDone = await save;
    this.#saving--;
    this.#saves++;
    await this.refresh();
    return isDone;
  }

  #turnOf({ topic, rules = null }: { topic: string; rules?: string | null }): Turn {
    this.#lastKey++;
    return { topic, rules, key: this.#lastKey };
  }

  /** An entry that was there before keeps its key, and so the form that is open in it. */
  #keyed(topics: readonly TopicEntry[]): Turn[] {
    const before = [...this.turns.peek()];
    return topics.map((entry) => {
      const at = before.findIndex(
        ({ topic, rules }) => topic === entry.topic && rules === entry.rules,
      );
      const [same] = at < 0 ? [] : before.splice(at, 1);
      return same ?? this.#turnOf(entry);
    });
  }
}
