import type { CommitQueue } from "./commit-queue.ts";
import { NewcomerLine, type Told } from "./newcomer-line.ts";
import type { Clock, Submission } from "./ports.ts";

/**
 * Where newcomers' messages wait for their turn on this node. Under the shield those who are pending
 * share other turns than the rest, so they wait in a line of their own: else each would stand still
 * behind hundreds who are let in slowly.
 */
export class NewcomerLines {
  readonly #queue: Pick<CommitQueue, "say">;
  readonly #lines: { readonly new: NewcomerLine; readonly pending: NewcomerLine };

  constructor(queue: Pick<CommitQueue, "say">, clock: Clock, longestWaitMs: number) {
    this.#queue = queue;
    const line = () => new NewcomerLine(queue, clock, longestWaitMs);
    this.#lines = { new: line(), pending: line() };
  }

  /**
   * As `CommitQueue.say`. A newcomer's message waits for its turn: `told` is called with the seconds
   * that this may take. Throws Refusal `newcomer` after the longest wait.
   */
  async say(submission: Submission, told: Told): Promise<number> {
    const standings = ["new", "pending"] as const;
    const afterOthers = standings.filter((standing) => !this.#lines[standing].isEmpty);
    try {
      return await this.#queue.say({ ...submission, afterOthers });
    } catch (error) {
      if (!this.#lines.new.isBeforeTurn(error)) throw error;
      const line = this.#lines[error.among === "pending" ? "pending" : "new"];
      return await line.wait(submission, error, told);
    }
  }
}
