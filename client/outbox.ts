import type { MessageEvent as Message, You } from "../src/wire/frames.ts";

/** One message of this page's own, until the room shows it. */
export type Pending = {
  ref: string;
  text: string;
  /** The message that it replies to. */
  re?: number;
  user: string;
  day: string;
  /** Of the log in which `re` is a place. */
  epoch?: string | undefined;
  at: number;
  /** A message of the room that seems to be this one; the ack has still to say so. */
  seenAs?: number;
  state:
    | { is: "sending" }
    | { is: "stored"; seq: number }
    /** `mayBeStored`: midnight came on its way, and the new day may have it. */
    | { is: "failed"; why: string; until?: number; mayBeStored?: true };
};

/**
 * What was sent and is not shown yet. The ack and the message itself may come in either
 * order, over two connections; in every order the text is on the page exactly once.
 */
export class Outbox {
  #pending: readonly Pending[];
  /** Of the last snapshot. */
  #epoch: string | undefined;

  constructor(restored: readonly Pending[] = []) {
    this.#pending = restored;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** What the room has not answered: to be sent again, with the same refs, after a break. */
  get unanswered(): readonly Pending[] {
    return this.#pending.filter(({ state }) => state.is === "sending");
  }

  add(said: Omit<Pending, "ref" | "state" | "seenAs" | "epoch">): Pending {
    const ref = crypto.randomUUID();
    const pending: Pending = { ...said, ref, epoch: this.#epoch, state: { is: "sending" } };
    this.#pending = [...this.#pending, pending];
    return pending;
  }

  remove(ref: string): Pending | undefined {
    const found = this.#pending.find((pending) => pending.ref === ref);
    this.#pending = this.#pending.filter((pending) => pending !== found);
    return found;
  }

  acknowledge(ref: string, seq: number): void {
    this.#change(ref, { state: { is: "stored", seq } });
  }

  /** `until`: when it may be tried again, by this machine's clock. */
  fail(ref: string, why: string, until?: number): void {
    this.#fail(ref, { is: "failed", why, ...(until !== undefined && { until }) });
  }

  /** What was said on another day can no longer be said with its ref. */
  failBefore(day: string, why: string): void {
    for (const pending of this.unanswered) {
      if (pending.day !== day) this.#fail(pending.ref, { is: "failed", why, mayBeStored: true });
    }
  }

  /** Whether the room's message is one of these; it then shows in its place. */
  recognize({ seq, user, text }: Message, you: You | undefined): boolean {
    const stored = this.#pending.find(({ state }) => state.is === "stored" && state.seq === seq);
    if (stored) return true;
    const overtaken = this.#pending.filter(
      ({ state }) => state.is === "failed" && state.mayBeStored,
    );
    const twin = [...this.unanswered, ...overtaken].find(
      (pending) =>
        pending.seenAs === undefined &&
        (user === pending.user || user === you?.name) &&
        squeeze(text) === squeeze(pending.text),
    );
    if (twin) this.#change(twin.ref, { seenAs: seq });
    return twin !== undefined;
  }

  /**
   * A fresh snapshot shows everything anew. What was stored in a log of another epoch may not be in
   * this one, and is sent again: under its ref it is stored once. What it replied to may be another message
   * there: it is said without.
   */
  startOver(epoch: string | undefined): void {
    this.#epoch = epoch ?? this.#epoch;
    this.#pending = this.#pending.map(({ seenAs: _, ...pending }) => this.#inThisLog(pending));
  }

  #inThisLog(pending: Pending): Pending {
    const epoch = this.#epoch;
    if (pending.epoch === undefined || pending.epoch === epoch) return { ...pending, epoch };
    const { re: _, ...said } = pending;
    return { ...said, epoch, ...(said.state.is === "stored" && { state: { is: "sending" } }) };
  }

  /** Lets go of what the room has shown up to `seq`. */
  settle(seq: number): void {
    this.#pending = this.#pending.filter(({ state }) => state.is !== "stored" || state.seq > seq);
  }

  #fail(ref: string, state: Pending["state"]): void {
    this.#pending = this.#pending.map((pending) => {
      if (pending.ref !== ref) return pending;
      const { seenAs: _, ...unseen } = pending;
      return { ...unseen, state };
    });
  }

  #change(ref: string, change: Partial<Pending>): void {
    this.#pending = this.#pending.map((pending) =>
      pending.ref === ref ? { ...pending, ...change } : pending,
    );
  }
}

/** The server tidies a text before it stores it; this forgets what tidying changes. */
function squeeze(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
