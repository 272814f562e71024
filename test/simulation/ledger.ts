import type { ReplayMemory } from "../../src/events/kind.ts";
import { kindOf, type RoomEvent } from "../../src/events/kinds.ts";
import type { Shield } from "../../src/events/shield.ts";
import type { CommandName } from "../../src/room/commands.ts";
import type { Appended, Submission } from "../../src/room/ports.ts";
import { dayOf, type NewcomerLimits, PER_MINUTE } from "./disk.ts";
import { NewcomerRules } from "./newcomer-rules.ts";
import type { World } from "./world.ts";

interface RoomRow {
  event: RoomEvent;
  day: string;
  /** Of a message: who said it, under which ref. */
  ref: string | null;
  /** Where a message was deleted, cleared or destroyed; infinite while it stands. */
  goneAt: number;
  /** Whether it was out of sight for a time: who read it then has seen nothing there. */
  wasGone: boolean;
  /** Whether the disk has changed its row: nobody has to be given it, and nobody is given something else. */
  isRotten: boolean;
}

const MINUTE_MS = 60_000;

/** What was committed, written down at that moment, and whether the store was allowed to. */
export class Ledger {
  readonly #world: World;
  #places = new Map<number, RoomRow>();
  #refs = new Map<string, number>();
  /** By sender and day, when each was. */
  #sent = new Map<string, readonly number[]>();
  /** The time of the log: it does not go back where a node's clock is behind. */
  #now = 0;
  #banned = new Set<number>();
  /** What was committed before a copy of the store was put back, by epoch. */
  readonly #lost = new Map<string, ReadonlyMap<number, RoomRow>>();
  /** Every ref that was ever stored, and where. */
  readonly #ever = new Map<string, number>();
  readonly #rules: NewcomerRules | null;
  #epoch: string;
  head = 0;
  day = "1970-01-01";

  constructor(world: World, epoch: string, newcomers: NewcomerLimits | null) {
    this.#world = world;
    this.#epoch = epoch;
    this.#rules = newcomers && new NewcomerRules(newcomers, (what) => world.broken(what));
  }

  /** The shield after the last event. */
  get shield(): Shield | null {
    return this.#rules?.shield ?? null;
  }

  /** The acts that hid something, whatever became of it. */
  get hiding(): readonly number[] {
    return this.#rules?.hiding ?? [];
  }

  /** Where it was stored, even if that was lost since. */
  everStored(ref: string): number | undefined {
    return this.#ever.get(ref);
  }

