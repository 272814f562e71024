import type { Frame } from "./encoding.ts";

/** Events of one piece. A piece ends before a multiple of it, so that all who come back share theirs. */
const PIECE = 256;

/** The frames of whole pieces of the log, encoded once for all who come back to them. */
export class Pieces {
  readonly #frames = new Map<number, Frame>();

  /** The last `seq` of the piece that `seq` is in. */
  static lastOf(seq: number): number {
    return (numberOf(seq) + 1) * PIECE - 1;
  }

  /** `encode` is called where only a part of the piece is asked for, and the first time that all is. */
  frame(first: number, last: number, encode: () => Frame): Frame {
    if (first % PIECE !== 0 || last !== Pieces.lastOf(first)) return encode();
    const frame = this.#frames.get(numberOf(first)) ?? encode();
    this.#frames.set(numberOf(first), frame);
    return frame;
  }

  /** The event at `seq` is another one now. */
  drop(seq: number): void {
    this.#frames.delete(numberOf(seq));
  }

  dropBefore(seq: number): void {
    for (const number of this.#frames.keys()) {
      if (number < numberOf(seq)) this.#frames.delete(number);
    }
  }
}

function numberOf(seq: number): number {
  return Math.floor(seq / PIECE);
}
