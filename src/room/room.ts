import type { RoomState } from "../events/kind.ts";
import type { RoomEvent } from "../events/kinds.ts";
import { advance } from "../events/kinds.ts";
import type { Today } from "../wire/http.ts";
import { GuestNames } from "./check-guest-name.ts";
import {
  type Actor,
  type Ask,
  type CommandInput,
  type CommandName,
  type CommandResult,
  type Done,
  ROOM,
} from "./commands.ts";
import { CommitQueue } from "./commit-queue.ts";
import { dayAt } from "./day.ts";
import { Following } from "./following.ts";
import type { Saying } from "./newcomer-line.ts";
import { NewcomerLines } from "./newcomer-lines.ts";
import { openedState } from "./opened-state.ts";
import type { Appended, Sender, Submission } from "./ports.ts";
import { Reactions } from "./reactions.ts";
import type { RoomParts } from "./room-parts.ts";
import { RoomReads } from "./room-reads.ts";
import { Storing } from "./storing.ts";
import { normalizeText } from "./text.ts";
import { todayOf } from "./today.ts";
import { turnDay } from "./turn-day.ts";

/** What was tried on this node, and for each what came of it and the standing of its sender. */
type TriedListener = (submissions: readonly Submission[], appended: Appended) => void;

/** The room. Every change goes through one of its methods and reaches everyone as events of the log. */
export class Room extends RoomReads {
  readonly #parts: RoomParts;
  readonly #queue: CommitQueue;
  readonly #lines: NewcomerLines;
  readonly #reactions: Reactions;
  readonly #following: Following;
  readonly #names: GuestNames;
  readonly #storing: Storing;
  readonly #listeners: ((events: RoomEvent[]) => void)[] = [];
  #replacedListener: () => Promise<void> = async () => undefined;
  readonly #triedListeners: TriedListener[] = [];
  #state: RoomState;

