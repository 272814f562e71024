import { z } from "zod";
import type { Sender } from "../../room/ports.ts";
import { SecondCounts } from "../../room/second-counts.ts";
import { SlidingWindow } from "../../room/sliding-window.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import { isNewcomer, type Standing } from "../../room/standing.ts";
import type { RoomRow } from "../database/room-row.ts";
import { type Part, SCREEN_LINES, Screen } from "./screen.ts";

const MINUTE_MS = 60_000;
const MINUTE_S = 60;
/** What all newcomers together may say under the shield. */
const SHIELDED_PER_MINUTE = 12;
/**
 * An empty room makes nobody wait: there is a conversation to protect where so many spoke in the
 * last minute, and somebody who was heard within the last ones.
 */
const CONVERSATION = 5;
const HEARD_WITHIN_MS = 10 * MINUTE_MS;
/** Messages at once after a silence. In a busy room fewer: they must not fill a screen of 20 lines. */
const BURST = 10;
const LEAST_BURST = 3;
/** So many messages of everyone else a minute make the burst smaller by one. */
const OTHERS_PER_BURST = 10;
/** Whoever has to leave what is there to those who were here before midnight asks again so soon, in seconds. */
const KEPT_AGAIN_S = 1;
/** So many newcomers who spoke within a minute are a crowd: each of it is let to say a first thing soon. */
const CROWD = 30;

/** What is accepted and not stored yet. */
export class Batch {
  newcomers = 0;
  /** Those of them who are not pending. */
  fresh = 0;
  /** Whether somebody who is not new is among them. */
  hasOthers = false;
  readonly speakers = new Set<string>();
  readonly byRange = new Map<string, number>();
  /** For each message whether it is a newcomer's. */
  readonly lines: boolean[] = [];

  add({ key, range }: Sender, standing: Standing): void {
    const isNew = isNewcomer(standing);
    this.speakers.add(key);
    this.lines.push(isNew);
    if (!isNew) this.hasOthers = true;
    if (!isNew) return;
    this.newcomers++;
    if (standing === "new") this.fresh++;
    if (range !== null) this.byRange.set(range, (this.byRange.get(range) ?? 0) + 1);
  }
}

/** What the end of a day leaves to the next: nobody's name or words, numbers. Times in milliseconds since the epoch. */
const LastMinute = z.object({
  at: z.number(),
  bucket: z.number(),
  heardAt: z.number().nullable(),
  /** How many spoke in it. */
  speakers: z.number(),
  /** What those who were not new said, for each second, the newest first. */
  others: z.array(z.number()),
});
export type LastMinute = z.infer<typeof LastMinute>;

/** As the room's row holds it; null on the first day. */
export function lastMinuteIn({ last_minute: json }: RoomRow): LastMinute | null {
  return json === "" ? null : LastMinute.parse(JSON.parse(json));
}

type Counted = Pick<Sender, "key" | "range">;
type Asking = Pick<Sender, "key" | "range" | "wasHere">;

/**
 * What all newcomers together may say: a bucket that fills with a part of what everyone else says.
 * Each node feeds it the same messages in the same order, so it stands the same on all of them.
 */
export class Newcomers {
  readonly #limits: SpeakingLimits;
  #others = new SecondCounts(MINUTE_S);
  readonly #screen = new Screen();
  readonly #part: Part;
  readonly #firstPart: Part;
  /** Who spoke within a minute, and which of them are new and not pending. */
  #speakers = new SlidingWindow(1, MINUTE_MS);
  #voices = new SlidingWindow(1, MINUTE_MS);
  #perRange: SlidingWindow;
  #bucket = BURST;
  /** The time of the log: it does not go back where a node's clock is behind. */
  #now = 0;
  /** When somebody else spoke last. */
  #heardAt = -Infinity;
  /** Who spoke in the last minute of the day before: how many, and until when that counts. */
  #before = { speakers: 0, until: -Infinity };
  /** Of the bucket at midnight, what is not for those who come since; and when that was. */
  #kept = { messages: 0, at: 0 };
  /** When the last newcomer spoke who is not pending. */
  #lastAt = -Infinity;

  constructor(limits: SpeakingLimits) {
    this.#limits = limits;
    this.#part = partOfScreen(limits);
    this.#firstPart = { ...this.#part, lines: Math.max(this.#part.lines, SCREEN_LINES / 2) };
    this.#perRange = new SlidingWindow(limits.newcomersPerRange, MINUTE_MS);
  }

