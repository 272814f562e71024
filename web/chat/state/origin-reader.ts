import type { Signal } from "@preact/signals";
import type { You } from "../../../src/wire/frames.ts";
import { loadPart } from "../../shared/load-part.ts";
import type { Transcript } from "./transcript.ts";

/** However many replies come: the room lets everybody read its history so much oftener than this. */
const EVERY_MS = 3_000;

interface Parts {
  transcript: Transcript;
  you: Signal<You | undefined>;
  hold: { isOn: Signal<boolean> };
  link: { state: Signal<{ is: string }> };
  reply: { to: Signal<number | undefined> };
  drawing: { request(): void };
}

/** Reads what replies quote and the page does not hold: many at once, one call after the other. */
export class OriginReader {
  readonly #parts: Parts;
  readonly #found: (keepPlace: () => () => void) => void;
  #isWaiting = false;

  constructor(parts: Parts, found: (keepPlace: () => () => void) => void) {
    this.#parts = parts;
    this.#found = found;
  }

  /** To be called whenever the log is drawn. */
  async ask(): Promise<void> {
    const { transcript, reply, drawing } = this.#parts;
    if (this.#isWaiting || !this.#mayRead) return;
    const to = reply.to.peek();
    if (to !== undefined && !transcript.quote(to)) transcript.origins.want(to);
    const { wanted } = transcript.origins;
    if (wanted.size === 0) return;
    this.#isWaiting = true;
    const read = await loadPart(() => import("./earlier.ts"))
      .then((part) => part.origins(wanted))
      .catch(() => undefined);
    if (read && transcript.quoteRead(wanted, read)) this.#found(read.keepPlace);
    setTimeout(() => {
      this.#isWaiting = false;
      if (transcript.origins.wanted.size > 0) drawing.request();
    }, EVERY_MS);
  }

  /** A log that is held does not move. */
  get #mayRead(): boolean {
    const { you, link, hold } = this.#parts;
    return you.peek() !== undefined && link.state.peek().is === "open" && !hold.isOn.peek();
  }
}
