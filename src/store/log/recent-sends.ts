import { z } from "zod";
import type { Appended, Sender, Submission } from "../../room/ports.ts";
import { SlidingWindow } from "../../room/sliding-window.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import type { Standing } from "../../room/standing.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { type Batch, lastMinuteIn, Newcomers } from "./newcomers.ts";
import { placeBefore } from "./place-before.ts";
import { FromStored } from "./stored-standing.ts";

const WINDOW_MS = 60_000;

const Sent = z.array(
  z.object({
    seq: integer,
    sender: z.string(),
    range: z.string().nullable(),
    standing: FromStored,
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
  /** When they were, by this node's clock. */
  #knownAt = -Infinity;

  constructor(limits: SpeakingLimits) {
    const { perMinute } = limits;
    this.perMinute = perMinute;
    this.#newcomers = new Newcomers(limits);
    this.#window = new SlidingWindow(perMinute, WINDOW_MS);
  }

  /**
   * Counts messages up to the head that other nodes stored, or that were stored before this node
   * started. A new day starts with what the one before left.
   */
  async sync(sql: Sql, row: RoomRow, at: number): Promise<void> {
    const { seq: head, day } = row;
    // A clock that was far ahead was wrong, and so is what was counted by it.
    if (day !== this.#day || at < this.#knownAt - WINDOW_MS) this.#begin(row, at);
    const knownAt = this.#knownAt;
    this.#knownAt = Math.max(knownAt, at);
    if (head === this.#head) return;
    const from = at - 2 * WINDOW_MS;
    const isLong = at - knownAt > WINDOW_MS;
    const after = isLong ? await placeBefore(sql, from, this.#head) : this.#head;
    // Nodes' clocks differ by less than a minute.
    const rows = await sql`SELECT seq, sender, "range", standing, at FROM sends
      WHERE seq > ${after} AND at > ${from} AND at < ${at + WINDOW_MS}
      ORDER BY seq`;
    if (isLong) {
      this.#newcomers.missed(at - WINDOW_MS, await lastHeard(sql, row, at));
    }
    for (const sent of Sent.parse(rows)) {
      // `stored` may have counted some during the query.
      if (sent.seq > this.#head) this.#count({ ...sent, key: sent.sender }, sent.standing, sent.at);
    }
    this.#head = Math.max(this.#head, head);
  }

  /** In the turn, before the rows are destroyed: what this day leaves to the next, for `room.last_minute`. */
  async endDay(sql: Sql, row: RoomRow, at: number): Promise<string> {
    await this.sync(sql, row, at);
    return JSON.stringify(this.#newcomers.endDay(at));
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
  newcomerWait(sender: Sender, at: number, batch: Batch): number {
    return this.hasConversation(at, batch) ? this.#newcomers.wait(sender, at, batch) : 0;
  }

  /** As `newcomerWait`, under the shield. */
  shieldedWait(at: number, batch: Batch): number {
    return this.#newcomers.shieldedWait(at, batch);
  }

  /** Whether there is something that newcomers could drown. */
  hasConversation(at: number, batch: Batch): boolean {
    return this.#newcomers.hasConversation(at, batch);
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
      const standing = standings[index];
      if (typeof seq === "number" && standing && fresh.delete(seq)) {
        this.#count(sender, standing, at);
      }
    }
  }

  #begin(row: RoomRow, at: number): void {
    const left = lastMinuteIn(row);
    const isPast = left !== null && left.at < at + WINDOW_MS;
    this.#window = new SlidingWindow(this.perMinute, WINDOW_MS);
    this.#newcomers.beginDay(isPast ? left : null);
    this.#knownAt = isPast ? left.at : -Infinity;
    this.#head = row.since;
    this.#day = row.day;
  }

  #count(sender: Pick<Sender, "key" | "range">, standing: Standing, at: number): void {
    this.#window.count(sender.key, at);
    this.#newcomers.count(sender, standing, at);
  }
}

/** When somebody who was not new spoke last, today. */
async function lastHeard(sql: Sql, { since }: RoomRow, at: number): Promise<number> {
  const [row] = await sql`SELECT at FROM sends
    WHERE seq > ${since} AND standing <> 'new' AND at < ${at + WINDOW_MS}
    ORDER BY seq DESC LIMIT 1`;
  return row ? integer.parse(row["at"]) : -Infinity;
}
