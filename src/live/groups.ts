import { GROUPS } from "./frame-pacer.ts";

/** Readers who are sent the same events at the same time. */
export interface Group {
  readonly number: number;
  /** The last place they were sent. */
  at: number;
  /** When the readers of v1 were last sent anything, in milliseconds since the epoch. */
  heardAt: number;
}

/** The groups in the order of their turns: who was served longest ago stands first, and never further than the next. */
export class Groups {
  readonly #inTurn: Group[];

  constructor(at: number, now: number) {
    this.#inTurn = Array.from({ length: GROUPS }, (_, number) => ({ number, at, heardAt: now }));
  }

  get all(): readonly Group[] {
    return this.#inTurn;
  }

  /** Every group was sent what comes up to here. */
  get minSeq(): number {
    return this.#inTurn[0]?.at ?? 0;
  }

  /** Those that a reader who holds everything up to `head` may join without a gap. */
  atSeq(head: number): readonly Group[] {
    return this.#inTurn.filter(({ at }) => at === head);
  }

  /** Brings the next `turns` groups to `head`; `serve` is told from where. */
  advance(turns: number, head: number, serve: (group: Group) => void): void {
    const served = this.#inTurn.splice(0, turns);
    this.#inTurn.push(...served);
    for (const group of served) {
      serve(group);
      group.at = head;
    }
  }
}
