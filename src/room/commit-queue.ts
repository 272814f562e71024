import type { RoomEvent } from "../events/kinds.ts";
import { QUEUED_SUBMISSIONS } from "../wire/limits.ts";
import type { Ask, Done } from "./commands.ts";
import type { Appended, Change, SharedOutcome, Submission } from "./ports.ts";
import { Refusal, type Refused, unavailable } from "./refusal.ts";

const BATCH_SUBMISSIONS = 1_000;
const FULL_BATCH = 256;
/** So many commands share a transaction: each asks the database anew, and what is said waits for all of them. */
const FULL_ASKS = 64;

/** When the next batch of the room's changes may be committed and sent. */
export interface Pacing {
  /** Calls `run` when a batch is due, at the earliest in the next turn of the event loop. */
  whenDue(run: () => void): void;
}

interface Waiting<What, Outcome> {
  what: What;
  settle: (outcome: Outcome | Refusal) => void;
}
type Say = Waiting<Submission, number>;
type Asking = Waiting<Ask, Done>;
type Step = { submissions: Say[] } | { asks: Asking[] } | { command: () => Promise<void> };

export interface CommitQueueHooks {
  /** Resolves when the next batch should be taken; what arrives until then shares it. */
  ready(): Promise<void>;
  append(submissions: readonly Submission[]): Promise<Appended>;
  applyAll(asks: readonly Ask[]): Promise<Change<SharedOutcome[]>>;
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
    return this.#waitFor((settle) => {
      const batch = this.#lastBatch();
      batch.push({ what: say, settle });
      if (batch.length === FULL_BATCH) this.#batchFull();
    });
  }

  /** As `say`, for a command that shares its transaction with those that are asked at the same time. */
  async ask(ask: Ask): Promise<Done> {
    return this.#waitFor((settle) => {
      const asks = this.#lastAsks();
      asks.push({ what: ask, settle });
      if (asks.length === FULL_ASKS) this.#batchFull();
    });
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

  async #waitFor<Outcome>(
    queue: (settle: (outcome: Outcome | Refusal) => void) => void,
  ): Promise<Outcome> {
    if (this.#queued >= QUEUED_SUBMISSIONS) {
      throw new Refusal("busy", "The room is too busy right now; try again.", 1);
    }
    const { promise, resolve } = Promise.withResolvers<Outcome | Refusal>();
    this.#queued++;
    queue(resolve);
    this.#start();
    const outcome = await promise;
    if (outcome instanceof Refusal) throw outcome;
    return outcome;
  }

  #lastBatch(): Say[] {
    const last = this.#steps.at(-1);
    if (last && "submissions" in last && last.submissions.length < BATCH_SUBMISSIONS)
      return last.submissions;
    const submissions: Say[] = [];
    this.#steps.push({ submissions });
    return submissions;
  }

  #lastAsks(): Asking[] {
    const last = this.#steps.at(-1);
    if (last && "asks" in last && last.asks.length < FULL_ASKS) return last.asks;
    const asks: Asking[] = [];
    this.#steps.push({ asks });
    return asks;
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
      if ("submissions" in step) await this.#waitForBatch(step.submissions.length >= FULL_BATCH);
      // Nothing more joins those that something was said after.
      else if ("asks" in step)
        await this.#waitForBatch(this.#steps.length > 1 || step.asks.length >= FULL_ASKS);
      this.#steps.shift();
      if ("submissions" in step) await this.#commit(step.submissions);
      else if ("asks" in step) await this.#apply(step.asks);
      else await step.command();
    }
  }

  /** Waits for the beat, or until so many have come together that waiting longer gains nothing. */
  async #waitForBatch(isFull: boolean): Promise<void> {
    if (isFull) return;
    const crowd = new Promise<void>((resolve) => {
      this.#batchFull = resolve;
    });
    await Promise.race([this.#commits.ready(), crowd]);
  }

  async #commit(batch: readonly Say[]): Promise<void> {
    await this.#settle(batch, async (says) => {
      const { events, outcomes } = await this.#commits.append(says);
      return { events, result: outcomes.map(seqOf) };
    });
  }

  async #apply(asks: readonly Asking[]): Promise<void> {
    await this.#settle(asks, async (commands) => {
      const { events, result } = await this.#commits.applyAll(commands);
      return { events, result: result.map(doneOf) };
    });
  }

  async #settle<What, Outcome>(
    batch: readonly Waiting<What, Outcome>[],
    change: (what: What[]) => Promise<Change<(Outcome | Refusal)[]>>,
  ): Promise<void> {
    this.#queued -= batch.length;
    try {
      const { events, result } = await change(batch.map(({ what }) => what));
      this.#commits.committed(events);
      batch.forEach(({ settle }, index) => {
        settle(result[index] ?? unavailable());
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

const seqOf = (outcome: number | Refused) =>
  typeof outcome === "number" ? outcome : Refusal.from(outcome);

const doneOf = (outcome: SharedOutcome) =>
  "done" in outcome ? outcome.done : Refusal.from(outcome.refused);
