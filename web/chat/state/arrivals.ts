import type { Signal } from "@preact/signals";
import type { MessageEvent as Message, You } from "../../../src/wire/frames.ts";
import type { Announcer } from "../log/announcer.ts";
import type { ScrollPin } from "../log/scroll-pin.ts";
import type { Attention } from "./attention.ts";
import type { About } from "./entries.ts";
import type { Hold } from "./hold.ts";
import type { Ignored } from "./ignored.ts";
import type { OwnMessages } from "./own-messages.ts";
import { OwnNames } from "./own-names.ts";
import type { QuietView } from "./quiet-view.ts";
import { MOST_BACK } from "./reading-back.ts";
import type { Speech } from "./speech.ts";
import type { Transcript } from "./transcript.ts";
import type { Unread } from "./unread.ts";

interface Parts {
  you: Signal<You | undefined>;
  speech: Speech;
  ownMessages: OwnMessages;
  transcript: Transcript;
  hold: Hold;
  attention: Attention;
  absence: Unread;
  announcer: Announcer;
  quiet: Pick<QuietView, "part">;
  ignored: Ignored;
  pin: ScrollPin;
}

/** Messages as they come in: whose each is, and what a new one counts for. */
export class Arrivals {
  readonly #parts: Parts;
  readonly #names: OwnNames;
  readonly #first = new Set<number>();
  /** What comes before a welcome is backlog too. */
  #backlogEnd = Number.POSITIVE_INFINITY;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#names = new OwnNames(parts.you);
  }

  /** A snapshot up to `seq` comes. */
  begin(seq: number): void {
    this.#backlogEnd = seq;
  }

  /** These messages, which come next, are newcomers' first; only staff and regulars are told. */
  areFirst(ids: readonly number[]): void {
    for (const id of ids) this.#first.add(id);
  }

  take(event: Message): void {
    const { speech, ignored, transcript, hold, ...parts } = this.#parts;
    const you = parts.you.peek();
    const isMine = speech.recognize(event, you);
    const about = this.about(event, isMine);
    const isHeard = !about.mine && !ignored.has(event);
    if (event.seq > this.#backlogEnd && isHeard) this.#count(event);
    hold.arrived();
    if (!parts.pin.pinned.peek()) transcript.cut(MOST_BACK);
    transcript.say(event, about);
  }

  /** Whose a message is, and whether it speaks to the reader. */
  about(event: Message, isMine = false): About {
    const { ownMessages, you } = this.#parts;
    const mine = isMine || ownMessages.isFrom(event, you.peek());
    const isReply = event.re !== undefined && ownMessages.hasSaid(event.re);
    const named = !mine && (isReply || this.#names.areIn(event.text));
    const isFirst = this.#first.has(event.seq);
    return { mine, feltByMe: ownMessages.isFelt(event.seq), named, isFirst };
  }

  #count({ seq, timestamp }: Message): void {
    const { absence, announcer, attention, quiet, transcript } = this.#parts;
    // A quiet log is never too much to be read out.
    if (!absence.isCatchingUp && !quiet.part.peek()) announcer.heard(1);
    attention.title.arrived();
    if (absence.missed(Date.parse(timestamp))) transcript.markUnread(seq);
  }
}
