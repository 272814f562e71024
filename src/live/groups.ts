import { GROUPS } from "./frame-pacer.ts";

/** Readers who get the same frames at the same time. */
export interface Group {
  readonly name: string;
  /** The last `seq` they were sent. */
  at: number;
  /** When its readers in v1 were last sent anything, in milliseconds since the epoch. */
  heardAt: number;
}

/** The groups in order of service: the first was served longest ago, and has the lowest `seq`. */
export class Groups {
  readonly #inTurn: Group[];

  constructor(at: number, now: number) {
    this.#inTurn = Array.from({ length: GROUPS }, (_, number) => ({
      name: `${number}`,
      at,
      heardAt: now,
    }));
  }

  get all(): readonly Group[] {
    return this.#inTurn;
  }

  /** The last `seq` that every group was sent. */
  get minSeq(): number {
    return this.#inTurn[0]?.at ?? 0;
  }

  /** The groups at `head`: a reader who has everything up to there can join them without a gap. */
  atSeq(head: number): readonly Group[] {
    return this.#inTurn.filter(({ at }) => at === head);
  }

  /** Serves the next `turns` groups and moves them to `head`. `serve` still sees the old position. */
  advance(turns: number, head: number, serve: (group: Group) => void): void {
    const served = this.#inTurn.splice(0, turns);
    this.#inTurn.push(...served);
    for (const group of served) {
      serve(group);
      group.at = head;
    }
  }
}
