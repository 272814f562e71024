import type { Signal } from "@preact/signals";
import type { Look } from "../../../src/wire/frames.ts";
import { TitleCount } from "./title-count.ts";

type At = Look["at"];

/** Looking further away is said no sooner than this after the last word, so that no scrolling exceeds the limit. */
const RESTED_MS = 1_500;
/** Nobody has touched the page for so long: they may have gone, or read without touching. */
const IDLE_MS = 10 * 60_000;
const CHECK_MS = 60_000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"];
const DISTANCE: Record<At, number> = { end: 0, back: 1, away: 2 };

/**
 * Says to the room how its reader looks, so that nobody is sent what nobody sees: a tab that is not
 * shown is away; who scrolled up, or has not touched the page for ten minutes, reads further back,
 * which still moves.
 */
export class Attention {
  /** What the reader misses while they are away. */
  readonly title = new TitleCount();
  readonly #send: (frame: Look) => boolean;
  readonly #pinned: Signal<boolean>;
  #told: At = "end";
  #toldAt = 0;
  #touchedAt = Date.now();
  #later: ReturnType<typeof setTimeout> | undefined;

  /** `send`: whether the frame left. */
  constructor(send: (frame: Look) => boolean, pinned: Signal<boolean>) {
    this.#send = send;
    this.#pinned = pinned;
    const changed = () => this.#changed();
    document.addEventListener("visibilitychange", changed);
    pinned.subscribe(changed);
    for (const sign of SIGNS) {
      document.addEventListener(sign, () => this.#touched(), { passive: true, capture: true });
    }
    setInterval(changed, CHECK_MS);
  }

  get isAway(): boolean {
    return this.#told === "away";
  }

  /** For the room every connection begins at the end. */
  welcomed(isRecovered: boolean): void {
    this.title.welcomed(isRecovered);
    this.#told = "end";
    this.#toldAt = 0;
    this.#changed();
  }

  get #at(): At {
    if (document.hidden) return "away";
    const isIdle = Date.now() - this.#touchedAt > IDLE_MS;
    return this.#pinned.peek() && !isIdle ? "end" : "back";
  }

  #touched(): void {
    this.#touchedAt = Date.now();
    if (this.#told === "back") this.#changed();
  }

  /** Whoever comes nearer is served at once. */
  #changed(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const at = this.#at;
    if (at === this.#told) return;
    const rest = this.#toldAt + RESTED_MS - Date.now();
    if (DISTANCE[at] > DISTANCE[this.#told] && rest > 0) {
      this.#later = setTimeout(() => this.#changed(), rest);
    } else if (this.#send({ type: "look", at })) {
      this.#told = at;
      this.#toldAt = Date.now();
    }
  }
}
