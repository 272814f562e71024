import type { RoomEvent } from "../events/kinds.ts";
import { BeginAnew } from "./begin-anew.ts";
import type { CommitQueue } from "./commit-queue.ts";
import { LogFollower } from "./log-follower.ts";
import type { Appended, Clock, Log, Logger } from "./ports.ts";
import type { Refused } from "./refusal.ts";
import { soon } from "./soon.ts";

const READ_AGAIN_MS = 250;

interface FollowingParts {
  log: Pick<Log, "after">;
  queue: Pick<CommitQueue, "busy" | "change">;
  clock: Clock;
  logger: Logger;
  today: () => string;
  deliver: (events: RoomEvent[]) => void;
  /** The log could not be read. */
  failed: (error: unknown) => void;
  /** The log was replaced. Resolves with the head from which the new one is followed. */
  replaced: () => Promise<number>;
}

/** How a node follows the log: what it commits itself, what others announce, and another log in place of the first. */
export class Following {
  readonly #parts: FollowingParts;
  readonly #anew: BeginAnew;
  readonly #readAgain: () => void;
  #follower: LogFollower;
  /** The highest `seq` that any node announced. */
  #notifiedSeq = 0;

  constructor(parts: FollowingParts, head: number) {
    this.#parts = parts;
    // With one node nobody announces events, and there is no poll that would read again.
    this.#readAgain = soon(parts.clock, READ_AGAIN_MS, () => this.#follower.follow());
    this.#follower = this.#from(head);
    const { queue, logger } = parts;
    this.#anew = new BeginAnew({ queue, logger, begin: () => this.#beginAnew() });
  }

  /**
   * Reads what other nodes may have appended, up to `seq` where that is known. Not while this node
   * commits: the announcement may be of its own commit, whose events need not be read.
   */
  follow(seq?: number): void {
    this.#anew.tryAgain();
    if (seq !== undefined) this.#notifiedSeq = Math.max(this.#notifiedSeq, seq);
    if (seq === undefined || !this.#parts.queue.busy) this.#follower.follow(seq);
  }

  /** As `BeginAnew.assertBegun`. Before each commit. */
  assertBegun(): void {
    this.#anew.assertBegun();
  }

  /** Reads on where a guest was of another day than the room's: this node has not heard of the turn yet. */
  appended({ outcomes }: Appended): void {
    const isBehind = (outcome: number | Refused) =>
      typeof outcome === "object" && outcome.code === "unavailable";
    if (outcomes.some(isBehind)) this.#follower.follow();
  }

  committed(events: RoomEvent[]): void {
    this.#follower.offer(events);
    this.#follower.follow(this.#notifiedSeq);
  }

  /** A commit failed, or may have. */
  commitFailed(error: unknown): void {
    this.#anew.noticed(error);
    this.#follower.follow();
  }

  /** As `LogFollower.caughtUp`. */
  async caughtUp(): Promise<boolean> {
    return this.#follower.caughtUp();
  }

  async #beginAnew(): Promise<void> {
    this.#follower.end();
    const head = await this.#parts.replaced();
    this.#notifiedSeq = 0;
    this.#follower = this.#from(head);
  }

  #from(head: number): LogFollower {
    const { log, today, deliver, failed } = this.#parts;
    return new LogFollower(log, head, today, deliver, (error) => {
      failed(error);
      this.#anew.noticed(error);
      this.#readAgain();
    });
  }
}
