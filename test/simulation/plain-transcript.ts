import { z } from "zod";
import type { Ledger } from "./ledger.ts";
import type { World } from "./world.ts";

const PlainMessage = z.object({ id: z.number(), text: z.string() });

/** What a client in plain mode has seen: messages alone, and all of them. */
export class PlainTranscript {
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #seen = new Map<number, string>();
  #last = 0;

  constructor(world: World, ledger: Ledger) {
    this.#world = world;
    this.#ledger = ledger;
  }

  /** The socket is another, and begins with the day's messages again. */
  restart(): void {
    this.#last = 0;
    this.#seen.clear();
  }

  take(frame: unknown): void {
    const { success, data } = PlainMessage.safeParse(frame);
    if (!success) return;
    const { id, text } = data;
    if (id <= this.#last) this.#world.broken(`plain saw ${id} after ${this.#last}`);
    this.#last = id;
    this.#seen.set(id, text);
    const isStored = this.#ledger
      .everAt(id)
      .some((place) => place?.event.type === "message" && place.event.text === text);
    if (!isStored) {
      this.#world.broken(`plain saw “${text}” at ${id}, which is not stored`);
    }
  }

  settled(): void {
    for (const [id, text] of this.#ledger.standing()) {
      // What comes back is not said to it again.
      const { wasGone, isRotten } = this.#ledger.at(id) ?? {};
      if (!wasGone && !isRotten && this.#seen.get(id) !== text)
        this.#world.broken(`plain was never told of ${id}`);
    }
  }
}
