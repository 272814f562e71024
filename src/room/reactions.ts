import type { Reaction } from "./commands.ts";
import type { Clock, Logger, Sender } from "./ports.ts";

/** Reactions are collected for one second and committed as one batch for each node. */
const COLLECT_MS = 1_000;

export interface ReactionsParts {
  clock: Clock;
  logger: Logger;
  commit: (reactions: Reaction[]) => Promise<unknown>;
}

/** Collects reactions. One that is lost in a crash was never acknowledged. */
export class Reactions {
  readonly #parts: ReactionsParts;
  #collected = new Map<string, Reaction>();

  constructor(parts: ReactionsParts) {
    this.#parts = parts;
  }

  /** Counted within about a second, once for each sender and message. */
  add({ key }: Sender, id: number): void {
    const { clock } = this.#parts;
    if (this.#collected.size === 0) clock.after(COLLECT_MS, () => void this.#commit());
    this.#collected.set(JSON.stringify([key, id]), { id, sender: key });
  }

  async #commit(): Promise<void> {
    const { commit, logger } = this.#parts;
    const reactions = [...this.#collected.values()];
    this.#collected = new Map();
    try {
      await commit(reactions);
    } catch (error) {
      logger.warn({ err: error }, "Reactions could not be counted.");
    }
  }
}
