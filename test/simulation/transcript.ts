import type { ReplayMemory } from "../../src/events/kind.ts";
import { kindOf, publicView } from "../../src/events/kinds.ts";
import type { LogEvent, ServerEvent } from "../../src/wire/frames.ts";
import { SNAPSHOT_MESSAGES } from "../../src/wire/limits.ts";
import { dayOf } from "./disk.ts";
import type { Ledger } from "./ledger.ts";
import type { World } from "./world.ts";

type Welcome = Extract<ServerEvent, { type: "welcome" }>;

/** What one client has seen of the log, held against what was committed. */
export class Transcript {
  readonly #who: string;
  readonly #world: World;
  readonly #ledger: Ledger;
  /** The messages on its page. */
  readonly #page = new Map<number, string>();
  readonly #shown: ReplayMemory = {
    add: ({ id, text }) => this.#page.set(id, text),
    remove: (id) => this.#page.delete(id),
    restore: (messages) => {
      for (const { id, text } of messages) this.#page.set(id, text);
    },
    beginWith: () => this.#page.clear(),
    count: () => undefined,
  };
  #head: number | undefined;
  #epoch: string | undefined;
  #day = "";
  /** By the clock of the node that sent the last frame. */
  #today = "";
  /** What the frame after a welcome brings. */
  #replay: "missed" | "snapshot" | null = null;
  #promised = 0;

  constructor(who: string, world: World, ledger: Ledger) {
    this.#who = who;
    this.#world = world;
    this.#ledger = ledger;
  }

  /** To be given as `after`; undefined before the first welcome. */
  get head(): number | undefined {
    return this.#head;
  }

  /** To be given with it. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  get day(): string {
    return this.#day;
  }

  welcomed({ recovered, seq, epoch, day }: Welcome): void {
    const isOther = this.#epoch !== undefined && this.#epoch !== epoch;
    this.#epoch = epoch;
    if (isOther && recovered) this.#broken("was told that another log goes on");
    if (!isOther && seq < (this.#head ?? 0))
      this.#broken(`holds ${this.#head} and was welcomed at ${seq}`);
    if (!recovered) this.#head = undefined;
    this.#replay = recovered ? "missed" : "snapshot";
    this.#promised = seq;
    this.#day = day;
  }

  /** The events of the log in one frame, and the sending node's time. */
  take(events: readonly LogEvent[], sentAt: number): void {
    const replay = this.#replay;
    this.#replay = null;
    this.#today = dayOf(sentAt);
    if (replay !== null) this.#checkReplay(events);
    if (replay === "snapshot") this.#start(events);
    else for (const event of events) this.#next(event);
    if (replay === "missed" && this.#head !== this.#promised) {
      this.#broken(`was promised ${this.#promised} and recovered up to ${this.#head}`);
    }
  }

  /** Cut off in the middle of a welcome, it holds nothing it could go on from. */
  interrupted(): void {
    if (this.#replay === "snapshot") this.#head = undefined;
    this.#replay = null;
  }

  /** Once all is quiet: the whole log was seen, and the page shows what stands, nothing else. */
  settled(): void {
    const { head } = this.#ledger;
    if (this.#head !== head) this.#broken(`is at ${this.#head}, the log at ${head}`);
    const standing = this.#ledger.standing();
    for (const [id, text] of standing) {
      const shown = this.#page.get(id);
      if (shown === undefined && this.#ledger.at(id)?.isRotten) continue;
      if (shown !== text) this.#broken(`does not see ${id}`);
    }
    for (const id of this.#page.keys()) {
      if (!standing.has(id)) this.#broken(`still sees ${id}`);
    }
  }

  /** Nothing that was gone at the promised place, or whose day is over, is given to a joiner. */
  #checkReplay(events: readonly LogEvent[]): void {
    for (const { type, seq } of events) {
      const place = this.#ledger.at(seq, this.#epoch);
      if (type !== "message" || !place) continue;
      if (place.goneAt <= this.#promised) this.#broken(`was given ${seq}, gone at ${place.goneAt}`);
      if (place.day < this.#today) this.#broken(`was given ${seq} of yesterday on ${this.#today}`);
    }
  }

  #start(events: readonly LogEvent[]): void {
    this.#page.clear();
    let last = 0;
    for (const event of events) {
      if (event.type !== "message" || event.seq <= last || event.seq > this.#promised) {
        this.#broken(`was given ${event.seq} in a snapshot of ${this.#promised}, after ${last}`);
      }
      last = event.seq;
      this.#see(event);
    }
    if (events.length > SNAPSHOT_MESSAGES) this.#broken("was given too long a snapshot");
    this.#head = this.#promised;
  }

  #next(event: LogEvent): void {
    if (event.seq !== (this.#head ?? 0) + 1) {
      this.#broken(`saw ${event.seq} after ${this.#head}`);
    }
    this.#head = event.seq;
    if (event.type === "cleared") this.#day = event.day;
    this.#see(event);
  }

  #see(event: LogEvent): void {
    const place = this.#ledger.at(event.seq, this.#epoch);
    if (!place) {
      this.#broken(`saw ${event.seq}, which is not stored`);
      return;
    }
    const isBlank =
      event.type === "quiet" && (place.wasGone || place.isRotten || place.day < this.#today);
    if (!isBlank && !Bun.deepEquals(bare(event), bare(publicView(place.event)))) {
      this.#broken(`saw ${JSON.stringify(event)} for ${JSON.stringify(place.event)}`);
    }
    if (event.type === "message" && place.day < this.#day) {
      this.#broken(`saw ${event.seq} of ${place.day} on ${this.#day}`);
    }
    kindOf(event).replay(this.#shown, event);
  }

  #broken(what: string): void {
    this.#world.broken(`${this.#who} ${what}`);
  }
}

/** Of what came back, each reader is given what still stands when it is read. */
function bare(event: LogEvent): LogEvent {
  return event.type === "restored" ? { ...event, messages: [] } : event;
}
