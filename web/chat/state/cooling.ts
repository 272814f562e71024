import { signal } from "@preact/signals";
import type { RefusalCode } from "../../../src/wire/frames.ts";
import { KEYS, tab } from "../../shared/storage.ts";
import type { Standing } from "./standing.ts";

/** What the room refuses to who speaks more, or harder, than it takes; what goes by itself later is not among it. */
const HEATED: readonly RefusalCode[] = ["rate_limited", "repeated", "not_allowed", "muted"];
const REFUSALS = 3;

/** When the room offers a minute to cool: after a mute, or a third refusal, once each. It goes by codes, and reads no text. */
export class Cooling {
  readonly isDue = signal(false);
  readonly #muted: Standing["muted"];
  #refusals = 0;

  constructor(muted: Standing["muted"]) {
    this.#muted = muted;
    muted.subscribe((mute) => {
      // Who is muted is told so with each welcome.
      if (mute && tab.recall(KEYS.cooledFor) !== `${mute.until}`) this.isDue.value = true;
    });
  }

  refused(code: RefusalCode): void {
    if (HEATED.includes(code) && ++this.#refusals >= REFUSALS) this.isDue.value = true;
  }

  /** What was said was taken. */
  said(): void {
    this.#refusals = 0;
  }

  /** It is offered. */
  offered(): void {
    this.#refusals = 0;
    const mute = this.#muted.peek();
    if (mute) tab.keep(KEYS.cooledFor, `${mute.until}`);
  }

  /** Of an offer that was not made, the next occasion makes it. */
  end(): void {
    this.isDue.value = false;
  }
}
