import type { Clock, Logger } from "./ports.ts";

interface Parts {
  clock: Pick<Clock, "now">;
  logger: Pick<Logger, "warn">;
}

/**
 * A warning that any client can cause. It is logged at most once per interval, so that nobody can
 * fill the log.
 */
export class RareWarning {
  readonly #everyMs: number;
  readonly #parts: Parts;
  #quietUntil = Number.NEGATIVE_INFINITY;

  constructor(everyMs: number, parts: Parts) {
    this.#everyMs = everyMs;
    this.#parts = parts;
  }

  give(fields: object, sentence: string): void {
    const now = this.#parts.clock.now();
    if (now < this.#quietUntil) return;
    this.#quietUntil = now + this.#everyMs;
    this.#parts.logger.warn(fields, sentence);
  }
}