  private constructor(parts: RoomParts, state: RoomState) {
    super(parts);
    this.#parts = parts;
    this.#state = state;
    const { log, clock, logger, users, words } = parts;
    this.#names = new GuestNames(words, (names) => this.guard(() => users.takenNames(names)));
    this.#reactions = new Reactions({
      ...{ clock, logger },
      commit: (reactions) => this.do("react", { reactions }, ROOM),
    });
    this.#storing = new Storing({ logger, check: () => this.#checkWritable() });
    this.#queue = new CommitQueue({
      append: async (submissions) => {
        // A message said after midnight belongs to the new day, even if the timer is late.
        await this.#turnIfOver();
        const appended = await log.append(submissions, clock.now());
        for (const tried of this.#triedListeners) tried(submissions, appended);
        this.#following.appended(appended);
        return appended;
      },
      applyAll: (asks) => this.#applied(() => log.applyAll(asks, clock.now())),
      ready: () => new Promise((resolve) => parts.pacer.whenDue(resolve)),
      committed: (events) => {
        this.#following.committed(events);
        this.#storing.succeeded();
      },
      failed: (error) => {
        this.#storing.failed(error);
        this.#following.commitFailed(error);
      },
    });
    this.#following = new Following(
      {
        ...parts,
        queue: this.#queue,
        today: () => this.currentDay(),
        deliver: (events) => this.#deliver(events),
        failed: (error) => this.#storing.failed(error),
        replaced: () => this.#replaced(),
      },
      state.seq,
    );
    this.#lines = new NewcomerLines(this.#queue, clock, parts.newcomersWait);
  }

  static async open(parts: RoomParts): Promise<Room> {
    return new Room(parts, await openedState(parts));
  }

  /** The state after the last event that this node delivered. */
  get state(): Readonly<RoomState> {
    return this.#state;
  }

  get timezone(): string {
    return this.#state.timezone || this.#parts.timezone;
  }

  /** The listener gets every later event once and in order, in the batches in which they were committed. */
  listen(listener: (events: RoomEvent[]) => void): void {
    this.#listeners.push(listener);
  }

  /** The listener is called when the log was replaced. Events of the new one come when it has resolved. */
  listenToReplacement(listener: () => Promise<void>): void {
    this.#replacedListener = listener;
  }

  listenToTries(listener: TriedListener): void {
    this.#triedListeners.push(listener);
  }

  /**
   * Resolves with the message's `seq` once it is stored; the same (sender, ref) gets the
   * same `seq`. Throws Refusal.
   */
  async say(
    sender: Sender,
    ref: string | null,
    text: string,
    { re, waits = () => undefined }: Saying = {},
  ): Promise<number> {
    const normal = normalizeText(text);
    this.#parts.words.check(normal);
    return this.#lines.say({ sender, ref, text: normal, re }, waits);
  }

  /** Runs one command as `actor`, in order with every other change. Throws Refusal. */
  async do<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
  ): Promise<CommandResult<Name>> {
    const { log, clock } = this.#parts;
    const apply = () => log.apply(name, input, actor, clock.now());
    return this.#queue.change(() => this.#applied(apply));
  }

  /** As `do`, in one transaction with what others ask at the same time. */
  async ask(ask: Ask): Promise<Done> {
    return this.#queue.ask(ask);
  }

  /** Counted within about a second. */
  react(sender: Sender, id: number): void {
    this.#reactions.add(sender, id);
  }

  /** Begins today, if no node has yet, and destroys the days before. */
  async turnDay(): Promise<void> {
    await this.#changeToday(async () => undefined);
  }

  /** As `GuestNames.check`. */
  async checkGuestName(name: string): Promise<void> {
    await this.#names.check(name);
  }

  follow(seq?: number): void {
    this.#following.follow(seq);
  }

  async caughtUp(): Promise<boolean> {
    return this.#following.caughtUp();
  }

  today(): Today {
    return todayOf(this.#state, this.currentDay(), this.timezone, this.#parts.clock.now());
  }

  /** Runs a call to the store. If it fails, the room is not ready: throws Refusal `unavailable`. */
  override async guard<Result>(ask: () => Promise<Result>): Promise<Result> {
    return this.#storing.guard(ask);
  }

  /** Whether a message can be stored now. Tries it if the last call to the store failed. */
  async canStore(): Promise<boolean> {
    return this.#storing.recheck();
  }

  /** Whether `day` has ended by this node's clock, even if it was not turned yet. */
  isOver(day: string): boolean {
    return day < this.currentDay();
  }

  /** Whether a change waits for its turn or is under way. */
  get committing(): boolean {
    return this.#queue.busy;
  }

  /** Resolves when every change requested so far is committed or refused. */
  async drained(): Promise<void> {
    await this.#queue.drained();
  }

  /** The day by this node's clock, or a later one that a node with a faster clock has begun. */
  protected override currentDay(): string {
    const day = dayAt(this.#parts.clock.now(), this.timezone);
    return this.#state.day > day ? this.#state.day : day;
  }

  /** Not into a log of which nobody has been told yet. */
  async #applied<Applied>(apply: () => Promise<Applied>): Promise<Applied> {
    this.#following.assertBegun();
    return apply();
  }

  /** Within the queue. Delivers at once: another node may append before the batch that follows. */
  async #turnIfOver(): Promise<void> {
    this.#following.assertBegun();
    if (this.isOver(this.#state.day)) {
      this.#following.committed(await turnDay(this.#parts, this.currentDay()));
    }
  }

  async #checkWritable(): Promise<void> {
    await this.#changeToday(() => this.#parts.log.checkWritable());
    if (!(await this.caughtUp())) throw new Error("The log cannot be read.");
  }

  /** Runs within the queue, once the day is turned that is over. */
  async #changeToday(run: () => Promise<void>): Promise<void> {
    await this.#queue.change(async () => {
      await this.#turnIfOver();
      await run();
      return { events: [], result: null };
    });
  }

  async #replaced(): Promise<number> {
    // From here on the store follows the new log.
    await this.#parts.log.state();
    this.#state = await openedState(this.#parts);
    await this.#replacedListener();
    this.#storing.succeeded();
    return this.#state.seq;
  }

  #deliver(events: RoomEvent[]): void {
    this.#state = events.reduce(advance, this.#state);
    for (const listener of this.#listeners) listener(events);
  }
}
