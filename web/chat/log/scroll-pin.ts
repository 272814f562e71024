import { signal } from "@preact/signals";

/** This near to the end counts as being there. */
const NEAR_PX = 100;
/** This near to the beginning, more of it is wanted. */
const NEAR_TOP_PX = 400;
/** A scroll is over when nothing has moved for this long. */
const SETTLED_MS = 150;

/** Keeps the end of the log in view until the reader scrolls up. */
export class ScrollPin {
  readonly pinned = signal(true);
  readonly atTop = signal(false);
  #pane: HTMLElement | undefined;
  /** Where the pane stood when it was last looked at. */
  #top = 0;
  /** Where the end was when it was last followed. */
  #end = 0;
  #isHeld = false;
  #scrolling: ReturnType<typeof setTimeout> | undefined;

  /** Watches a scrolling pane and what it shows; returns what stops it. */
  attach(pane: HTMLElement, content: HTMLElement): () => void {
    this.#pane = pane;
    // For those who scroll with keys: not every browser lets them reach a scrolling pane.
    pane.tabIndex = 0;
    const watching = new AbortController();
    const on: typeof pane.addEventListener = (type: string, listener: EventListener) =>
      pane.addEventListener(type, listener, { passive: true, signal: watching.signal });
    on("scroll", () => this.#scrolled(pane));
    // A finger moves the pane from where it is, and never gets anywhere if that is the end each time.
    for (const type of ["touchstart", "touchend", "touchcancel"] as const) {
      on(type, ({ touches }) => this.#touched(touches.length > 0));
    }
    // What is shown grows; a keyboard that opens or a composer that grows takes room from the pane.
    const resized = new ResizeObserver(() => this.follow());
    resized.observe(pane);
    resized.observe(content);
    return () => {
      resized.disconnect();
      watching.abort();
      clearTimeout(this.#scrolling);
    };
  }

  /** False as well while a scroll of the reader's is under way: it would be pulled back at every message. */
  get isFollowing(): boolean {
    return this.pinned.peek() && !this.#isHeld && this.#scrolling === undefined;
  }

  follow(): void {
    const pane = this.#pane;
    if (!pane || !this.isFollowing) return;
    pane.scrollTop = pane.scrollHeight;
    this.#top = this.#end = pane.scrollTop;
  }

  toEnd(): void {
    this.#isHeld = false;
    this.pinned.value = true;
    this.#settle();
  }

  #scrolled(pane: HTMLElement): void {
    const { scrollTop } = pane;
    const below = pane.scrollHeight - scrollTop - pane.clientHeight;
    // Content that shrinks takes the pane to its new end; only a reader goes up from there.
    const isClimbing = scrollTop < this.#top && below > 1;
    this.#top = scrollTop;
    if (!isClimbing) {
      if (below <= NEAR_PX) this.pinned.value = true;
    } else if (this.pinned.peek()) {
      this.#settleSoon();
      if (this.#end - scrollTop > NEAR_PX) this.pinned.value = false;
    }
    this.atTop.value = scrollTop < NEAR_TOP_PX;
  }

  #touched(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#settleSoon();
  }

  #settleSoon(): void {
    clearTimeout(this.#scrolling);
    this.#scrolling = setTimeout(() => this.#settle(), SETTLED_MS);
  }

  #settle(): void {
    clearTimeout(this.#scrolling);
    this.#scrolling = undefined;
    this.follow();
  }
}
