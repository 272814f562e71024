import { overwriteFreedMemory } from "../process/overwrite-memory.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import type { Destroyed, DestructionStore, KeptReceipt, Receipt } from "./receipt.ts";

/** If a check finds something, it is repeated this often before the receipt says so. */
const TRIES = 6;

export interface DayDestructionParts {
  destruction: DestructionStore;
  room: Pick<Room, "listen" | "state" | "timezone">;
  clock: Clock;
  logger: Logger;
}

/** For each day that ended: destroys it, checks that nothing is left, and stores a receipt. */
export class DayDestruction {
  readonly #parts: DayDestructionParts;
  #tries = 0;
  #looking = false;
  /** A day may end while a look, which saw none, is still on its way. */
  #lookAgain = false;

  constructor(parts: DayDestructionParts) {
    this.#parts = parts;
    let { day } = parts.room.state;
    parts.room.listen((events) => {
      // Another zone may have put the room back to the day before.
      day = events.findLast((event) => event.type === "zone")?.day ?? day;
      const turned = events.findLast((event) => event.type === "cleared" && event.day > day);
      if (turned?.type !== "cleared") return;
      day = turned.day;
      void this.look();
    });
  }

  /** Never rejects: an error is logged, and the next call tries again. */
  async look(): Promise<void> {
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#lookAgain) {
        this.#lookAgain = false;
        while (await this.#seeThrough());
      }
    } catch (error) {
      this.#parts.logger.error(
        { err: error },
        "A day that ended could not be destroyed; trying again.",
      );
    } finally {
      this.#looking = false;
    }
  }

  async receipts(limit: number): Promise<KeptReceipt[]> {
    return this.#parts.destruction.list(limit);
  }

  /** False if there is nothing more to do now. */
  async #seeThrough(): Promise<boolean> {
    const { destruction, logger } = this.#parts;
    const began = performance.now();
    const destroyed = await destruction.destroy();
    if (destroyed === null) return false;
    await overwriteFreedMemory();
    const { day, checks } = destroyed;
    const isGone = checks.every(({ ok }) => ok);
    if (!isGone) {
      logger.error({ day, checks }, "Something of a day that ended was still found.");
      this.#tries++;
      if (this.#tries < TRIES) return false;
    }
    this.#tries = 0;
    await destruction.keep(this.#receipt(destroyed, performance.now() - began));
    if (isGone) logger.info({ day, messages: destroyed.messages }, "The day before is destroyed.");
    return true;
  }

  #receipt(destroyed: Destroyed, tookMs: number): Receipt {
    const { clock, room } = this.#parts;
    return {
      ...destroyed,
      timezone: room.timezone,
      checkedAt: clock.now(),
      tookMs,
    };
  }
}
