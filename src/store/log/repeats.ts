import { limitsFactor } from "../../room/speaking-limits.ts";

/** From so many new senders within a minute, one text is a raid's. */
const NEW_SENDERS = 3;
const SAME_SENDER_MS = 120_000;
const NEW_SENDERS_MS = 60_000;

interface Said {
  at: number;
  /** New senders who said it, each with the last time. */
  bySender: Map<string, number>;
}

/**
 * Which texts were said lately on this node, as likenesses and never as texts. A text that is said
 * again by its sender within two minutes, or by a third new sender within one, is a repeat.
 */
export class Repeats {
  /** In the order in which they were last said. */
  readonly #said = new Map<number, Said>();
  readonly #sameSenderMs: number;
  readonly #newSenders: number;

  constructor(perMinute: number) {
    const factor = limitsFactor(perMinute);
    this.#sameSenderMs = SAME_SENDER_MS / factor;
    this.#newSenders = NEW_SENDERS * factor;
  }

  /** Seconds until this sender may say such a text, 0 if now. */
  wait(likeness: number, sender: string, isNew: boolean, at: number): number {
    const said = this.#said.get(likeness);
    if (!said) return 0;
    const own = said.bySender.get(sender);
    if (own !== undefined && at - own < this.#sameSenderMs) {
      return seconds(own + this.#sameSenderMs - at);
    }
    if (!isNew) return 0;
    const others = [...said.bySender.values()].filter((time) => at - time < NEW_SENDERS_MS);
    const first = others.length < this.#newSenders - 1 ? undefined : Math.min(...others);
    return first === undefined ? 0 : seconds(first + NEW_SENDERS_MS - at);
  }

  count(likeness: number, sender: string, at: number): void {
    const said = this.#said.get(likeness) ?? { at, bySender: new Map<string, number>() };
    said.at = at;
    said.bySender.set(sender, at);
    this.#said.delete(likeness);
    this.#said.set(likeness, said);
    this.#forget(at);
  }

  #forget(at: number): void {
    for (const [likeness, said] of this.#said) {
      if (at - said.at < SAME_SENDER_MS) return;
      this.#said.delete(likeness);
    }
  }
}

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1_000));
