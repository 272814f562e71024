import type { Logger } from "./ports.ts";
import { Refusal, unavailable } from "./refusal.ts";

export interface StoringParts {
  logger: Logger;
  /** Rejects if the room could not store a message now. */
  check: () => Promise<void>;
}

/**
 * Knows from the calls to the store whether messages can be stored. Logs once when they no longer
 * can, and once when they can again.
 */
export class Storing {
  readonly #parts: StoringParts;
  #fails = false;
  #checking: Promise<boolean> | null = null;

  constructor(parts: StoringParts) {
    this.#parts = parts;
  }

  failed(error: unknown): void {
    if (this.#fails) return;
    this.#fails = true;
    this.#parts.logger.error(
      { event: "not_ready", err: error },
      "The room cannot be stored or read. What is said is refused until it can.",
    );
  }

  succeeded(): void {
    if (!this.#fails) return;
    this.#fails = false;
    this.#parts.logger.info({ event: "ready_again" }, "The room can be stored again.");
  }

  /** Runs a call to the store. An error that is no Refusal becomes Refusal `unavailable`, and is logged. */
  async guard<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.failed(error);
      throw unavailable();
    }
  }

  /** Tries to store again if the last call failed. Calls that come at the same time share one try. */
  async recheck(): Promise<boolean> {
    if (!this.#fails) return true;
    // If a try that began earlier fails, that says nothing about now: try once more.
    if (this.#checking && (await this.#checking)) return true;
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #check(): Promise<boolean> {
    try {
      await this.#parts.check();
    } catch (error) {
      this.failed(error);
      return false;
    }
    this.succeeded();
    return true;
  }
}
