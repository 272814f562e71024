import { end, type Socket } from "./session.ts";

/** The part of all places that one range of addresses may hold, once the room is half full. */
const SHARE = 1 / 4;
/** The share is at least this many: a household, or the regulars of a small room, never reach it. */
const LEAST_SHARE = 50;

/** The open sockets of a node, by range, up to `MAX_CONNECTIONS`. */
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
   * False if every place is taken, or if the room is half full and the range has its share already.
   * So one range can fill half of a room, and no more.
   */
  take(range: string): boolean {
    const held = this.#byRange.get(range) ?? 0;
    const share = Math.max(LEAST_SHARE, this.#max * SHARE);
    if (this.#taken >= this.#max) return false;
    if (this.#taken >= this.#max / 2 && held >= share) return false;
    this.#taken++;
    this.#byRange.set(range, held + 1);
    return true;
  }

  leave(range: string): void {
    this.#taken--;
    const left = (this.#byRange.get(range) ?? 1) - 1;
    if (left > 0) this.#byRange.set(range, left);
    else this.#byRange.delete(range);
  }
}

/**
 * The extra places for staff. Whether a socket is staff's is known only after its hello. So a new
 * socket may replace one that said no hello yet: silent sockets cannot keep staff out.
 */
export class StaffPlaces {
  readonly #max: number;
  readonly #byRange = new Map<string, Set<Socket>>();
  #taken = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** False if every place is held by a socket that said hello. */
  take(socket: Socket): boolean {
    const { range } = socket.data;
    if (this.#taken >= this.#max) {
      const silent = this.#firstToGo();
      if (!silent) return false;
      this.leave(silent);
      end(silent, "server_full");
    }
    this.#taken++;
    this.#byRange.set(range, (this.#byRange.get(range) ?? new Set()).add(socket));
    return true;
  }

  leave(socket: Socket): void {
    const { range } = socket.data;
    const held = this.#byRange.get(range);
    if (!held?.delete(socket)) return;
    this.#taken--;
    if (held.size === 0) this.#byRange.delete(range);
  }

  /**
   * The oldest silent socket of the range that has the most of them. Of several such ranges, the
   * one that came first.
   */
  #firstToGo(): Socket | undefined {
    let chosen: Socket | undefined;
    let most = 0;
    for (const held of this.#byRange.values()) {
      if (held.size <= most) continue;
      let oldest: Socket | undefined;
      let silent = 0;
      for (const socket of held) {
        if (socket.data.hello !== null) continue;
        oldest ??= socket;
        silent++;
      }
      if (silent > most) [chosen, most] = [oldest, silent];
    }
    return chosen;
  }
}
