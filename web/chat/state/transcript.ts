import type { MessageEvent as Message } from "../../../src/wire/frames.ts";

/** `text` is null once a moderator removed it. */
export type Line = {
  seq: number;
  text: string | null;
  at: number;
  mine: boolean;
  felt: number;
  feltByMe: boolean;
  /** Whether it speaks to the reader: by name, or as a reply. */
  named: boolean;
  /** What it replies to, and how that reads while it stands. */
  re?: number | undefined;
  quote?: Quote | undefined;
  /** In a log that is held: how high the place is that words that are gone have left. */
  place?: number;
};
export type Kind = Message["kind"];
export type Quote = { user: string; kind: Kind; text: string };
export type Group = {
  type: "group";
  key: string;
  user: string;
  kind: Kind;
  lines: readonly Line[];
};
/** What this page knows of a message beside what the room says of it. */
export type About = Pick<Line, "mine" | "feltByMe" | "named">;
export type Note = { type: "note"; key: string; text: string };
/** `past` once another line stands further down: it then keeps its place alone, unseen. */
export type Unread = { type: "unread"; key: string; past: boolean };
export type Entry = Group | Note | Unread;

const GROUP_LINES = 5;
const GROUP_MS = 2 * 60_000;

/**
 * What the room has said, grouped as it is shown. Groups never change in place, so what
 * kept its identity needs no drawing; a group never regroups, so nothing jumps.
 */
export class Transcript {
  #entries: Entry[] = [];
  #lines = 0;
  #keys = 0;

  /** The entries as they are now: a copy that later changes leave alone. */
  get entries(): readonly Entry[] {
    return [...this.#entries];
  }

  get isEmpty(): boolean {
    return this.#lines === 0;
  }

  say(message: Message, about: About): void {
    const { seq, user, kind } = message;
    const line = this.#lineOf(message, about);
    const last = this.#entries.at(-1);
    this.#lines++;
    if (last?.type === "group" && last.kind === kind && joins(last, user, line.at)) {
      this.#entries[this.#entries.length - 1] = { ...last, lines: [...last.lines, line] };
    } else {
      this.#entries.push({ type: "group", key: `g${seq}`, user, kind, lines: [line] });
    }
  }

  note(text: string): void {
    this.#entries.push({ type: "note", key: `n${this.#keys++}`, text });
  }

  /** Draws the line above what comes next; the one drawn before is no longer seen. */
  markUnread(): void {
    this.#entries = this.#entries.map((entry) =>
      entry.type === "unread" && !entry.past ? { ...entry, past: true } : entry,
    );
    this.#entries.push({ type: "unread", key: `u${this.#keys++}`, past: false });
  }

  /** Leaves a tomb where the message stood; without a trace where its author took it back or is banned. */
  remove(id: number, withoutTrace: boolean): void {
    this.#change(id, (line) => (withoutTrace ? [] : [{ ...line, text: null }]));
    this.#quoteAgain(id);
  }

