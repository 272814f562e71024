import { type Signal, signal } from "@preact/signals";
import { DISSOLVE_MS, isStill } from "../../shared/motion.ts";
import { words } from "../../words/words.ts";
import type { Transcript } from "./transcript.ts";

/** The day whose words are shown. When it ends, or the room is cleared, they go up in smoke. */
export class ShownDay {
  readonly dissolving = signal(false);
  readonly #transcript: Transcript;
  readonly #isAtEnd: Signal<boolean>;
  readonly #drawing: { hold(ms: number, then: () => void): void };
  /** A welcome may be a day ahead of it. */
  #day = "";
  /** Whether this page turned the day without having heard so. */
  #turnedAlone = false;

  constructor(
    transcript: Transcript,
    drawing: { hold(ms: number, then: () => void): void },
    isAtEnd: Signal<boolean>,
  ) {
    this.#transcript = transcript;
    this.#isAtEnd = isAtEnd;
    this.#drawing = drawing;
  }

  turnAlone(): void {
    this.#turnedAlone = true;
  }

  welcomed(): void {
    this.#turnedAlone = false;
  }

  /**
   * A snapshot takes the place of what was shown. Says what the reader has to know of that.
   * `isCleared`: whether what was said before it today was cleared.
   */
  begin(day: string, isCleared: boolean): string | undefined {
    const isSame = this.#day === day;
    const isCut = isSame && this.#transcript.isCut;
    // Who is back at the end after so much that the newest was let go has asked for it.
    const isStale =
      this.#day !== "" && !this.#transcript.isEmpty && !(isCut && this.#isAtEnd.peek());
    this.#day = day;
    this.#transcript.clear(isCut);
    if (this.#turnedAlone && isSame) this.#transcript.note(words.log.newDay);
    if (isCleared) this.#transcript.note(words.log.clearedEarlier);
    if (!isStale) return undefined;
    return isSame ? words.log.tooLong : words.log.newDay;
  }

  /** Whether it is the first that is heard of this day. */
  turnsTo(day: string): boolean {
    const isNew = this.#day !== day;
    this.#day = day;
    return isNew;
  }

  /** Empties the log, and runs `then` once it is empty. */
  dissolve(note: string, then: () => void): void {
    const isAtOnce = this.#transcript.isEmpty || isStill();
    this.dissolving.value = !isAtOnce;
    const finish = () => {
      this.#transcript.clear();
      this.dissolving.value = false;
      this.#transcript.note(note);
      then();
    };
    if (isAtOnce) finish();
    else this.#drawing.hold(DISSOLVE_MS, finish);
  }
}
