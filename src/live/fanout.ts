import type { LogEvent, ServerEvent } from "../protocol.ts";
import type { Clock, RoomEvent } from "../room/ports.ts";
import type { Pulse } from "../room/pulse.ts";
import type { Replay } from "./replay.ts";
import { Frame, forEveryone, type Mode, plainFrame } from "./wire.ts";

/** Sends to every socket subscribed to a mode. */
export interface Publisher {
  publish(mode: Mode, data: string | Uint8Array): void;
  /** Whether anyone speaks this mode. */
  heard(mode: Mode): boolean;
}

/** Events wait for the next beat and leave as one frame, encoded once and published once for each mode. */
export class Fanout {
  readonly #replay: Replay;
  readonly #publisher: Publisher;
  readonly #clock: Clock;
  readonly #pulse: Pick<Pulse, "beat" | "whenDue">;
  #waiting: LogEvent[] = [];

  constructor(
    replay: Replay,
    publisher: Publisher,
    clock: Clock,
    pulse: Pick<Pulse, "beat" | "whenDue">,
  ) {
    this.#replay = replay;
    this.#publisher = publisher;
    this.#clock = clock;
    this.#pulse = pulse;
  }

  deliver(events: readonly RoomEvent[]): void {
    if (this.#waiting.length === 0) this.#pulse.whenDue(() => this.flush());
    for (const event of events) this.#waiting.push(forEveryone(event));
  }

  /** Sends what waits, now. */
  flush(): void {
    const events = this.#waiting;
    if (events.length === 0) return;
    this.#waiting = [];
    const dayBefore = this.#replay.state.day;
    this.#replay.apply(events);
    this.#pulse.beat(() => {
      this.#publishV1(events);
      if (this.#publisher.heard("plain")) this.#publishPlain(events, dayBefore);
    });
  }

  /** Something that has no place in the log. */
  announce(event: ServerEvent): void {
    this.#publishV1([event]);
  }

  #publishV1(events: readonly ServerEvent[]): void {
    const frame = new Frame(events);
    for (const mode of ["v1", "deflate"] as const) {
      if (this.#publisher.heard(mode)) this.#publisher.publish(mode, frame.in(mode));
    }
  }

  #publishPlain(events: readonly LogEvent[], dayBefore: string): void {
    for (const event of events) {
      const data = plainFrame(event, dayBefore, this.#clock.now());
      if (data !== null) this.#publisher.publish("plain", data);
    }
  }
}
