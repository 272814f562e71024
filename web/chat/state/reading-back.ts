import { type Signal, signal } from "@preact/signals";
import type { You } from "../../../src/wire/frames.ts";
import { loadPart } from "../../shared/load-part.ts";
import { words } from "../../words/words.ts";
import type { Announcer } from "../log/announcer.ts";
import type { ScrollPin } from "../log/scroll-pin.ts";
import type { Knowing } from "./earlier.ts";
import type { Hold } from "./hold.ts";
import { OriginReader } from "./origin-reader.ts";
import type { QuietView } from "./quiet-view.ts";
import type { Transcript } from "./transcript.ts";

/** So many are held for who reads back, whatever comes meanwhile and however far they read. */
export const MOST_BACK = 1_000;

interface Parts {
  transcript: Transcript;
  arrivals: Knowing;
  you: Signal<You | undefined>;
  announcer: Announcer;
  hold: Hold;
  quiet: Pick<QuietView, "of">;
  link: { startOver(): void; state: Signal<{ is: string }> };
  status: Signal<string>;
  pin: ScrollPin;
  drawing: { request(): void };
  reply: { to: Signal<number | undefined> };
}

/** Reads what was said earlier today, as far back as the reader goes. */
export class ReadingBack {
  /** Whether there is more above what is shown. */
  readonly hasEarlier = signal(false);
  readonly #parts: Parts;
  readonly #origins: OriginReader;
  #isAsking = false;
  /** Earlier messages are held and not drawn yet: what keeps the reader's place then. */
  #keepPlace: (() => () => void) | undefined;
  #restorePlace: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { pin, transcript, link, drawing, hold } = parts;
    this.#origins = new OriginReader(parts, (keepPlace) => {
      // Who holds the log since is shown it with the next thing that they are shown.
      if (!hold.isOn.peek()) this.#drawAbove(keepPlace);
    });
    pin.atTop.subscribe((atTop) => {
      if (atTop && !pin.pinned.peek()) void this.load();
    });
    pin.pinned.subscribe((isAtEnd) => {
      // Of the end nothing is held: it comes as to who enters.
      if (isAtEnd && transcript.isCut) link.startOver();
      drawing.request();
    });
  }

  async load(): Promise<void> {
    const { transcript, arrivals, status } = this.#parts;
    if (this.#isAsking || !this.#canRead) return;
    this.#isAsking = true;
    transcript.awaitEarlier();
    const found = await loadPart(() => import("./earlier.ts"))
      .then((part) => part.before(transcript.firstSeq, arrivals))
      .catch(() => words.problem.part);
    this.#isAsking = false;
    if (typeof found === "string") {
      status.value = found;
      return;
    }
    if (!transcript.prepend(found.earlier, found.hasMore)) return;
    transcript.cut(MOST_BACK);
    this.#drawAbove(found.keepPlace);
  }

  #drawAbove(keepPlace: () => () => void): void {
    this.#keepPlace = keepPlace;
    this.#parts.drawing.request();
  }

  /** To be called before the log is drawn anew. */
  draw(): void {
    const { announcer, hold, pin, quiet, transcript } = this.#parts;
    this.hasEarlier.value = this.#canRead;
    void this.#origins.ask();
    if (!this.#keepPlace) return;
    if (!pin.isFollowing) this.#restorePlace = this.#keepPlace();
    this.#keepPlace = undefined;
    announcer.drawnSilently();
    hold.renew(quiet.of(transcript.entries));
  }

  /** To be called after. */
  drawn(): void {
    if (!this.#restorePlace) return;
    this.#restorePlace();
    this.#restorePlace = undefined;
    // Who is near the top again, or still, wants more.
    this.#parts.pin.atTop.value = false;
  }

  /** Who reads the room without a socket holds its last messages alone: nothing could join them. */
  get #canRead(): boolean {
    return this.#parts.you.peek() !== undefined && this.#parts.transcript.hasEarlier;
  }
}
