import type { MessageEvent, ServerEvent } from "../../../src/wire/frames.ts";
import { words } from "../../words/words.ts";
import type { Arrivals } from "./arrivals.ts";
import type { Asked } from "./asked.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { Transcript } from "./transcript.ts";

type Deleted = Extract<ServerEvent, { type: "deleted" }>;
type Removed = Extract<ServerEvent, { type: "removed" }>;

/** What the reader does about messages: takes back their own, and feels those of others. */
export class MessageActions {
  readonly #ownMessages: OwnMessages;
  readonly #transcript: Transcript;
  readonly asked: Asked;
  readonly #drawing: { request(): void };
  /** Those that this page asked the room to take back. */
  readonly #erasing = new Set<number>();

  constructor(
    ownMessages: OwnMessages,
    transcript: Transcript,
    asked: Asked,
    drawing: { request(): void },
  ) {
    this.#ownMessages = ownMessages;
    this.#transcript = transcript;
    this.asked = asked;
    this.#drawing = drawing;
  }

  /** The room refuses what is not the sender's. */
  erase(id: number): void {
    if (this.asked.ask({ type: "erase", id }, id)) this.#erasing.add(id);
  }

  /** Whether this page asked for it: said once. */
  hasErased(id: number): boolean {
    return this.#erasing.delete(id);
  }

  /** Whoever loses what they said to a moderator is told so. */
  deleted(id: number, by: Deleted["by"]): void {
    const tells = by === undefined && this.#ownIn([id]) > 0;
    this.#transcript.remove(id, by !== undefined);
    if (tells) this.#transcript.note(words.log.removedMine(1));
  }

  /** Many at once, without a trace. Whoever loses sight of their own is told that it only waits. */
  removed({ ids, by }: Removed): void {
    const mine = by === "hidden" || by === "staff" ? this.#ownIn(ids) : 0;
    for (const id of ids) this.#transcript.remove(id, true);
    if (mine === 0) return;
    this.#transcript.note(by === "hidden" ? words.log.hidden : words.log.removedMine(mine));
  }

  /** The socket ends before it could tell what a ban has taken. */
  banned(): void {
    this.#transcript.buryMine();
    this.#drawing.request();
  }

  /** How many of these are the reader's own. */
  #ownIn(ids: readonly number[]): number {
    return ids.filter((id) => this.#ownMessages.hasSaid(id) || this.#transcript.holdsMine(id))
      .length;
  }

  restored(messages: readonly MessageEvent[], arrivals: Pick<Arrivals, "about">): void {
    for (const message of messages) {
      this.#transcript.restore(message, arrivals.about(message));
    }
  }

  /** What brings back what an act of the reader's own took away; nothing where it took nothing. */
  undoing(act: number | undefined): (() => void) | undefined {
    return act === undefined ? undefined : () => this.asked.ask({ type: "undo", act }, act);
  }

  forgetMe(): void {
    this.asked.ask({ type: "forget" });
  }

  /** Answered by `reported`, or refused. */
  report(id: number): void {
    this.asked.ask({ type: "report", id }, id);
  }

  /** Shown at once; the room's own count follows. */
  feel(id: number): void {
    if (this.#ownMessages.isFelt(id) || !this.asked.ask({ type: "felt", id }, id)) return;
    this.#ownMessages.feel(id);
    this.#transcript.feelMyself(id);
    this.#drawing.request();
  }
}
