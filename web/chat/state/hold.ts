import { signal } from "@preact/signals";
import { type Entry, type Group, type Line, linesOf } from "./entries.ts";

/** What holds the log: a key that is down, a button that was pressed, an open menu, the keyboard's focus. */
export type Holder = "key" | "button" | "menu" | "focus";

/** A log that is held forgets nothing: before more than this wait, it goes on. */
const MOST_WAITING = 2_000;

/** Keeps the log as it is for who acts on a message of it; what comes meanwhile waits and is counted. */
export class Hold {
  readonly isOn = signal(false);
  readonly waiting = signal(0);
  readonly #drawing: { request(): void };
  readonly #holders = new Set<Holder>();
  #held: readonly Entry[] = [];

  constructor(drawing: { request(): void }) {
    this.#drawing = drawing;
  }

  /** `shown` is what is seen now. */
  begin(holder: Holder, shown: readonly Entry[]): void {
    if (this.#holders.size === 0) this.#held = shown;
    this.#holders.add(holder);
    this.isOn.value = true;
  }

  /** The reader asked for earlier messages: what is held from now on has them. */
  renew(shown: readonly Entry[]): void {
    if (this.isOn.peek()) this.#held = shown;
  }

  end(holder: Holder): void {
    if (this.#holders.delete(holder) && this.#holders.size === 0) this.endAll();
  }

  endAll(): void {
    this.#holders.clear();
    this.#held = [];
    if (!this.isOn.peek()) return;
    this.isOn.value = false;
    this.waiting.value = 0;
    this.#drawing.request();
  }

  arrived(): void {
    if (!this.isOn.peek()) return;
    if (this.waiting.peek() < MOST_WAITING) this.waiting.value++;
    else this.endAll();
  }

  /** What is to be seen of the room as it is now: what was seen, without the words that are gone since. */
  still(now: readonly Entry[]): readonly Entry[] {
    if (!this.isOn.peek()) return now;
    const lines = new Map(now.flatMap(linesOf).map((line) => [line.seq, line]));
    this.#held = this.#held.map((entry) =>
      entry.type === "group" ? stillOf(entry, lines) : entry,
    );
    return this.#held;
  }
}

/** The same object where nothing of it changed: then it is not drawn again. */
function stillOf(group: Group, now: ReadonlyMap<number, Line>): Group {
  const lines = group.lines.map((line) => stillLine(line, now.get(line.seq)));
  return lines.some((line, index) => line !== group.lines[index]) ? { ...group, lines } : group;
}

/** Where the words are gone, their place stays. */
function stillLine(line: Line, now: Line | undefined): Line {
  if (now && now.text !== null) return now;
  if (line.text === null || line.place !== undefined) return line;
  const row = document.querySelector<HTMLElement>(`.said[data-seq="${line.seq}"]`);
  return { ...line, text: now ? null : "", place: row?.offsetHeight ?? 0 };
}
