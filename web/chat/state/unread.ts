import { signal } from "@preact/signals";
import { roomTime } from "../../shared/clock.ts";
import type { ScrollPin } from "../log/scroll-pin.ts";

/** What a reader misses who scrolled up, looked at another tab or lost the connection. */
export class Unread {
  /** How many messages wait below what the reader sees. */
  readonly unread = signal(0);
  readonly #pin: ScrollPin;
  #marked = false;
  /** When the tab was shown again, by the room's clock: what was said before comes then. */
  #returnedAt = 0;
  #missed: { until: number; messages: number } | undefined;

  constructor(pin: ScrollPin) {
    this.#pin = pin;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#marked = false;
      else this.#returnedAt = roomTime();
    });
    pin.pinned.subscribe((pinned) => {
      if (pinned) this.unread.value = 0;
      else this.#marked = false;
    });
  }

  /** The connection is back; events up to `seq` were missed. */
  resumed(seq: number): void {
    this.#missed = { until: seq, messages: 0 };
    this.#marked = false;
  }

  /** Counts a message of somebody else, said at that time; says whether unread begins with it. */
  missed(saidAt: number): boolean {
    if (!this.#pin.pinned.peek()) this.unread.value++;
    if (this.#missed) this.#missed.messages++;
    const isBack = this.#missed === undefined && saidAt >= this.#returnedAt;
    const away = !isBack || document.hidden || !this.#pin.pinned.peek();
    const first = away && !this.#marked;
    if (first) this.#marked = true;
    return first;
  }

  /** How many messages a broken connection missed, once, when the last of them has come. */
  caughtUp(seq: number): number | undefined {
    const missed = this.#missed;
    if (!missed || seq < missed.until) return undefined;
    this.#missed = undefined;
    this.#marked = false;
    return missed.messages;
  }

  get isCatchingUp(): boolean {
    return this.#missed !== undefined;
  }
}
