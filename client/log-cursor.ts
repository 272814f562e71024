import type { ServerEvent } from "../src/wire/frames.ts";

/**
 * A client's position in the room's log: it accepts each event once, in order, and finds gaps. A
 * snapshot may have gaps; what comes after it may not.
 */
export class LogCursor {
  #seen: number | undefined;
  /** Up to this position, gaps are those of the snapshot. */
  #floor = 0;
  #isSnapshotDue = false;
  #epoch: string | undefined;

  /** The position to resume after, and the epoch of its log. Empty while there is no complete snapshot. */
  get held(): { after?: number; epoch?: string | undefined } {
    if (this.#isSnapshotDue || this.#seen === undefined) return {};
    return { after: Math.max(this.#seen, this.#floor), epoch: this.#epoch };
  }

  /** Whether a welcome has come, and its snapshot not yet. */
  get isSnapshotDue(): boolean {
    return this.#isSnapshotDue;
  }

  /** To be called after each frame: the snapshot comes in the frame of its welcome or in the next. */
  endFrame(frame: readonly ServerEvent[]): void {
    if (frame.some((event) => event.type === "message") || frame[0]?.type !== "welcome") {
      this.#isSnapshotDue = false;
    }
  }

  accept(event: ServerEvent): "new" | "duplicate" | "gap" {
    if (event.type === "welcome") {
      // An older node names no epoch. A client that resumes there is still in the same log.
      if (event.epoch !== undefined || !event.recovered) this.#epoch = event.epoch;
      if (!event.recovered) {
        this.#seen = -1;
        this.#floor = event.seq;
        this.#isSnapshotDue = true;
      }
      return "new";
    }
    if (event.type === "ack" || !("seq" in event)) return "new";
    const seen = this.#seen ?? -1;
    if (event.seq <= seen) return "duplicate";
    if (event.seq > Math.max(seen, this.#floor) + 1) return "gap";
    this.#seen = event.seq;
    return "new";
  }
}
