import type { ServerEvent } from "../src/wire/frames.ts";

/**
 * Follows the room's log on this side: each event is taken once and in order, and a hole
 * is noticed. A snapshot may skip places; what comes after it may not.
 */
export class LogCursor {
  #seen: number | undefined;
  /** Up to here places may be missing: the snapshot's own holes. */
  #floor = 0;
  #snapshotDue = false;
  #epoch: string | undefined;

  /** The last place held, to resume from, and of which log; empty while there is nothing whole to resume. */
  get held(): { after?: number; epoch?: string | undefined } {
    if (this.#snapshotDue || this.#seen === undefined) return {};
    return { after: Math.max(this.#seen, this.#floor), epoch: this.#epoch };
  }

  /** Ends a frame: the snapshot comes in the frame of its welcome or in the next. */
  endFrame(frame: readonly ServerEvent[]): void {
    if (frame.some((event) => event.type === "message") || frame[0]?.type !== "welcome") {
      this.#snapshotDue = false;
    }
  }

  place(event: ServerEvent): "take" | "seen" | "hole" {
    if (event.type === "welcome") {
      // An older node names none. Who goes on there is still in the log that they came from.
      if (event.epoch !== undefined || !event.recovered) this.#epoch = event.epoch;
      if (!event.recovered) {
        this.#seen = -1;
        this.#floor = event.seq;
        this.#snapshotDue = true;
      }
      return "take";
    }
    if (event.type === "ack" || !("seq" in event)) return "take";
    const seen = this.#seen ?? -1;
    if (event.seq <= seen) return "seen";
    if (event.seq > Math.max(seen, this.#floor) + 1) return "hole";
    this.#seen = event.seq;
    return "take";
  }
}
