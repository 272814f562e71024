import { Room, type Welcome } from "../client/index.ts";
import { isLogEvent } from "../src/events/kinds.ts";
import type { LogEvent } from "../src/wire/frames.ts";
import { newWitness, type Run, type Witness } from "./record.ts";

/** A guest that speaks through `client/`, as a bot or a page does, and keeps what it was told. */
export class Recorder {
  readonly witness: Witness;
  /** How many messages have no answer yet. */
  unanswered = 0;
  readonly #room: Room;
  /** Which message has which ref; found out by its first acknowledgement. */
  readonly #ids = new Map<string, string>();
  readonly #acks: { ref: string; seq: number }[] = [];
  #run: Run | null = null;
  #dialledAt = 0;
  #place: number | undefined;
  #epoch: string | undefined;
  #isSnapshotDue = false;

  constructor(name: string, url: string) {
    this.witness = newWitness(name);
    const see = (event: LogEvent) => this.#see(event);
    this.#room = new Room(url, {
      message: see,
      linkChanged: ({ is }) => {
        if (is !== "open") this.#run = null;
        if (is === "connecting") this.#dialledAt = performance.now();
      },
      on: {
        welcome: (welcome) => this.#welcome(welcome),
        ack: ({ ref, seq }) => this.#acked(ref, seq),
        refused: () => {
          this.witness.refused++;
        },
        ...{ cleared: see, deleted: see, felt: see, mode: see, quiet: see, removed: see },
        ...{ report_count: see, restored: see, topic: see, zone: see },
      },
    });
  }

  get place(): number | undefined {
    return this.#place;
  }

  /** Of the log in which it is; undefined while it is in none. */
  get epoch(): string | undefined {
    return this.#run?.epoch;
  }

  /** Resolves once it is stored; that it never will be is a complaint. */
  async say(words: string): Promise<void> {
    const { name, sent, sentAt, acked, complaints } = this.witness;
    const id = `${name}-${sent.size}`;
    const text = `${id} ${words}`;
    sent.set(id, text);
    sentAt.set(id, performance.now());
    this.unanswered++;
    const said = await this.#room.say(text);
    this.unanswered--;
    if (said.isStored) {
      const ack = this.#acks.find(({ ref, seq }) => seq === said.seq && !this.#ids.has(ref));
      if (ack) this.#ids.set(ack.ref, id);
      acked.set(id, said.seq);
      this.witness.ackedAt.set(id, performance.now());
      if (this.#epoch !== undefined) this.witness.ackedIn.set(id, this.#epoch);
    } else complaints.push(`${id} was given up: ${said.why}`);
  }

  leave(): void {
    this.#room.leave();
  }

  #welcome({ epoch, recovered, seq }: Welcome): void {
    const after = this.#isSnapshotDue ? undefined : this.#place;
    const [start, end] = [this.#dialledAt, performance.now()];
    this.#run = { start, end, epoch, after, recovered, head: seq, events: [], seenAt: [] };
    this.witness.runs.push(this.#run);
    this.#epoch = epoch;
    if (recovered) return;
    this.#place = seq;
    this.#isSnapshotDue = true;
  }

  #see(event: LogEvent): void {
    // A kind without a handler of its own comes to that of `quiet`.
    if (!isLogEvent(event)) return;
    this.#isSnapshotDue = false;
    this.#run?.events.push(event);
    this.#run?.seenAt.push(performance.now());
    this.#place = Math.max(this.#place ?? 0, event.seq);
  }

  #acked(ref: string, seq: number): void {
    const id = this.#ids.get(ref);
    if (id === undefined) {
      this.#acks.push({ ref, seq });
      return;
    }
    const { acked, ackedIn, ackedAt, complaints } = this.witness;
    if (ackedIn.get(id) === this.#epoch) {
      if (acked.get(id) !== seq) complaints.push(`${id} was acknowledged once more, as ${seq}`);
    } else {
      acked.set(id, seq);
      ackedIn.set(id, this.#epoch ?? "");
      ackedAt.set(id, performance.now());
    }
  }
}
