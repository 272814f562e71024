import { type ReadonlySignal, signal } from "@preact/signals";
import { KEYS, tab } from "../../shared/storage.ts";
import type { Today } from "./day.ts";

/** What the reader replies to with what they say next. It belongs to its tab, as the draft does, for its day. */
export class Reply {
  /** The `seq` of that message. */
  readonly to = signal<number | undefined>(undefined);
  #day = "";

  constructor(today: ReadonlySignal<Today | undefined>) {
    today.subscribe((now) => {
      if (now) this.#begin(now.day);
    });
  }

  /** What was begun on another day is begun no more. */
  #begin(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    const [on, seq] = tab.recall(KEYS.reply)?.split(" ") ?? [];
    if (on === day && Number.isSafeInteger(Number(seq))) this.to.value = Number(seq);
    else this.end();
  }

  start(seq: number): void {
    this.to.value = seq;
    tab.keep(KEYS.reply, `${this.#day} ${seq}`);
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
