/** Of how many places one range of addresses may hold this part, once the room is half full. */
const SHARE = 1 / 4;
/** A household, or a small room's regulars, never meet the share. */
const LEAST_SHARE = 50;
/** Beyond `MAX_CONNECTIONS`, for staff alone: a full room can still be moderated. */
const FOR_STAFF = 8;

/** Counts the open sockets of a node by range, and says who may have another. */
export class Places {
  readonly #max: number;
  readonly #byRange = new Map<string, number>();
  #taken = 0;

  constructor(max: number) {
    this.#max = max;
  }

  get taken(): number {
    return this.#taken;
  }

  /**
   * `yes`, or `staff` where only staff may stay: every place is taken, or the range holds its
   * share of a room that is half full. So one address can fill half of a room and no more.
   */
  offer(range: string): "yes" | "staff" | "no" {
    if (this.#taken >= this.#max + FOR_STAFF) return "no";
    if (this.#taken >= this.#max) return "staff";
    const held = this.#byRange.get(range) ?? 0;
    return this.#taken >= this.#max / 2 && held >= Math.max(LEAST_SHARE, this.#max * SHARE)
      ? "staff"
      : "yes";
  }

  take(range: string): void {
    this.#taken++;
    this.#byRange.set(range, (this.#byRange.get(range) ?? 0) + 1);
  }

  leave(range: string): void {
    this.#taken--;
    const left = (this.#byRange.get(range) ?? 1) - 1;
    if (left > 0) this.#byRange.set(range, left);
    else this.#byRange.delete(range);
  }
}