  endDay(at: number): LastMinute {
    this.#fill(at);
    return {
      at: this.#now,
      bucket: this.#bucket,
      heardAt: Number.isFinite(this.#heardAt) ? this.#heardAt : null,
      speakers: this.#speakers.size(this.#now),
      others: this.#others.list(this.#now),
    };
  }

  /** Of what came before, only what the day before left is known. */
  beginDay(left: LastMinute | null): void {
    this.#perRange = new SlidingWindow(this.#limits.newcomersPerRange, MINUTE_MS);
    this.#speakers = new SlidingWindow(1, MINUTE_MS);
    this.#voices = new SlidingWindow(1, MINUTE_MS);
    this.#screen.clear();
    this.#others = new SecondCounts(MINUTE_S);
    if (left) this.#others.putBack(left.others, left.at);
    this.#bucket = left?.bucket ?? BURST;
    this.#now = left?.at ?? 0;
    this.#heardAt = left?.heardAt ?? -Infinity;
    this.#lastAt = -Infinity;
    this.#before = { speakers: left?.speakers ?? 0, until: (left?.at ?? 0) + MINUTE_MS };
    this.#kept = { messages: (left?.bucket ?? 0) - this.#part.lines, at: left?.at ?? 0 };
  }

  /** Nothing is known of the time before `from`, but when somebody who was heard spoke last. */
  missed(from: number, heardAt: number): void {
    this.#heardAt = Math.max(this.#heardAt, heardAt);
    if (this.#now >= from) return;
    // It may have been empty, so that is what is taken for granted.
    this.#bucket = 0;
    this.#now = from;
  }

  /** Whether there is something that newcomers could drown: what this batch accepted counts too. */
  hasConversation(at: number, batch: Batch): boolean {
    this.#fill(at);
    const now = this.#now;
    if (!batch.hasOthers && now - this.#heardAt >= HEARD_WITHIN_MS) return false;
    const before = now < this.#before.until ? this.#before.speakers : 0;
    let speakers = this.#speakers.size(now);
    for (const key of batch.speakers) {
      if (speakers >= CONVERSATION) break;
      if (this.#speakers.last(key) === undefined) speakers++;
    }
    return Math.max(speakers, before) >= CONVERSATION;
  }

  /** As `wait`, under the shield: one after the other, slowly, however much the others say. */
  shieldedWait(at: number, batch: Batch): number {
    const gap = MINUTE_MS / SHIELDED_PER_MINUTE;
    return (Math.max(0, this.#lastAt + gap - at) + gap * batch.fresh) / 1_000;
  }

  /** Seconds until a newcomer may speak in a conversation, 0 if now. */
  wait({ key, range, wasHere = false }: Asking, at: number, batch: Batch): number {
    const ofRange = range === null ? 0 : (batch.byRange.get(range) ?? 0);
    const byRange = range === null ? 0 : this.#perRange.wait(range, at, ofRange);
    if (byRange > 0) return byRange;
    this.#fill(at);
    const missing = 1 + batch.newcomers - this.#bucket;
    if (missing > 0) return missing / this.#rate();
    if (!wasHere && missing + this.#keptNow() > 0) return KEPT_AGAIN_S;
    const isFirst = !batch.speakers.has(key) && this.#speakers.last(key) === undefined;
    const part = isFirst && this.#voices.size(this.#now) >= CROWD ? this.#firstPart : this.#part;
    return this.#screen.wait(part, batch.lines, this.#now) / 1_000;
  }

  count({ key, range }: Counted, standing: Standing, at: number): void {
    this.#fill(at);
    const now = this.#now;
    const isNew = isNewcomer(standing);
    this.#screen.add(isNew, now);
    this.#speakers.count(key, now);
    if (!isNew) {
      this.#others.count(now);
      this.#heardAt = now;
      return;
    }
    if (standing === "new") {
      this.#lastAt = now;
      // Those who are pending are no crowd that came: what they say is no first word.
      this.#voices.count(key, now);
    }
    // While the room is empty nobody waits, and nothing is owed for it afterwards.
    this.#bucket = Math.max(0, this.#bucket - 1);
    if (range !== null) this.#perRange.count(range, now);
  }

  #fill(at: number): void {
    const passed = Math.max(0, at - this.#now) / 1_000;
    this.#now = Math.max(this.#now, at);
    const others = this.#others.sum(this.#now);
    const most = Math.max(
      LEAST_BURST,
      BURST - Math.floor(others / OTHERS_PER_BURST),
      2 * this.#limits.newcomersPerSecond,
    );
    this.#bucket = Math.min(most, this.#bucket + passed * this.#rate());
  }

  /**
   * At midnight everybody is new. What may be said at once then is for those who were here before it,
   * but for as many lines as newcomers have of a screen; with each second it is so for one message less.
   */
  #keptNow(): number {
    const { messages, at } = this.#kept;
    return Math.max(0, messages - (this.#now - at) / 1_000);
  }

  /** A second. */
  #rate(): number {
    const { newcomersPerSecond, newcomersShare } = this.#limits;
    return Math.max(newcomersPerSecond, (newcomersShare * this.#others.sum(this.#now)) / MINUTE_S);
  }
}

/** Fewer than their part of what is said, which a burst of theirs, or a lull of the others', would exceed. */
function partOfScreen({ newcomersPerSecond, newcomersShare }: SpeakingLimits): Part {
  const share = newcomersShare / 2;
  return {
    lines: Math.max(Math.round((SCREEN_LINES * share) / (1 + share)), 2 * newcomersPerSecond),
    everyMs: 1_000 / newcomersPerSecond,
    burst: BURST,
  };
}
