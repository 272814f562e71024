import type { RoomEvent } from "../events/kinds.ts";
import { publicView } from "../events/kinds.ts";
import type { Clock } from "../room/ports.ts";
import type { LogEvent, ServerEvent } from "../wire/frames.ts";
import { type Encoded, encode, Frame, type Mode } from "./encoding.ts";
import { GROUPS, type Pacer } from "./frame-pacer.ts";
import { type Group, Groups } from "./groups.ts";
import type { Replay } from "./replay.ts";

/** A beat that is due waits no longer for a commit, in milliseconds: a slow disk delays nobody else. */
const COMMIT_MS = 25;

/** Readers who heard nothing for so long are sent something, in milliseconds. */
const SILENCE_MS = 20_000;

/** Sends to every socket that was subscribed to a topic. */
export interface Publisher {
  publish(topic: string, data: string | Uint8Array): void;
  /** How many hear it. */
  listeners(topic: string): number;
}

/**
 * Events wait for the next beat. It serves the groups whose turn it is with all that they were
 * not sent yet, as one frame, encoded once. What no group was sent is not in the replay either:
 * the replay stands where the group that was served last does, and who joins joins that one.
 */
export class Fanout {
  readonly #replay: Replay;
  readonly #publisher: Publisher;
  readonly #clock: Clock;
  readonly #pacer: Pacer;
  readonly #groups: Groups;
  /** A beat takes along what the commit brings that began when it was due. */
  readonly #grace: () => number;
  /** What no group was sent. */
  #fresh: LogEvent[] = [];
  /** What some groups were not sent, up to the replay's head. */
  #waiting: Encoded[] = [];
  #beats = 0;

  /** `committing`: whether a commit waits for the beat or is under way, and will be delivered. */
  constructor(
    replay: Replay,
    publisher: Publisher,
    clock: Clock,
    pacer: Pacer,
    committing: () => boolean,
  ) {
    this.#replay = replay;
    this.#publisher = publisher;
    this.#clock = clock;
    this.#pacer = pacer;
    this.#grace = () => (committing() ? COMMIT_MS : 0);
    this.#groups = new Groups(replay.state.seq, clock.now());
  }

  deliver(events: readonly RoomEvent[]): void {
    for (const event of events) this.#fresh.push(publicView(event));
    this.#serveWhenDue();
  }

  /** Sends what waits to everyone, now. */
  flush(): void {
    this.#serve(GROUPS);
  }

  /** Something that has no place in the log. */
  announce(event: ServerEvent): void {
    const frame = Frame.of([event]);
    for (const group of this.#groups.all) this.#publishV1(group, frame);
  }

  /** Sends this to the group that heard nothing for longest, where that is twenty seconds. One a call: others follow. */
  breakSilence(event: ServerEvent): void {
    const quietest = this.#groups.all.reduce((one, other) =>
      other.heardAt < one.heardAt ? other : one,
    );
    if (quietest.heardAt + SILENCE_MS > this.#clock.now()) return;
    this.#publishV1(quietest, Frame.of([event]));
  }

  /** What a reader who was just given the replay's all must hear: the emptiest group that stands there. */
  topicFor(mode: Mode): string {
    const topics = this.#groups.atSeq(this.#replay.state.seq).map((group) => topicOf(mode, group));
    const listeners = (topic: string) => this.#publisher.listeners(topic);
    return topics.reduce((one, other) => (listeners(other) < listeners(one) ? other : one));
  }

  #serveWhenDue(): void {
    const beats = this.#beats;
    this.#pacer.whenDue(() => {
      if (this.#beats === beats) this.#serve(this.#pacer.turns);
    }, this.#grace);
  }

  #serve(turns: number): void {
    this.#takeFresh();
    if (this.#waiting.length === 0) return;
    this.#beats++;
    this.#pacer.beat(turns, () => this.#publish(turns));
    this.#waiting = this.#after(this.#groups.minSeq);
    if (this.#waiting.length > 0) this.#serveWhenDue();
  }

  #takeFresh(): void {
    const events = this.#fresh;
    if (events.length === 0) return;
    this.#fresh = [];
    const dayBefore = this.#replay.state.day;
    for (const event of events) this.#waiting.push(encode(event, dayBefore, this.#clock.now()));
    this.#replay.apply(events);
  }

  /** Groups that stand at one place share a frame. */
  #publish(turns: number): void {
    const frames = new Map<number, Frame>();
    this.#groups.advance(turns, this.#replay.state.seq, (group) => {
      const events = this.#after(group.at);
      const frame = frames.get(group.at) ?? Frame.joined(events);
      frames.set(group.at, frame);
      this.#publishV1(group, frame);
      this.#publishPlain(group, events);
    });
  }

  #publishV1(group: Group, frame: Frame): void {
    group.heardAt = this.#clock.now();
    for (const mode of ["v1", "deflate"] as const) {
      const topic = topicOf(mode, group);
      if (this.#publisher.listeners(topic) > 0) this.#publisher.publish(topic, frame.in(mode));
    }
  }

  #publishPlain(group: Group, events: readonly Encoded[]): void {
    const topic = topicOf("plain", group);
    if (this.#publisher.listeners(topic) === 0) return;
    for (const { plain } of events) if (plain !== null) this.#publisher.publish(topic, plain);
  }

  /** Places are gapless, so an event's index follows from its place. */
  #after(seq: number): Encoded[] {
    const first = this.#waiting[0]?.seq ?? seq + 1;
    return this.#waiting.slice(seq + 1 - first);
  }
}

function topicOf(mode: Mode, { number }: Group): string {
  return `${mode}/${number}`;
}
