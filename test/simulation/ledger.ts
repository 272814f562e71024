import type { ReplayMemory } from "../../src/events/kind.ts";
import { kindOf, type RoomEvent } from "../../src/events/kinds.ts";
import type { Appended, Submission } from "../../src/room/ports.ts";
import { dayOf, PER_MINUTE } from "./disk.ts";
import type { World } from "./world.ts";

interface RoomRow {
  event: RoomEvent;
  day: string;
  /** Of a message: who said it, under which ref. */
  ref: string | null;
  /** Where a message was deleted, cleared or destroyed; infinite while it stands. */
  goneAt: number;
}

/** What was committed, written down at that moment, and whether the store was allowed to. */
export class Ledger {
  readonly #world: World;
  #places = new Map<number, RoomRow>();
  #refs = new Map<string, number>();
  #sent = new Map<string, number>();
  #banned = new Set<number>();
  /** What was committed before a copy of the store was put back, by epoch. */
  readonly #lost = new Map<string, ReadonlyMap<number, RoomRow>>();
  #epoch: string;
  head = 0;
  day = "1970-01-01";

  constructor(world: World, epoch: string) {
    this.#world = world;
    this.#epoch = epoch;
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
    return (epoch) => {
      this.#lost.set(this.#epoch, this.#places);
      this.#epoch = epoch;
      this.#places = places;
      this.#refs = refs;
      this.#sent = sent;
      this.#banned = banned;
      Object.assign(this, { head, day });
    };
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

  appended(submissions: readonly Submission[], at: number, { events, outcomes }: Appended): void {
    const said = new Map(submissions.map((say, index) => [outcomes[index], say]));
    if (dayOf(at) > this.day) this.#world.broken(`said on ${at} is stored in ${this.day}`);
    for (const event of events) {
      const say = said.get(event.seq);
      if (say) this.#message(event, say);
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
  changed(events: readonly RoomEvent[]): void {
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

  turned(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.type !== "cleared") continue;
      if (event.day <= this.day) this.#world.broken(`the room was wiped for ${event.day} again`);
      this.day = event.day;
    }
    this.changed(events);
  }

  #message(event: RoomEvent, { sender, ref }: Submission): void {
    const key = `${this.day} ${sender.key}`;
    const before = this.#refs.get(`${key} ${ref}`);
    if (before !== undefined) {
      this.#world.broken(`${sender.key}'s ref ${ref} is stored at ${before} and at ${event.seq}`);
    }
    if (sender.userId !== null && this.#banned.has(sender.userId)) {
      this.#world.broken(`${event.seq} was said by ${sender.name}, who is banned`);
    }
    const sent = (this.#sent.get(key) ?? 0) + 1;
    if (sent > PER_MINUTE) {
      this.#world.broken(`${sender.key} said ${sent} messages in a minute, at ${event.seq}`);
    }
    this.#sent.set(key, sent);
    this.#refs.set(`${key} ${ref}`, event.seq);
    this.#place(event, ref);
  }

  #place(event: RoomEvent, ref: string | null): void {
    if (event.seq !== this.head + 1) {
      this.#world.broken(`after ${this.head} the store gave the place ${event.seq}`);
    }
    this.head = Math.max(this.head, event.seq);
    this.#places.set(event.seq, { event, day: this.day, ref, goneAt: Infinity });
    this.#world.note(() => `stored ${JSON.stringify(event)}`);
  }

  /** Writes down what an event at this place takes away. */
  #goneAt(at: number): ReplayMemory {
    const remove = (seq: number) => {
      const place = this.#places.get(seq);
      if (place) place.goneAt = Math.min(place.goneAt, at);
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
