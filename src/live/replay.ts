import type { ReplayMemory, RoomState } from "../events/kind.ts";
import { advance, kindOf } from "../events/kinds.ts";
import type { Clock } from "../room/ports.ts";
import type { LogEvent, MessageEvent } from "../wire/frames.ts";
import { LOOK_EVENTS, RESUME_EVENTS, SNAPSHOT_MESSAGES } from "../wire/limits.ts";
import { Frame } from "./encoding.ts";
import { Pieces } from "./pieces.ts";

/**
 * What a new client is sent, from memory: the events it missed, or the day's last messages. It
 * ends at the `seq` that the fan-out sent last, so that nothing is lost between the replay and the
 * first live frame. Its size is limited. The turn of the day empties it; from midnight until the
 * turn, however long that takes, it gives nothing.
 */
export class Replay {
  #state: RoomState;
  /** The last events up to the head, without gaps. */
  #events: LogEvent[] = [];
  readonly #messages = new Map<number, MessageEvent>();
  #snapshot: Frame | null = null;
  readonly #resumes = new Map<number, Frame>();
  readonly #pieces = new Pieces();
  /** Messages that were said since it was made, and those of them that nobody is given any more. */
  #said = 0;
  #saidBefore = 0;
  readonly #memory: ReplayMemory = {
    add: (message) => {
      this.#messages.set(message.id, message);
      if (this.#messages.size > SNAPSHOT_MESSAGES) this.#dropOldest();
    },
    remove: (id) => {
      this.#messages.delete(id);
      this.#place({ type: "quiet", seq: id });
      for (const seq of this.#restored) this.#forgetIn(seq, id);
    },
    restore: (messages) => {
      this.#restored.add(this.#state.seq);
      for (const message of messages) this.#place(message);
      const all = [...this.#messages.values(), ...messages].toSorted((a, b) => a.id - b.id);
      this.#messages.clear();
      for (const message of all.slice(-SNAPSHOT_MESSAGES)) this.#messages.set(message.id, message);
    },
    beginWith: ({ seq }) => {
      this.#messages.clear();
      this.#events = this.#events.filter((event) => event.seq >= seq);
      this.#pieces.dropBefore(seq);
      this.#saidBefore = this.#said;
    },
    // Only in the snapshot: a client that resumes gets the event itself.
    count: (id, felt) => {
      const message = this.#messages.get(id);
      if (message) this.#messages.set(id, { ...message, felt });
    },
  };
  /** The `seq` of each `restored` event it holds. */
  readonly #restored: Set<number>;
  readonly #isOver: (day: string) => boolean;
  /** Callers of `reaches`, told when the head moved. */
  readonly #waiting = new Set<() => void>();

  /** `messages`: the last ones of the day. `events`: the last ones of the log, up to `state.seq`. */
  constructor(
    state: RoomState,
    messages: readonly MessageEvent[],
    events: readonly LogEvent[],
    isOver: (day: string) => boolean,
  ) {
    this.#isOver = isOver;
    this.#state = state;
    this.#events = [...events];
    this.#restored = new Set(events.flatMap(({ type, seq }) => (type === "restored" ? [seq] : [])));
    for (const message of messages) this.#messages.set(message.id, message);
  }

  get state(): Readonly<RoomState> {
    return this.#state;
  }

  /** The lowest `seq` it holds. */
  get first(): number {
    return this.#events[0]?.seq ?? this.#state.seq + 1;
  }

  apply(events: readonly LogEvent[]): void {
    for (const event of events) this.#take(event);
    const surplus = this.#events.length - LOOK_EVENTS;
    if (surplus > 0) this.#events.splice(0, surplus);
    this.#pieces.dropBefore(this.first);
    this.#snapshot = null;
    this.#resumes.clear();
    for (const look of this.#waiting) look();
  }

  /** True as soon as the head is at `seq` or later; false if that does not happen within `ms`. */
  async reaches(seq: number, ms: number, clock: Clock): Promise<boolean> {
    if (this.#state.seq >= seq) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = () => {
      if (this.#state.seq >= seq) resolve(true);
    };
    const cancel = clock.after(ms, () => resolve(false));
    this.#waiting.add(look);
    const reached = await promise;
    this.#waiting.delete(look);
    cancel();
    return reached;
  }

  /** Whether it holds every event after `seq`, and may give them. */
  gives(seq: number): boolean {
    return this.covers(seq) && !this.#isOver(this.#state.day);
  }

  /** Whether it holds every event after `seq`. */
  covers(seq: number): boolean {
    return seq >= this.first - 1 && seq <= this.#state.seq;
  }

  since(seq: number): readonly LogEvent[] {
    if (this.#isOver(this.#state.day)) return [];
    return this.#events.slice(Math.max(0, seq + 1 - this.first));
  }

  /** The next events after `after`, for a reader who is sent them piece by piece. Ask only for what it gives. */
  piece(after: number): { frame: Frame; last: number } {
    const last = Pieces.lastOf(after + 1);
    if (last >= this.#state.seq) return { frame: this.#upToHead(after), last: this.#state.seq };
    const encode = () => Frame.of(this.since(after).slice(0, last - after));
    return { frame: this.#pieces.frame(after + 1, last, encode), last };
  }

  /** The events after `after`, or null if it does not hold them all or they are too many for one frame. */
  resume(after: number): Frame | null {
    const isNear = this.#state.seq - after <= RESUME_EVENTS;
    return isNear && this.gives(after) ? this.#upToHead(after) : null;
  }

  /** A count of messages up to `seq`, for `saidAfter`. */
  saidUntil(seq: number): number {
    const after = this.#events.slice(Math.max(0, seq + 1 - this.first));
    return this.#said - after.filter(({ type }) => type === "message").length;
  }

  /** How many messages were said after `count` of them, and not in a day or a room that was cleared. */
  saidAfter(count: number): number {
    return this.#said - Math.max(count, this.#saidBefore);
  }

  /** The day's last messages. Encoded once until the next event. */
  snapshot(): Frame {
    if (this.#isOver(this.#state.day)) return Frame.of([]);
    this.#snapshot ??= Frame.of([...this.#messages.values()]);
    return this.#snapshot;
  }

  /** Encoded once until the next event. */
  #upToHead(after: number): Frame {
    const frame = this.#resumes.get(after) ?? Frame.of(this.since(after));
    this.#resumes.set(after, frame);
    return frame;
  }

  #take(event: LogEvent): void {
    this.#state = advance(this.#state, event);
    if (event.type === "message") this.#said++;
    this.#events.push(event);
    kindOf(event).replay(this.#memory, event);
  }

  /** Positions have no gaps, so an event's index follows from its position. */
  #place(event: LogEvent): void {
    const index = event.seq - this.first;
    if (index < 0 || index >= this.#events.length) return;
    this.#events[index] = event;
    this.#pieces.drop(event.seq);
  }

  /** A `restored` event holds texts of messages that may be deleted after it. */
  #forgetIn(seq: number, id: number): void {
    const event = this.#events[seq - this.first];
    if (event?.type !== "restored") this.#restored.delete(seq);
    else this.#place({ ...event, messages: event.messages.filter((message) => message.id !== id) });
  }

  #dropOldest(): void {
    for (const id of this.#messages.keys()) {
      this.#messages.delete(id);
      return;
    }
  }
}
