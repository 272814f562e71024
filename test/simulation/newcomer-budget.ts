/** What newcomers may say together, counted once more: from the log alone, in its order, by its time. */

const MINUTE_MS = 60_000;
const BURST = 10;
const PER_SECOND = 1;
const SHARE = 0.5;
const CONVERSATION = 5;
const HEARD_WITHIN_MS = 10 * MINUTE_MS;
const SCREEN = 20;
const THEIRS = 4;
const CROWD = 30;
/** Of what a screen shows, so many by others are a conversation. */
const OTHERS = 5;
/** A sum of parts of a second is as exact as this. */
const ROUNDING = 1e-6;

export interface Line {
  seq: number;
  /** As it is stored. */
  at: number;
  key: string;
  isNew: boolean;
}

interface State {
  /** With the time of the log, which does not go back where a node's clock is behind. */
  lines: readonly Line[];
  /** How many of them are of days that are over. */
  over: number;
  now: number;
  bucket: number;
}

export class NewcomerBudget {
  #state: State = { lines: [], over: 0, now: 0, bucket: BURST };

  /** What it returns puts back what was counted until now. */
  copy(): () => void {
    const state = this.#state;
    return () => {
      this.#state = state;
    };
  }

  turned(at: number): void {
    const { lines } = this.#state;
    this.#state = { ...this.#state, ...this.#at(at), over: lines.length };
  }

  /** What is wrong with it, or null. */
  said(line: Line): string | null {
    const before = this.#state;
    const { now, bucket: full } = this.#at(line.at);
    const fault = line.isNew && this.#isConversation(now) ? this.#fault(line, now, full) : null;
    const bucket = line.isNew ? Math.max(0, full - 1) : full;
    this.#state = { ...before, lines: [...before.lines, { ...line, at: now }], now, bucket };
    return fault;
  }

  /** The time of the log then, and what is in the bucket. */
  #at(at: number): Pick<State, "now" | "bucket"> {
    const { now: before, bucket } = this.#state;
    const now = Math.max(before, at);
    const passed = before === 0 ? 0 : (now - before) / 1_000;
    const others = this.#within(MINUTE_MS, before).filter(({ isNew }) => !isNew).length;
    const rate = Math.max(PER_SECOND, (SHARE * others * 1_000) / MINUTE_MS);
    return { now, bucket: Math.min(BURST, bucket + passed * rate) };
  }

  #fault({ seq, key }: Line, now: number, bucket: number): string | null {
    if (bucket < 1 - ROUNDING) {
      return `newcomers passed their budget at ${seq}: ${bucket.toFixed(2)} was left`;
    }
    const screen = this.#today().slice(1 - SCREEN);
    const [first] = screen;
    if (!first || screen.length < SCREEN - 1) return null;
    const theirs = screen.filter(({ isNew }) => isNew).length;
    if (screen.length - theirs < OTHERS) return null;
    const byTime = Math.floor((now - first.at) / (1_000 / PER_SECOND));
    const most = this.#isOfCrowd(key, now) ? SCREEN / 2 : THEIRS;
    if (byTime >= BURST || theirs < Math.max(most, byTime)) return null;
    return `newcomers have ${theirs + 1} of the twenty lines up to ${seq}`;
  }

  /** Who says a first thing in a crowd of newcomers. */
  #isOfCrowd(key: string, now: number): boolean {
    const lately = this.#today().filter(({ at, isNew }) => isNew && at > now - MINUTE_MS);
    const voices = new Set(lately.map((line) => line.key));
    return voices.size >= CROWD && !voices.has(key);
  }

  /** A guest is somebody else after midnight, so each day's are counted for themselves. */
  #isConversation(now: number): boolean {
    const { lines, over } = this.#state;
    const speakers = (of: readonly Line[]) =>
      new Set(of.filter(({ at }) => at > now - MINUTE_MS).map(({ key }) => key)).size;
    const most = Math.max(speakers(lines.slice(0, over)), speakers(lines.slice(over)));
    const heard = lines.some(({ at, isNew }) => !isNew && at > now - HEARD_WITHIN_MS);
    return most >= CONVERSATION && heard;
  }

  #within(ms: number, now: number): Line[] {
    return this.#state.lines.filter(({ at }) => at > now - ms);
  }

  #today(): readonly Line[] {
    return this.#state.lines.slice(this.#state.over);
  }
}
