import type { RoomState } from "../events/kind.ts";
import type { RoomEvent } from "../events/kinds.ts";
import { advance } from "../events/kinds.ts";
import type { Today } from "../wire/http.ts";
import {
  type Actor,
  type CommandInput,
  type CommandName,
  type CommandResult,
  ROOM,
} from "./commands.ts";
import { CommitQueue } from "./commit-queue.ts";
import { dayAt } from "./day.ts";
import { LogFollower } from "./log-follower.ts";
import { nameKey } from "./names.ts";
import type { Log, Pacing, Sender, StoredMessage, Users } from "./ports.ts";
import { Reactions } from "./reactions.ts";
import { Refusal } from "./refusal.ts";
import { isReserved } from "./reserved-names.ts";
import { soon } from "./soon.ts";
import { Storing } from "./storing.ts";
import { normalizeText } from "./text.ts";
import { todayOf } from "./today.ts";
import { type DayTurnParts, turnDay } from "./turn-day.ts";

const READ_AGAIN_MS = 250;

export interface RoomParts extends DayTurnParts {
  log: Log;
  users: Pick<Users, "isNameTaken">;
  timezone: string;
  pacer: Pacing;
}

/** The room: every change goes through one of its verbs, everyone learns of it from the log. */
export class Room {
  readonly timezone: string;
  readonly #parts: RoomParts;
  readonly #queue: CommitQueue;
  readonly #reactions: Reactions;
  readonly #follower: LogFollower;
  readonly #storing: Storing;
  readonly #listeners: ((events: RoomEvent[]) => void)[] = [];
  #state: RoomState;
  /** The highest place the doorbell rang for. */
  #notifiedSeq = 0;

