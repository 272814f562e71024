import type { Change, Clock, Log, Logger, Reaction, Sender } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { SlidingWindow } from "./sliding-window.ts";

/** Taps wait so long for company: however many there are, a node commits one batch of them a second. */
const GATHER_MS = 1_000;
const REACTIONS_A_MINUTE = 60;

export interface AuthorActionsParts {
  log: Pick<Log, "eraseByAuthor" | "forget" | "feel">;
  clock: Clock;
  logger: Logger;
  /** In order with everything else that changes the room. */
  change: <Result>(command: () => Promise<Change<Result>>) => Promise<Result>;
}

/** What people may do with their own words, and with those of others that they felt. */
export class AuthorActions {
  readonly #parts: AuthorActionsParts;
  readonly #recent = new SlidingWindow(REACTIONS_A_MINUTE, 60_000);
  #reactions = new Map<string, Reaction>();

  constructor(parts: AuthorActionsParts) {
    this.#parts = parts;
  }

  /** Hard deletion. Throws Refusal `not_found` for what is not the sender's too: nobody learns whose it is. */
  async erase({ key }: Sender, id: number): Promise<void> {
    const { log, change } = this.#parts;
    if (await change(() => log.eraseByAuthor(key, id))) return;
    throw new Refusal("not_found", `You have said no message ${id} today.`);
  }

  /** Hard deletion of everything the sender said today. Says how many messages there were. */
  async forget({ key }: Sender): Promise<number> {
    const { log, change } = this.#parts;
    return change(() => log.forget(key));
  }

  /** Counts within a second or so, once a sender and message. Throws Refusal `rate_limited`. */
  feel({ key }: Sender, id: number): void {
    const { clock } = this.#parts;
    const wait = this.#recent.wait(key, clock.now());
    if (wait > 0) throw new Refusal("rate_limited", "That is a lot to feel in a minute.", wait);
    this.#recent.count(key, clock.now());
    if (this.#reactions.size === 0) clock.after(GATHER_MS, () => void this.#count());
    this.#reactions.set(JSON.stringify([key, id]), { id, sender: key });
  }

  async #count(): Promise<void> {
    const { log, change, logger } = this.#parts;
    const reactions = [...this.#reactions.values()];
    this.#reactions = new Map();
    try {
      await change(() => log.feel(reactions));
    } catch (error) {
      logger.warn({ err: error }, "What was felt could not be counted.");
    }
  }
}