  /** Whether this is the reader's own. */
  holdsMine(id: number): boolean {
    return this.#entries.some(
      (entry) => entry.type === "group" && entry.lines.some(({ mine, seq }) => mine && seq === id),
    );
  }

  /** Everything of the reader's own, without a trace. */
  buryMine(): void {
    const mine = this.#entries.flatMap((entry) => (entry.type === "group" ? entry.lines : []));
    for (const { seq } of mine.filter((line) => line.mine)) this.remove(seq, true);
  }

  /** Puts a message back where it stood. */
  restore(message: Message, about: About): void {
    this.#putBack(message, this.#lineOf(message, about));
    this.#quoteAgain(message.id);
  }

  #putBack({ id, user, kind }: Message, line: Line): void {
    if (this.#entries.some((entry) => holds(entry, id))) {
      this.#change(id, () => [line]);
      return;
    }
    const after = this.#entries.findIndex((entry) => lastSeq(entry) > id);
    const at = after < 0 ? this.#entries.length : after;
    const neighbour = [at, at - 1].find((index) => {
      const group = this.#entries[index];
      return group?.type === "group" && group.kind === kind && joins(group, user, line.at);
    });
    const group = neighbour === undefined ? undefined : this.#entries[neighbour];
    this.#lines++;
    if (neighbour !== undefined && group?.type === "group") {
      const lines = [...group.lines, line].toSorted((one, other) => one.seq - other.seq);
      this.#entries[neighbour] = { ...group, lines };
    } else {
      this.#entries.splice(at, 0, { type: "group", key: `g${id}`, user, kind, lines: [line] });
    }
  }

  feel(counts: readonly [id: number, felt: number][]): void {
    for (const [id, felt] of counts) this.#change(id, (line) => [{ ...line, felt }]);
  }

  /** The reader's own tap, counted before the room has counted it. */
  feelMyself(id: number): void {
    this.#change(id, (line) => [{ ...line, feltByMe: true, felt: line.felt + 1 }]);
  }

  /** The message at this place as it reads while it stands. */
  quote(id: number | undefined): Quote | undefined {
    if (id === undefined) return undefined;
    const group = this.#entries.findLast((entry) => holds(entry, id));
    if (group?.type !== "group") return undefined;
    const text = group.lines.find(({ seq }) => seq === id)?.text ?? null;
    return text === null ? undefined : { user: group.user, kind: group.kind, text };
  }

  #lineOf({ seq, text, timestamp, felt = 0, re }: Message, about: About): Line {
    return { seq, text, at: Date.parse(timestamp), felt, ...about, re, quote: this.quote(re) };
  }

  /** What a reply shows of another message is there as long as that is. */
  #quoteAgain(id: number): void {
    const quote = this.quote(id);
    this.#entries = this.#entries.map((entry) =>
      entry.type === "group" && entry.lines.some(({ re }) => re === id)
        ? {
            ...entry,
            lines: entry.lines.map((line) => (line.re === id ? { ...line, quote } : line)),
          }
        : entry,
    );
  }

  #change(id: number, change: (line: Line) => Line[]): void {
    const at = this.#entries.findLastIndex((entry) => holds(entry, id));
    const group = this.#entries[at];
    if (group?.type !== "group") return;
    const lines = group.lines.flatMap((line) => (line.seq === id ? change(line) : [line]));
    this.#lines += lines.length - group.lines.length;
    if (lines.length > 0) this.#entries[at] = { ...group, lines };
    else this.#entries.splice(at, 1);
  }

  /** Drops the oldest until `most` messages are left, and what only kept its place. */
  trim(most: number): void {
    if (this.#entries.some((entry) => entry.type === "unread" && entry.past)) {
      this.#entries = this.#entries.filter((entry) => entry.type !== "unread" || !entry.past);
    }
    while (this.#lines > most) {
      const [first] = this.#entries;
      const spare = this.#lines - most;
      if (first?.type === "group" && first.lines.length > spare) {
        this.#entries[0] = { ...first, lines: first.lines.slice(spare) };
        this.#lines = most;
      } else {
        this.#entries.shift();
        if (first?.type === "group") this.#lines -= first.lines.length;
      }
    }
  }

  clear(): void {
    this.#entries = [];
    this.#lines = 0;
  }
}

function holds(entry: Entry, id: number): boolean {
  return entry.type === "group" && entry.lines.some((line) => line.seq === id);
}

/** Of what is not a group, none. */
function lastSeq(entry: Entry): number {
  return entry.type === "group" ? (entry.lines.at(-1)?.seq ?? 0) : 0;
}

/** Whether one more line of this name, said then, belongs to the group. */
export function joins(group: Group, user: string, at: number): boolean {
  const [first] = group.lines;
  return (
    group.user === user &&
    group.lines.length < GROUP_LINES &&
    first !== undefined &&
    Math.abs(at - first.at) < GROUP_MS
  );
}
