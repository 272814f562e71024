import { signal } from "@preact/signals";
import { words } from "../../words/words.ts";

const WINDOW_MS = 5_000;
/** More than this in a window is more than one a second: too much to read out. */
const CALM = 5;
/** What was drawn is in the accessibility tree by then. */
const DRAWN_MS = 500;

/** Decides what a screen reader hears: messages while it is calm, a number while it is not. */
export class Announcer {
  /** True while the log itself stays silent: until the backlog is drawn, and in a burst. */
  readonly hush = signal(true);
  readonly summary = signal("");
  #arrived = 0;
  #isDrawn = false;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    setInterval(() => this.#endWindow(), WINDOW_MS);
  }

  backlogDrawn(): void {
    if (this.#drawing === undefined) this.drawnSilently();
  }

  /** Much is drawn at once that was said before: it is there to be read, and not read out. */
  drawnSilently(): void {
    this.hush.value = true;
    this.#isDrawn = false;
    clearTimeout(this.#drawing);
    this.#drawing = setTimeout(() => {
      this.#isDrawn = true;
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
    else if (this.#isDrawn) {
      this.hush.value = false;
      this.summary.value = "";
    }
    this.#arrived = 0;
  }
}
