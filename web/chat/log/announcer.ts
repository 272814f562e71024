import { signal } from "@preact/signals";
import { words } from "../../words/words.ts";

const WINDOW_MS = 5_000;
/** More than this in a window is more than one a second: too much to read out. */
const CALM = 5;
/** The backlog is in the accessibility tree by then. */
const DRAWN_MS = 500;

/** Decides what a screen reader hears: messages while it is calm, a number while it is not. */
export class Announcer {
  /** True while the log itself stays silent: until the backlog is drawn, and in a burst. */
  readonly hush = signal(true);
  readonly summary = signal("");
  #arrived = 0;
  #drawn = false;

  constructor() {
    setInterval(() => this.#endWindow(), WINDOW_MS);
  }

  backlogDrawn(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    setTimeout(() => {
      this.hush.value = this.#arrived > CALM;
    }, DRAWN_MS);
  }

  heard(messages: number): void {
    this.#arrived += messages;
    if (this.#arrived > CALM) this.hush.value = true;
  }

  #endWindow(): void {
    const burst = this.#arrived > CALM;
    if (burst) this.summary.value = words.log.burst(this.#arrived);
    else if (this.#drawn) {
      this.hush.value = false;
      this.summary.value = "";
    }
    this.#arrived = 0;
  }
}
