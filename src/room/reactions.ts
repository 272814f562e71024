import type { Reaction } from "./commands.ts";
import type { Clock, Logger, Sender } from "./ports.ts";

/** Reactions are collected for one second. */
const COLLECT_MS = 1_000;
/** So many are committed at once, which takes some 5 ms: what is said meanwhile waits no longer. */
const AT_ONCE = 250;

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
      for (let at = 0; at < reactions.length; at += AT_ONCE) {
        await commit(reactions.slice(at, at + AT_ONCE));
      }
    } catch (error) {
      logger.warn({ err: error }, "Reactions could not be counted.");
    }
  }
}
