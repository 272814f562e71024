import type { MessageEvent as Message } from "../../../src/wire/frames.ts";
import {
  type About,
  type Entry,
  holds,
  isLiveLine,
  joins,
  type Line,
  lastSeq,
  linesOf,
  type Quote,
  quoteOf,
  quoting,
  type Unread,
  withLine,
  withoutOldest,
} from "./entries.ts";
import { Origins, type Read } from "./origins.ts";

/** Dropped together: without its first group the whole log stands elsewhere, and is looked at anew. */
const DROPPED_LINES = 50;

/** A message of before, and what the page knows of it. */
export type Earlier = { message: Message; about: About };

/**
 * What the room has said, grouped as it is shown. Groups never change in place, so what
 * kept its identity needs no drawing; a group never regroups, so nothing jumps.
 */
export class Transcript {
  readonly origins: Origins;
  #entries: Entry[] = [];
  #lines = 0;
  #keys = 0;
  /** The line where unread begins, until the first message below it is held. */
  #line: Unread | undefined;
  #isCut = false;
  #hasEarlier = false;
  /** While earlier messages are on their way here: what was removed meanwhile. */
  #removed: Set<number> | undefined;

  constructor(origins = new Origins()) {
    this.origins = origins;
  }

  /** The entries as they are now: a copy that later changes leave alone. */
  get entries(): readonly Entry[] {
    return [...this.#entries];
  }

  get isEmpty(): boolean {
    return this.#lines === 0;
  }

  /** Whether the newest messages are not held: who reads back holds so many, and no more. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Whether more was said today before what is held. */
  get hasEarlier(): boolean {
    return this.#hasEarlier;
  }

  /** Of the oldest message that is held. */
  get firstSeq(): number {
    return this.#entries.flatMap(linesOf)[0]?.seq ?? 0;
  }

  say(message: Message, about: About): void {
    if (this.#isCut) return;
    const { seq, user, kind } = message;
    if (this.#line && seq >= this.#line.seq) {
      this.#entries.push(this.#line);
      this.#line = undefined;
    }
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
    if (this.#isCut) return;
    this.#entries.push({ type: "note", key: `n${this.#keys++}`, text });
  }

  /** Draws the line above the message `seq`; the one drawn before is no longer seen. */
  markUnread(seq: number): void {
    this.#entries = this.#entries.map((entry) =>
      isLiveLine(entry) ? { ...entry, past: true } : entry,
    );
    this.#line = { type: "unread", key: `u${this.#keys++}`, past: false, seq };
  }

  /** Leaves a tomb where the message stood; without a trace where its author took it back or is banned. */
  remove(id: number, withoutTrace: boolean): void {
    this.#removed?.add(id);
    this.origins.drop(id);
    this.#change(id, (line) => (withoutTrace ? [] : [{ ...line, text: null }]));
    this.#quoteAgain(id);
  }

  /** Whether this is the reader's own. */
  holdsMine(id: number): boolean {
    return this.#entries.flatMap(linesOf).some(({ mine, seq }) => mine && seq === id);
  }

  /** Everything of the reader's own, without a trace. */
  buryMine(): void {
    const mine = this.#entries.flatMap(linesOf).filter((line) => line.mine);
    for (const { seq } of mine) this.remove(seq, true);
  }

  /** Puts a message back where it stood. What is not held comes, or is read back, with all around it. */
  restore(message: Message, about: About): void {
    const { id } = message;
    this.origins.put(message);
    const isAbove = this.#hasEarlier && id < this.firstSeq;
    const isBelow = this.#isCut && !this.#entries.some((entry) => lastSeq(entry) > id);
    if (!isAbove && !isBelow) this.#putBack(message, this.#lineOf(message, about));
    this.#quoteAgain(id);
  }

  #putBack(message: Message, line: Line): void {
    if (this.#entries.some((entry) => holds(entry, message.id))) {
      this.#change(message.id, () => [line]);
      return;
    }
    this.#lines++;
    this.#entries = withLine(this.#entries, message, line);
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
    return id === undefined ? undefined : (quoteOf(this.#entries, id) ?? this.origins.get(id));
  }

  /** Has the replies quote what was read of what is not held; whether there is any. */
  quoteRead(wanted: ReadonlySet<number>, read: Read): boolean {
    const found = this.origins.settle(wanted, read);
    for (const id of found) this.#quoteAgain(id);
    return found.length > 0;
  }

  #lineOf({ seq, text, timestamp, felt = 0, re }: Message, about: About): Line {
    const quote = this.quote(re);
    if (re !== undefined && !quote) this.origins.want(re);
    return { seq, text, at: Date.parse(timestamp), felt, ...about, re, quote };
  }

  /** What a reply shows of another message is there as long as that is. */
  #quoteAgain(id: number): void {
    this.#entries = quoting(this.#entries, id, this.quote(id));
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

  /** Drops the oldest where more than `most` messages are held, and what only kept its place; not where unread begins. */
  trim(most: number): void {
    if (this.#entries.some((entry) => entry.type === "unread" && entry.past)) {
      this.#entries = this.#entries.filter((entry) => entry.type !== "unread" || !entry.past);
    }
    if (this.#lines >= most) this.#hasEarlier = true;
    // What is on its way would no longer join what is held.
    if (this.#lines > most) this.#removed = undefined;
    let left = this.#lines;
    while (left > most) left -= DROPPED_LINES;
    this.#entries = withoutOldest(this.#entries, this.#lines - left);
    this.#lines = left;
  }

  /** Once `most` messages are held, what is newer is let go, and what comes is not held, until all is cleared. */
  cut(most: number): void {
    if (this.#lines >= most) this.#isCut = true;
    while (this.#lines > most) {
      const last = this.#entries.pop();
      if (last?.type === "group") this.#lines -= last.lines.length;
      if (isLiveLine(last)) this.#line = last;
    }
  }

  /** Earlier messages are asked for, and are to be given to `prepend`. */
  awaitEarlier(): void {
    this.#removed = new Set();
  }

  /**
   * Puts earlier messages, oldest first, above all that are held, unless what they were to be above is gone.
   * `hasMore`: whether there are earlier ones still.
   */
  prepend(earlier: readonly Earlier[], hasMore: boolean): boolean {
    const removed = this.#removed;
    this.#removed = undefined;
    if (!removed) return false;
    const above = new Transcript(this.origins);
    const [top] = this.#entries;
    if (isLiveLine(top)) above.#line = top;
    for (const { message, about } of earlier) {
      if (!removed.has(message.id)) above.say(message, about);
    }
    const held = isLiveLine(top) && !above.#line ? this.#entries.slice(1) : this.#entries;
    // A group that was trimmed keeps the key of its first message, which may be among these.
    const page = this.#keys++;
    const entries = above.#entries.map((entry) => ({ ...entry, key: `${page}.${entry.key}` }));
    this.#entries = [...entries, ...held];
    this.#lines += above.#lines;
    this.#hasEarlier = hasMore;
    for (const { re, quote } of held.flatMap(linesOf)) {
      if (re !== undefined && !quote && this.quote(re)) this.#quoteAgain(re);
    }
    return true;
  }

  /** `keepsLine`: what comes next may be below the line of what is unread. */
  clear(keepsLine = false): void {
    this.#line = keepsLine ? (this.#entries.find(isLiveLine) ?? this.#line) : undefined;
    this.#entries = [];
    this.#lines = 0;
    this.#removed = undefined;
    this.#isCut = this.#hasEarlier = false;
    this.origins.clear();
  }
}
