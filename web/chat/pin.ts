import { signal } from "@preact/signals";

/** This near to the end counts as being there. */
const NEAR_PX = 100;

/** Keeps the end of the log in view until the reader scrolls up. */
export class Pin {
  readonly pinned = signal(true);
  #pane: HTMLElement | undefined;
  #top = 0;

  /** Watches a scrolling pane; returns what stops it. */
  attach(pane: HTMLElement): () => void {
    this.#pane = pane;
    // For those who scroll with keys: not every browser lets them reach a scrolling pane.
    pane.tabIndex = 0;
    const onScroll = () => this.#scrolled(pane);
    // A keyboard that opens or a composer that grows takes room from the pane.
    const resized = new ResizeObserver(() => this.follow());
    resized.observe(pane);
    pane.addEventListener("scroll", onScroll, { passive: true });
    this.follow();
    return () => {
      resized.disconnect();
      pane.removeEventListener("scroll", onScroll);
    };
  }

  /** To be called when what the pane shows has changed. */
  follow(): void {
    const pane = this.#pane;
    if (!pane || !this.pinned.peek()) return;
    pane.scrollTop = pane.scrollHeight;
    this.#top = pane.scrollTop;
  }

  toEnd(): void {
    this.pinned.value = true;
    this.follow();
  }

  #scrolled(pane: HTMLElement): void {
    const below = pane.scrollHeight - pane.scrollTop - pane.clientHeight;
    // Content that grows moves the end away, never the reader up: only a scroll does that.
    if (below <= NEAR_PX) this.pinned.value = true;
    else if (pane.scrollTop < this.#top) this.pinned.value = false;
    this.#top = pane.scrollTop;
  }
}
