import { z } from "zod";
import type { Appended, Sender, Submission } from "../../room/ports.ts";
import { SlidingWindow } from "../../room/sliding-window.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { type Batch, Newcomers } from "./newcomers.ts";

const WINDOW_MS = 60_000;

const Sent = z.array(
  z.object({
    seq: integer,
    sender: z.string(),
    range: z.string().nullable(),
    standing: z.string(),
    at: integer,
  }),
);

/**
 * What was said in the last minute on all nodes, by each sender and by newcomers. It is in memory
 * and is updated from the log under the room's lock, so it is exact, and `wait` needs no query.
 */
export class RecentSends {
  readonly perMinute: number;
  readonly #newcomers: Newcomers;
  #window: SlidingWindow;
  #day = "";
  /** All messages up to this `seq` are counted. */
  #head = 0;

  constructor(limits: SpeakingLimits) {
    const { perMinute } = limits;
    this.perMinute = perMinute;
    this.#newcomers = new Newcomers(limits);
    this.#window = new SlidingWindow(perMinute, WINDOW_MS);
  }

  /**
   * Counts messages up to the head that other nodes stored, or that were stored before this node
   * started. A new day starts empty.
   */
  async sync(sql: Sql, { seq: head, day, since }: RoomRow, at: number): Promise<void> {
    if (day !== this.#day) {
      this.#window = new SlidingWindow(this.perMinute, WINDOW_MS);
      this.#newcomers.beginDay();
      this.#head = Math.max(this.#head, since);
    } else if (head === this.#head) return;
    this.#day = day;
    const rows = await sql`SELECT seq, sender, "range", standing, at FROM sends
      WHERE seq > ${this.#head} AND at > ${at - WINDOW_MS} ORDER BY seq`;
    for (const sent of Sent.parse(rows)) {
      // `stored` may have counted some during the query.
      if (sent.seq > this.#head)
        this.#count({ ...sent, key: sent.sender }, sent.standing === "new", sent.at);
    }
    this.#head = Math.max(this.#head, head);
  }

  /** Seconds until the sender may send again; `more` messages of theirs wait to be stored. */
  wait(sender: string, at: number, more: number): number {
    return this.#window.wait(sender, at, more);
  }

  /** As `wait`, where each message waits for `seconds`, a minute at most, after the one before. */
  pause(sender: string, at: number, seconds: number, more: number): number {
    // Else who comes from a node whose clock is ahead would be told to wait.
    if (seconds === 0 || more > 0) return seconds;
    const last = this.#window.last(sender);
    return last === undefined ? 0 : Math.max(0, Math.ceil((last + seconds * 1_000 - at) / 1_000));
  }

  /** Seconds until a newcomer may send; `batch` waits to be stored. */
  newcomerWait({ key, range }: Sender, at: number, batch: Batch): number {
    if (!this.hasConversation(at, batch)) return 0;
    const isFirst = !batch.speakers.has(key) && at - (this.#window.last(key) ?? 0) >= WINDOW_MS;
    return this.#newcomers.wait(range, isFirst, at, batch);
  }

  /** As `newcomerWait`, under the shield. */
  shieldedWait(at: number, batch: Batch): number {
    return this.#newcomers.shieldedWait(at, batch);
  }

  /** Whether there is something that newcomers could drown. */
  hasConversation(at: number, batch: Batch): boolean {
    const speakers = Math.max(this.#window.size(at), batch.speakers.size);
    return this.#newcomers.hasConversation(speakers, at);
  }

  /**
   * Counts what this node stored, each `seq` once: of several entries with one ref, only the first
   * counts. Does nothing if `sync` of a later append has counted these messages already.
   */
  stored(
    submissions: readonly Submission[],
    { events, outcomes, standings }: Appended,
    at: number,
  ): void {
    const last = events.at(-1)?.seq ?? 0;
    if (last <= this.#head) return;
    this.#head = last;
    const fresh = new Set(events.map(({ seq }) => seq));
    for (const [index, { sender }] of submissions.entries()) {
      const seq = outcomes[index];
      if (typeof seq === "number" && fresh.delete(seq)) {
        this.#count(sender, standings[index] === "new", at);
      }
    }
  }

  #count(sender: Pick<Sender, "key" | "range">, isNew: boolean, at: number): void {
    this.#window.count(sender.key, at);
    this.#newcomers.count(sender, isNew, at);
  }
}
