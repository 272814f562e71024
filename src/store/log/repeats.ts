import { limitsFactor } from "../../room/speaking-limits.ts";

/** From so many new senders within a minute, one text is a raid's. */
const NEW_SENDERS = 3;
const SAME_SENDER_MS = 120_000;
const NEW_SENDERS_MS = 60_000;

interface Own {
  /** When the sender said it first, within the two minutes. */
  since: number;
  times: number;
  last: number;
}

interface Said {
  at: number;
  bySender: Map<string, Own>;
}

/**
 * Which texts were said lately on this node, as likenesses and never as texts. A text that is said
 * again by its sender within two minutes, or by a third new sender within one, is a repeat.
 */
export class Repeats {
  /** In the order in which they were last said. */
  readonly #said = new Map<number, Said>();
  /** When something was said last. */
  #at = -Infinity;
  #uncommitted: { likeness: number; sender: string; before: Own | undefined }[] = [];
  /** How often a sender may say it: more than once where the room allows more than usual. */
  readonly #times: number;

  constructor(perMinute: number) {
    this.#times = Math.floor(limitsFactor(perMinute));
  }

  /** Seconds until this sender may say such a text, 0 if now. */
  wait(likeness: number, sender: string, isNew: boolean, at: number): number {
    const said = this.#said.get(likeness);
    if (!said) return 0;
    const own = said.bySender.get(sender);
    if (own && at - own.since < SAME_SENDER_MS && own.times >= this.#times) {
      return seconds(own.since + SAME_SENDER_MS - at);
    }
    if (!isNew) return 0;
    const lately = [...said.bySender.values()].filter(({ last }) => at - last < NEW_SENDERS_MS);
    if (lately.length < NEW_SENDERS * this.#times - 1) return 0;
    return seconds(Math.min(...lately.map(({ last }) => last)) + NEW_SENDERS_MS - at);
  }

  /** Counts what was accepted. Until `commit`, `rollback` forgets it. */
  count(likeness: number, sender: string, at: number): void {
    this.#uncommitted.push({
      likeness,
      sender,
      before: this.#said.get(likeness)?.bySender.get(sender),
    });
    const said = this.#said.get(likeness) ?? { at, bySender: new Map<string, Own>() };
    const own = said.bySender.get(sender);
    const isOver = !own || at - own.since >= SAME_SENDER_MS;
    said.at = at;
    said.bySender.set(sender, {
      since: isOver ? at : own.since,
      times: isOver ? 1 : own.times + 1,
      last: at,
    });
    this.#said.delete(likeness);
    this.#said.set(likeness, said);
    this.#at = at;
  }

  /** What was accepted is stored. */
  commit(): void {
    this.#uncommitted = [];
    this.#forget(this.#at);
  }

  /** What was accepted was not stored: it may be said again. */
  rollback(): void {
    for (const { likeness, sender, before } of this.#uncommitted.toReversed()) {
      const bySender = this.#said.get(likeness)?.bySender;
      if (before) bySender?.set(sender, before);
      else bySender?.delete(sender);
    }
    this.#uncommitted = [];
  }

  #forget(at: number): void {
    for (const [likeness, said] of this.#said) {
      if (at - said.at < SAME_SENDER_MS) return;
      this.#said.delete(likeness);
    }
  }
}

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1_000));
