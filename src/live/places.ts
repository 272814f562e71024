import { end, type Socket } from "./session.ts";

/** Of how many places one range of addresses may hold this part, once the room is half full. */
const SHARE = 1 / 4;
/** A household, or a small room's regulars, never meet the share. */
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
   * False where every place is taken, or the range holds its share of a room that is half full. So
   * one address can fill half of a room and no more.
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
 * The places beyond those, for staff. Anyone may open a socket, and only its hello tells who it is; so
 * the silent ones give way to newcomers, and no number of them keeps staff out.
 */
export class StaffPlaces {
  readonly #max: number;
  readonly #byRange = new Map<string, Set<Socket>>();
  #taken = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** False where each place is held by one that said hello. */
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

  /** The oldest silent socket of the range with the most of them; of equal ranges, of the oldest. */
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
