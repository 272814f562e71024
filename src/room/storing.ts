import type { Logger } from "./ports.ts";
import { Refusal, unavailable } from "./refusal.ts";

export interface StoringParts {
  logger: Logger;
  /** Rejects where the room could not store a message now. */
  check: () => Promise<void>;
}

/**
 * Whether the room can store what is said, learnt from what it does. It is said once when it
 * cannot, and once when it can again, however much fails in between.
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

  /** Asks the store: a failure other than a Refusal is the room's, and refused as `unavailable`. */
  async guard<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.failed(error);
      throw unavailable();
    }
  }

  /** Looks whether it can again where it could not. Of many who ask at once one looks. */
  async recheck(): Promise<boolean> {
    if (!this.#fails) return true;
    // One that began before says nothing of now when it fails.
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
