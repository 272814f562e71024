import type { RoomEvent } from "../events/kinds.ts";
import { QUEUED_SUBMISSIONS } from "../wire/limits.ts";
import type { Appended, Change, Refused, Submission } from "./ports.ts";
import { Refusal, unavailable } from "./refusal.ts";

const BATCH_SUBMISSIONS = 1_000;
const FULL_BATCH = 256;

interface Waiting {
  say: Submission;
  settle: (outcome: number | Refusal) => void;
}
type Step = { submissions: Waiting[] } | { command: () => Promise<void> };

export interface CommitQueueHooks {
  /** Resolves when the next batch should be taken; what arrives until then shares it. */
  ready(): Promise<void>;
  append(submissions: readonly Submission[]): Promise<Appended>;
  /** Hands over what was committed, before anyone is answered. */
  committed(events: RoomEvent[]): void;
  /** A commit failed, or may have: the store may hold events that were not handed over. */
  failed(error: unknown): void;
}

/**
 * Group commit: one change of the log is in flight, and what is said meanwhile is the
 * next batch. Changes keep the order in which they were asked.
 */
export class CommitQueue {
  readonly #commits: CommitQueueHooks;
  readonly #steps: Step[] = [];
  #queued = 0;
  #draining: Promise<void> | null = null;
  #batchFull = () => {
    // No batch is being collected yet.
  };

  constructor(commits: CommitQueueHooks) {
    this.#commits = commits;
  }

  /**
   * Resolves with the `seq` once committed. Throws Refusal: `unavailable` if it may have been
   * committed or not.
   */
  async say(say: Submission): Promise<number> {
    if (this.#queued >= QUEUED_SUBMISSIONS) {
      throw new Refusal("busy", "The room is too busy right now; try again.", 1);
    }
    const outcome = await new Promise<number | Refusal>((settle) => {
      this.#queued++;
      const batch = this.#lastBatch();
      batch.push({ say, settle });
      if (batch.length === FULL_BATCH) this.#batchFull();
      this.#start();
    });
    if (outcome instanceof Refusal) throw outcome;
    return outcome;
  }

  async change<Result>(command: () => Promise<Change<Result>>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const run = async () => {
        try {
          const { events, result } = await command();
          this.#commits.committed(events);
          resolve(result);
        } catch (error) {
          reject(this.#asRefusal(error));
        }
      };
      this.#steps.push({ command: run });
      this.#start();
    });
  }

  /** Whether a change waits or is in flight. */
  get busy(): boolean {
    return this.#draining !== null;
  }

  /** Resolves when nothing waits or is in flight. */
  async drained(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  #lastBatch(): Waiting[] {
    const last = this.#steps.at(-1);
    if (last && "submissions" in last && last.submissions.length < BATCH_SUBMISSIONS)
      return last.submissions;
    const submissions: Waiting[] = [];
    this.#steps.push({ submissions });
    return submissions;
  }

  #start(): void {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null;
      // A step may have been added after the loop ended.
      if (this.#steps.length > 0) this.#start();
    });
  }

  async #drain(): Promise<void> {
    for (let step = this.#steps[0]; step; step = this.#steps[0]) {
      if ("submissions" in step) await this.#waitForBatch(step.submissions);
      this.#steps.shift();
      if ("submissions" in step) await this.#commit(step.submissions);
      else await step.command();
    }
  }

  /** Waits for the beat, or until so many have come together that waiting longer gains nothing. */
  async #waitForBatch(submissions: Waiting[]): Promise<void> {
    if (submissions.length >= FULL_BATCH) return;
    const crowd = new Promise<void>((resolve) => {
      this.#batchFull = resolve;
    });
    await Promise.race([this.#commits.ready(), crowd]);
  }

  async #commit(batch: Waiting[]): Promise<void> {
    this.#queued -= batch.length;
    try {
      const { events, outcomes } = await this.#commits.append(batch.map(({ say }) => say));
      this.#commits.committed(events);
      batch.forEach(({ settle }, index) => {
        settle(answer(outcomes[index]));
      });
    } catch (error) {
      const refusal = this.#asRefusal(error);
      for (const { settle } of batch) settle(refusal);
    }
  }

  #asRefusal(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    this.#commits.failed(error);
    return unavailable();
  }
}

function answer(outcome: number | Refused | undefined): number | Refusal {
  if (typeof outcome === "number") return outcome;
  return outcome ? Refusal.from(outcome) : unavailable();
}
