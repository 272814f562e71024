/** One member of staff, who reads as everybody does, and presses one button after another as a person would. */
import type { ServerEvent } from "../src/wire/frames.ts";
import { isHostile } from "./texts.ts";

/** A press no sooner than this after the one before, or after what is seen first. */
const PRESS_MS = 2_000;
const SCREEN_LINES = 20;
/** So many hostile lines on a screen are no single quarrel. */
const RAID_LINES = 3;

/** What the shield hid. */
export interface HiddenLines {
  act: number;
  texts: readonly string[];
}

/** The buttons. What the room refuses, such as to ban for a message that is gone already, they let be. */
export interface Desk {
  raiseShield(): Promise<unknown>;
  /** What is hidden and not decided on; null where nothing is. */
  hidden(): Promise<HiddenLines | null>;
  settleHidden(act: number, keep: boolean): Promise<unknown>;
  ban(message: number): Promise<unknown>;
  settleReport(message: number, keep: boolean): Promise<unknown>;
}

export interface Time {
  /** Milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

interface Line {
  id: number;
  text: string;
}

export class Moderator {
  /** When each button was pressed. */
  readonly presses: number[] = [];
  /** Messages whose first report came, and counted, after staff had decided on one. */
  readonly reportedSince = new Set<number>();
  readonly #desk: Desk;
  readonly #time: Time;
  #lines: Line[] = [];
  #isShielded = false;
  /** Hidden by reports, and to be decided on. */
  #reported: number[] = [];
  readonly #decided = new Set<number>();
  /** Of which any report was told. */
  readonly #seen = new Set<number>();
  #isOver = false;

  constructor(desk: Desk, time: Time) {
    this.#desk = desk;
    this.#time = time;
  }

  /** From a time on, until `leave`. */
  async play(from: number): Promise<void> {
    await this.#time.sleep(Math.max(0, from - this.#time.now()));
    while (!this.#isOver) {
      await this.#time.sleep(PRESS_MS);
      await this.#act();
    }
  }

  leave(): void {
    this.#isOver = true;
  }

  /** What staff are shown. */
  see(event: ServerEvent): void {
    if (event.type === "message") this.#lines.push({ id: event.id, text: event.text });
    if (event.type === "mode") this.#isShielded = event.shield.on;
    if (event.type === "deleted") this.#forget([event.id]);
    if (event.type === "removed") this.#forget(event.ids);
    if (event.type !== "reports") return;
    const { id, count, hidden } = event;
    const isFirst = !this.#seen.has(id);
    this.#seen.add(id);
    if (isFirst && count > 0 && this.#decided.size > 0) this.reportedSince.add(id);
    // Each report of a hidden message is told; it is decided on once.
    if (hidden && !this.#reported.includes(id) && !this.#decided.has(id)) this.#reported.push(id);
  }

  get #hostile(): Line[] {
    return this.#lines.slice(-SCREEN_LINES).filter(({ text }) => isHostile(text));
  }

  async #act(): Promise<void> {
    const [reported] = this.#reported;
    const { length } = this.#hostile;
    if (reported !== undefined) {
      await this.#press();
      this.#decided.add(reported);
      await this.#press(() => this.#desk.settleReport(reported, true));
      this.#reported.shift();
    } else if (length >= RAID_LINES && !this.#isShielded) {
      await this.#press(() => this.#desk.raiseShield());
    } else if (!(await this.#settleHidden())) {
      const line = this.#hostile.at(-1);
      if (line) await this.#ban(line);
    }
  }

  /** What the shield hid: one press to read it, one to remove it. Whether there was any. */
  async #settleHidden(): Promise<boolean> {
    const hidden = await this.#desk.hidden();
    if (!hidden) return false;
    await this.#press();
    const { act, texts } = hidden;
    const isRaid = texts.filter(isHostile).length * 2 > texts.length;
    await this.#press(() => this.#desk.settleHidden(act, !isRaid));
    return true;
  }

  /** One press on the message, one on what is done about it. */
  async #ban({ id }: Line): Promise<void> {
    await this.#press();
    await this.#press(() => this.#desk.ban(id));
  }

  /** Without a button, what only opens something. */
  async #press(button?: () => Promise<unknown>): Promise<void> {
    const last = this.presses.at(-1) ?? Number.NEGATIVE_INFINITY;
    await this.#time.sleep(Math.max(0, last + PRESS_MS - this.#time.now()));
    if (this.#isOver) return;
    this.presses.push(this.#time.now());
    await button?.();
  }

  #forget(ids: readonly number[]): void {
    this.#lines = this.#lines.filter(({ id }) => !ids.includes(id)).slice(-2 * SCREEN_LINES);
  }
}
