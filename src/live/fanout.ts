import { advance, publicView, type RoomEvent } from "../events/kinds.ts";
import type { Meter } from "../room/meter.ts";
import type { Clock } from "../room/ports.ts";
import type { LogEvent, ServerEvent } from "../wire/frames.ts";
import { type Encoded, encode, Frame, type Mode } from "./encoding.ts";
import { GROUPS, type Pacer } from "./frame-pacer.ts";
import { type Group, Groups } from "./groups.ts";
import type { Replay } from "./replay.ts";
import type { Socket } from "./session.ts";

/**
 * The longest time in milliseconds that a due frame waits for a running commit, so that a slow disk
 * does not delay others.
 */
const COMMIT_MS = 25;

/** After so many milliseconds without a frame a reader is sent one. */
const SILENCE_MS = 20_000;

const V1_MODES = ["v1", "deflate"] as const;

/** Sends to every socket that was subscribed to a topic. */
export interface Publisher {
  publish(topic: string, data: string | Uint8Array): void;
  /** How many sockets are subscribed. */
  listeners(topic: string): number;
}

interface Waiting extends Encoded {
  /** When the first event of its batch came, by `performance`. */
  since: number;
}

/**
 * Sends events to readers in frames, when the pacer says that one is due. A frame holds all events
 * that its groups were not sent yet, encoded once. The replay ends at the last `seq` that any group
 * was sent, and a new reader joins a group that is at that `seq`: it misses nothing and gets
 * nothing twice.
 */
export class Fanout {
  readonly #replay: Replay;
  readonly #publisher: Publisher;
  readonly #clock: Clock;
  readonly #pacer: Pacer;
  readonly #meter: Meter;
  readonly #groups: Groups;
  /** Those who read further back. They have no turn of the pacer's. */
  readonly #back: Group;
  /** How long a due frame waits for a commit that is running, to include its events. */
  readonly #grace: () => number;
  /** Events that no group was sent yet. */
  #fresh: LogEvent[] = [];
  #freshSince = 0;
  /** Events that some readers were not sent yet, up to the end of the replay. */
  #waiting: Waiting[] = [];
  #beats = 0;
  #isEnded = false;

  /** `committing`: whether a commit is waiting or running whose events will be delivered. */
  constructor(
    replay: Replay,
    publisher: Publisher,
    clock: Clock,
    pacer: Pacer,
    meter: Meter,
    committing: () => boolean,
  ) {
    this.#replay = replay;
    this.#publisher = publisher;
    this.#clock = clock;
    this.#pacer = pacer;
    this.#meter = meter;
    this.#grace = () => (committing() ? COMMIT_MS : 0);
    this.#groups = new Groups(replay.state.seq, clock.now());
    this.#back = { name: "back", at: replay.state.seq, heardAt: clock.now() };
  }

