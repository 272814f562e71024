import type { CommitQueue } from "./commit-queue.ts";
import { LogReplaced } from "./log-replaced.ts";
import type { Logger } from "./ports.ts";

interface BeginAnewParts {
  queue: Pick<CommitQueue, "change">;
  logger: Logger;
  /** Runs while this node commits nothing. */
  begin: () => Promise<void>;
}

/** Begins anew where the log is another one than the node followed. */
export class BeginAnew {
  readonly #parts: BeginAnewParts;
  #isDue = false;
  #isRunning = false;

  constructor(parts: BeginAnewParts) {
    this.#parts = parts;
  }

  /** Throws LogReplaced until it has begun. Whoever is here was given the other log, and must come back first. */
  assertBegun(): void {
    if (this.#isDue) throw new LogReplaced();
  }

  /** Begins anew if `error` says that the log was replaced. */
  noticed(error: unknown): void {
    if (!(error instanceof LogReplaced)) return;
    if (!this.#isDue) {
      this.#parts.logger.warn(
        { event: "log_replaced" },
        "The log is another one than before: a backup was put back, or a replica took over. Everyone reconnects, and is sent what it holds.",
      );
    }
    this.#isDue = true;
    this.tryAgain();
  }

  /** Does nothing unless the last try failed. */
  tryAgain(): void {
    if (!this.#isDue || this.#isRunning) return;
    this.#isRunning = true;
    const begin = async () => {
      await this.#parts.begin();
      this.#isDue = false;
      return { events: [], result: undefined };
    };
    const ended = () => {
      this.#isRunning = false;
    };
    // The queue reports a failure; the next poll tries again.
    this.#parts.queue.change(begin).then(ended, ended);
  }
}