  private constructor(parts: RoomParts, state: RoomState) {
    this.#parts = parts;
    this.#state = state;
    this.timezone = parts.timezone;
    const { log, clock, logger } = parts;
    this.#reactions = new Reactions({
      clock,
      logger,
      commit: (reactions) => this.do("react", { reactions }, ROOM),
    });
    this.#storing = new Storing({ logger, check: () => this.#checkWritable() });
    // A room of one node has no doorbell and no poll that would.
    const readAgain = soon(clock, READ_AGAIN_MS, () => this.#follower.follow());
    this.#follower = new LogFollower(
      log,
      state.seq,
      () => this.#today(),
      (events) => this.#deliver(events),
      (error) => {
        this.#storing.failed(error);
        readAgain();
      },
    );
    this.#queue = new CommitQueue({
      append: async (submissions) => {
        // A message said after midnight belongs to the new day, even if the timer is late.
        await this.#turnIfOver();
        return log.append(submissions, clock.now());
      },
      ready: () => new Promise((resolve) => parts.pacer.whenDue(resolve)),
      committed: (events) => {
        this.#committed(events);
        this.#storing.succeeded();
      },
      failed: (error) => {
        this.#storing.failed(error);
        this.#follower.follow();
      },
    });
  }

  /**
   * Opens on today: what an earlier day left is destroyed before anyone is served. The state is
   * read last, so that the room begins at a head that holds whatever this or another node did.
   */
  static async open(parts: RoomParts): Promise<Room> {
    const { log, clock, timezone, topic } = parts;
    await turnDay(parts, dayAt(clock.now(), timezone));
    await log.apply("configure", topic, ROOM);
    return new Room(parts, await log.state());
  }

  /** The head of the log and what holds there, as this node has delivered it. */
  get state(): Readonly<RoomState> {
    return this.#state;
  }

  /** Every event from here on, in order, each once, in the batches in which they were committed. */
  listen(listener: (events: RoomEvent[]) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Resolves with the message's `seq` once it is stored; the same (sender, ref) gets the
   * same `seq`. Throws Refusal.
   */
  async say(sender: Sender, ref: string | null, text: string): Promise<number> {
    return this.#queue.say({ sender, ref, text: normalizeText(text) });
  }

  /** Runs one command as `actor`, in order with every other change. Throws Refusal. */
  async do<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
  ): Promise<CommandResult<Name>> {
    return this.#queue.change(() => this.#parts.log.apply(name, input, actor));
  }

  /** Counted within about a second. */
  react(sender: Sender, id: number): void {
    this.#reactions.add(sender, id);
  }

  /** Begins today where that has not been done, and destroys what was said before. */
  async turnDay(): Promise<void> {
    await this.#queue.change(async () => {
      await this.#turnIfOver();
      return { events: [], result: null };
    });
  }

  /** Throws Refusal `name_taken` for a name that is, or looks like, an account's, staff's or the system's. */
  async checkGuestName(name: string): Promise<void> {
    const isTaken = () => this.#parts.users.isNameTaken(nameKey(name));
    if (isReserved(name) || (await this.guard(isTaken))) {
      throw new Refusal("name_taken", `The name “${name}” belongs to somebody else.`);
    }
  }

  /**
   * Reads what other nodes may have appended, up to `seq` where that is known. While this
   * node commits it waits: the bell may be its own, and then there is nothing to read.
   */
  follow(seq?: number): void {
    if (seq !== undefined) this.#notifiedSeq = Math.max(this.#notifiedSeq, seq);
    if (seq === undefined || !this.#queue.busy) this.#follower.follow(seq);
  }

  today(): Today {
    return todayOf(this.#state, this.#today(), this.timezone, this.#parts.clock.now());
  }

  async history(limit: number, before?: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#parts.log.history(this.#today(), limit, before));
  }

  async newest(skip: number, limit: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#parts.log.newest(this.#today(), skip, limit));
  }

  async eventsAfter(seq: number, limit: number): Promise<RoomEvent[]> {
    return this.guard(() => this.#parts.log.after(seq, limit, this.#today()));
  }

  /** The day's messages after `seq`, oldest first. */
  async messagesAfter(seq: number, limit: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#parts.log.messagesAfter(this.#today(), seq, limit));
  }

  async counts(): Promise<{ today: number; recent: number }> {
    const since = this.#parts.clock.now() - 60_000;
    return this.guard(() => this.#parts.log.counts(this.#today(), since));
  }

  /** Asks what is stored with the room. Where that fails, the room cannot be stored either: throws Refusal `unavailable`. */
  async guard<Result>(ask: () => Promise<Result>): Promise<Result> {
    return this.#storing.guard(ask);
  }

  /** Whether what is said now can be stored, as far as it is known; where it could not, it is tried. */
  async canStore(): Promise<boolean> {
    return this.#storing.recheck();
  }

  /** Whether midnight has passed since, turned or not. */
  isOver(day: string): boolean {
    return day < this.#today();
  }

  /** Whether a change waits for its turn or is under way. */
  get committing(): boolean {
    return this.#queue.busy;
  }

  /** Resolves when everything asked for so far is committed or refused. */
  async drained(): Promise<void> {
    await this.#queue.drained();
  }

  /** Never before the day that another node, with a clock that runs ahead, has begun. */
  #today(): string {
    const day = dayAt(this.#parts.clock.now(), this.timezone);
    if (this.#state.day > day) return this.#state.day;
    return day;
  }

  /** Within the queue. Its events are handed over before a batch that follows: another node may append between the two. */
  async #turnIfOver(): Promise<void> {
    if (this.isOver(this.#state.day)) {
      this.#committed(await turnDay(this.#parts, this.#today()));
    }
  }

  #committed(events: RoomEvent[]): void {
    this.#follower.offer(events);
    this.#follower.follow(this.#notifiedSeq);
  }

  async #checkWritable(): Promise<void> {
    await this.#queue.change(async () => {
      await this.#turnIfOver();
      await this.#parts.log.checkWritable();
      return { events: [], result: undefined };
    });
  }

  #deliver(events: RoomEvent[]): void {
    this.#state = events.reduce(advance, this.#state);
    for (const listener of this.#listeners) listener(events);
  }
}