  deliver(events: readonly RoomEvent[]): void {
    if (this.#fresh.length === 0) this.#freshSince = performance.now();
    for (const event of events) this.#fresh.push(publicView(event));
    this.#serveWhenDue();
  }

  /** Sends all waiting events to everyone, now. */
  flush(): void {
    this.#serve(GROUPS);
    this.serveBack();
  }

  /** Sends nothing more that was delivered until now. */
  end(): void {
    this.#fresh = [];
    this.#waiting = [];
    this.#isEnded = true;
  }

  /** Sends an event that is not in the log. */
  announce(event: ServerEvent): void {
    const frame = Frame.of([event]);
    for (const group of this.#everyGroup) this.#publishV1(group, frame);
  }

  /**
   * Sends `event` to the group that has been quiet longest, if for 20 seconds or more. Only to one
   * group in a call.
   */
  breakSilence(event: ServerEvent): void {
    const quietest = this.#everyGroup.reduce((one, other) =>
      other.heardAt < one.heardAt ? other : one,
    );
    if (quietest.heardAt + SILENCE_MS > this.#clock.now()) return;
    this.#publishV1(quietest, Frame.of([event]));
  }

  /**
   * Adds a reader who was just sent the whole replay: of the groups at its end, to the one with the
   * fewest readers.
   */
  join(socket: Socket): Group {
    const readers = (group: Group) => this.#publisher.listeners(topicOf(socket.data.mode, group));
    const groups = this.#groups.atSeq(this.#replay.state.seq);
    const group = groups.reduce((one, other) => (readers(other) < readers(one) ? other : one));
    socket.subscribe(topicOf(socket.data.mode, group));
    return group;
  }

  /** Sends those who read further back everything up to the end of the replay. */
  serveBack(): void {
    const events = this.#after(this.#back.at);
    this.#back.at = this.#replay.state.seq;
    if (events.length === 0) return;
    if (this.#isHeard(this.#back)) this.#publishV1(this.#back, Frame.joined(events));
    this.#dropServed();
  }

  /** Adds a reader who has the whole replay to those who read further back. Call it right after `serveBack`. */
  joinBack(socket: Socket): Group {
    socket.subscribe(topicOf(socket.data.mode, this.#back));
    return this.#back;
  }

  /** Returns the last `seq` that the reader was sent. */
  leave(socket: Socket, group: Group): number {
    socket.unsubscribe(topicOf(socket.data.mode, group));
    return group.at;
  }

  get #everyGroup(): readonly Group[] {
    return [...this.#groups.all, this.#back];
  }

  #serveWhenDue(): void {
    const beats = this.#beats;
    this.#pacer.whenDue(() => {
      if (this.#beats === beats) this.#serve(this.#pacer.turns);
    }, this.#grace);
  }

  #serve(turns: number): void {
    const messages = this.#takeFresh();
    if (this.#groups.minSeq === this.#replay.state.seq) return;
    this.#beats++;
    this.#pacer.beat(turns, messages, () => this.#publish(turns));
    this.#dropServed();
    if (this.#groups.minSeq < this.#replay.state.seq) this.#serveWhenDue();
  }

  #dropServed(): void {
    this.#waiting = this.#after(Math.min(this.#groups.minSeq, this.#back.at));
  }

  /** Returns how many events there were. */
  #takeFresh(): number {
    const events = this.#fresh;
    if (events.length === 0) return 0;
    this.#fresh = [];
    let before = this.#replay.state;
    for (const event of events) {
      const encoded = encode(event, before, this.#clock.now());
      before = advance(before, event);
      this.#waiting.push({ ...encoded, since: this.#freshSince });
    }
    this.#replay.apply(events);
    return events.length;
  }

  /** Groups at the same `seq` share a frame. */
  #publish(turns: number): void {
    if (this.#isEnded) return;
    const frames = new Map<number, Frame>();
    this.#groups.advance(turns, this.#replay.state.seq, (group) => {
      const events = this.#after(group.at);
      if (events.length === 0) return;
      const frame = frames.get(group.at) ?? this.#frameOf(events);
      frames.set(group.at, frame);
      this.#publishV1(group, frame);
      this.#publishPlain(group, events);
    });
  }

  #frameOf(events: readonly Waiting[]): Frame {
    const [first] = events;
    if (first) this.#meter.framed(events.length, performance.now() - first.since);
    return Frame.joined(events);
  }

  #publishV1(group: Group, frame: Frame): void {
    group.heardAt = this.#clock.now();
    for (const mode of V1_MODES) {
      const topic = topicOf(mode, group);
      const listeners = this.#publisher.listeners(topic);
      if (listeners === 0) continue;
      this.#publisher.publish(topic, frame.in(mode));
      this.#meter.sent(listeners);
    }
  }

  #isHeard(group: Group): boolean {
    return V1_MODES.some((mode) => this.#publisher.listeners(topicOf(mode, group)) > 0);
  }

  #publishPlain(group: Group, events: readonly Encoded[]): void {
    const topic = topicOf("plain", group);
    const listeners = this.#publisher.listeners(topic);
    if (listeners === 0) return;
    for (const { plain } of events) {
      if (plain === null) continue;
      this.#publisher.publish(topic, plain);
      this.#meter.sent(listeners);
    }
  }

  /** `seq` has no gaps, so it gives the index of an event. */
  #after(seq: number): Waiting[] {
    const first = this.#waiting[0]?.seq ?? seq + 1;
    return this.#waiting.slice(seq + 1 - first);
  }
}

function topicOf(mode: Mode, { name }: Group): string {
  return `${mode}/${name}`;
}
