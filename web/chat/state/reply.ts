import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { KEYS, tab } from "../../shared/storage.ts";
import type { Today } from "./day.ts";

/**
 * What the reader replies to with what they say next. It belongs to its tab, as the draft does, for its
 * day and for its log: in a log of another epoch the same place may be that of another message.
 */
export class Reply {
  /** The `seq` of that message. */
  readonly to = signal<number | undefined>(undefined);
  readonly #status: Signal<string>;
  readonly #lost: string;
  /** The day and the epoch, once the room has said them. */
  #log = "";

  /** `lost`: said where a draft is a reply no more. */
  constructor(today: ReadonlySignal<Today | undefined>, status: Signal<string>, lost: string) {
    this.#status = status;
    this.#lost = lost;
    today.subscribe((now) => {
      if (now?.epoch !== undefined) this.#begin(now.day, now.epoch);
    });
  }

  /** What was begun on another day, or in another log, is begun no more. */
  #begin(day: string, epoch: string): void {
    const log = `${day} ${epoch}`;
    if (log === this.#log) return;
    this.#log = log;
    const [on, held, seq] = tab.recall(KEYS.reply)?.split(" ") ?? [];
    if (`${on} ${held}` === log && Number.isSafeInteger(Number(seq))) {
      this.to.value = Number(seq);
      return;
    }
    this.end();
    if (on === day && tab.recall(KEYS.draft)) this.#status.value = this.#lost;
  }

  start(seq: number): void {
    this.to.value = seq;
    tab.keep(KEYS.reply, `${this.#log} ${seq}`);
    document.getElementById("message")?.focus();
  }

  end(): void {
    this.to.value = undefined;
    tab.forget(KEYS.reply);
  }

  /** Once: what is said after it replies to nothing. */
  take(): { re?: number } {
    const re = this.to.peek();
    this.end();
    return re === undefined ? {} : { re };
  }
}