  at(seq: number, epoch = this.#epoch): RoomRow | undefined {
    return (epoch === this.#epoch ? this.#places : this.#lost.get(epoch))?.get(seq);
  }

  /** In any epoch, the present one first. */
  everAt(seq: number): (RoomRow | undefined)[] {
    return [this.at(seq), ...[...this.#lost.values()].map((places) => places.get(seq))];
  }

  /** What it returns is called when what was committed since was lost, with the new epoch. */
  copy(): (epoch: string) => void {
    const places = new Map([...this.#places].map(([seq, row]) => [seq, { ...row }]));
    const refs = new Map(this.#refs);
    const sent = new Map(this.#sent);
    const banned = new Set(this.#banned);
    const { head, day } = this;
    const rules = this.#rules?.copy();
    return (epoch) => {
      this.#lost.set(this.#epoch, this.#places);
      this.#epoch = epoch;
      this.#places = places;
      this.#refs = refs;
      this.#sent = sent;
      this.#banned = banned;
      rules?.();
      Object.assign(this, { head, day });
    };
  }

  rotted(seq: number): void {
    const place = this.at(seq);
    if (!place) this.#world.broken(`a row at ${seq} has rotted, which was never stored`);
    else place.isRotten = true;
    this.#world.note(() => `the row of ${seq} has rotted`);
  }

  isBanned(userId: number): boolean {
    return this.#banned.has(userId);
  }

  /** The day's messages that are still there, as `seq` to text. */
  standing(): Map<number, string> {
    const texts = new Map<number, string>();
    for (const [seq, { event, goneAt }] of this.#places) {
      if (event.type === "message" && goneAt === Infinity) texts.set(seq, event.text);
    }
    return texts;
  }

  appended(submissions: readonly Submission[], at: number, appended: Appended): void {
    const { events, outcomes } = appended;
    const said = new Map(submissions.map((say, index) => [outcomes[index], say]));
    if (dayOf(at) > this.day) this.#world.broken(`said on ${at} is stored in ${this.day}`);
    this.#rules?.appended(submissions, at, appended, (seq) => this.at(seq)?.goneAt === Infinity);
    const known = this.head;
    for (const event of events) {
      const say = said.get(event.seq);
      if (say) this.#message(event, say, at, known);
      else this.#world.broken(`nobody said what stands at ${event.seq}`);
    }
    for (const [index, { ref }] of submissions.entries()) {
      const outcome = outcomes[index];
      if (typeof outcome === "number" && this.at(outcome)?.ref !== ref) {
        this.#world.broken(`ref ${ref} was answered with the place ${outcome} of another`);
      }
    }
  }

  /** Whatever else changed the log. */
  changed(events: readonly RoomEvent[], by: CommandName | "turnDay"): void {
    this.#rules?.changed(events, by);
    for (const event of events) {
      this.#place(event, null);
      kindOf(event).replay(this.#goneAt(event.seq), event);
      if (event.type !== "sanctioned" || event.sanction.kind !== "ban") continue;
      if (event.sanction.userId !== null) this.#banned.add(event.sanction.userId);
    }
  }

  unbanned(userId: number): void {
    this.#banned.delete(userId);
  }

  turned(events: readonly RoomEvent[], at: number): void {
    for (const event of events) {
      if (event.type !== "cleared") continue;
      if (event.day <= this.day) this.#world.broken(`the room was wiped for ${event.day} again`);
      this.day = event.day;
      this.#rules?.turned(at);
    }
    this.changed(events, "turnDay");
  }

  /** `known`: the head before its batch. */
  #message(event: RoomEvent, { sender, ref, re }: Submission, at: number, known: number): void {
    const key = `${this.day} ${sender.key}`;
    const before = this.#refs.get(`${key} ${ref}`);
    if (before !== undefined) {
      this.#world.broken(`${sender.key}'s ref ${ref} is stored at ${before} and at ${event.seq}`);
    }
    if (sender.userId !== null && this.#banned.has(sender.userId)) {
      this.#world.broken(`${event.seq} was said by ${sender.name}, who is banned`);
    }
    const origin = re !== undefined && this.#stands(re) ? re : undefined;
    // Nobody has seen what is of the same batch: it was said to that place in a log that is lost.
    const wasSeen = re === undefined || re <= known;
    if (event.type === "message" && wasSeen && event.re !== origin) {
      this.#world.broken(`${event.seq} replies to ${event.re}, and was said to ${origin}`);
    }
    this.#now = Math.max(this.#now, at);
    const sent = [...(this.#sent.get(key) ?? []), at].filter(
      (time) => time > this.#now - MINUTE_MS,
    );
    if (sent.length > PER_MINUTE) {
      this.#world.broken(`${sender.key} said ${sent.length} messages in a minute, at ${event.seq}`);
    }
    this.#sent.set(key, sent);
    if (ref !== null) this.#ever.set(ref, event.seq);
    this.#refs.set(`${key} ${ref}`, event.seq);
    this.#place(event, ref);
  }

  #stands(seq: number): boolean {
    const place = this.at(seq);
    return place?.event.type === "message" && place.goneAt === Infinity && place.day === this.day;
  }

  #place(event: RoomEvent, ref: string | null): void {
    if (event.seq !== this.head + 1) {
      this.#world.broken(`after ${this.head} the store gave the place ${event.seq}`);
    }
    this.head = Math.max(this.head, event.seq);
    this.#places.set(event.seq, {
      event,
      day: this.day,
      ref,
      goneAt: Infinity,
      wasGone: false,
      isRotten: false,
    });
    this.#world.note(() => `stored ${JSON.stringify(event)}`);
  }

  /** Writes down what an event at this place takes away. */
  #goneAt(at: number): ReplayMemory {
    const remove = (seq: number) => {
      const place = this.#places.get(seq);
      if (place) Object.assign(place, { goneAt: Math.min(place.goneAt, at), wasGone: true });
    };
    const beginWith = () => {
      for (const seq of this.#places.keys()) remove(seq);
    };
    const restore = (messages: readonly { id: number }[]) => {
      for (const { id } of messages) {
        const place = this.#places.get(id);
        if (place) place.goneAt = Infinity;
      }
    };
    return { add: () => undefined, remove, restore, beginWith, count: () => undefined };
  }
}
