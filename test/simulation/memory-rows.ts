/** What a store in memory holds. */
import type { RoomState } from "../../src/events/kind.ts";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { messageEvent } from "../../src/events/message.ts";
import type { User } from "../../src/room/account-ports.ts";
import type { Topic } from "../../src/room/commands.ts";
import type { StoredMessage } from "../../src/room/ports.ts";

export class MemoryRows {
  readonly users: Map<number, User>;
  readonly messages = new Map<number, StoredMessage>();
  readonly seqOfRef = new Map<string, number>();
  readonly senderOf = new Map<number, string>();
  readonly #others = new Map<number, RoomEvent>();
  sends: { sender: string; at: number }[] = [];
  state: RoomState = {
    seq: 0,
    epoch: "first",
    day: "1970-01-01",
    timezone: "",
    topic: "",
    rules: "",
    cleared: 0,
    slowSeconds: 0,
    shield: null,
    sanctions: [],
  };
  configured = "";

  constructor(users: Map<number, User>) {
    this.users = users;
  }

  /** What it returns puts back what is here now, as a log of another epoch. */
  copy(): (epoch: string) => void {
    const users = copyOf(this.users);
    const messages = copyOf(this.messages);
    const others = copyOf(this.#others);
    const seqOfRef = copyOf(this.seqOfRef);
    const senderOf = copyOf(this.senderOf);
    const sends = [...this.sends];
    const { state, configured } = this;
    return (epoch) => {
      for (const putBack of [users, messages, others, seqOfRef, senderOf]) putBack();
      this.sends = sends;
      this.state = { ...state, epoch };
      this.configured = configured;
    };
  }

  /** The day's rows; accounts and the room itself stay. */
  clear(): void {
    this.messages.clear();
    this.#others.clear();
    this.seqOfRef.clear();
    this.sends = [];
  }

  remove(ids: readonly number[], by: "author" | "ban"): RoomEvent[] {
    if (ids.length === 0) return [];
    for (const id of ids) this.messages.delete(id);
    return [this.record((seq) => ({ type: "removed", seq, ids: [...ids], by }))];
  }

  changeTopic(topic: Topic): RoomEvent {
    this.state = { ...this.state, ...topic };
    return this.record((seq) => ({ type: "topic", seq, ...topic }));
  }

  record(draft: (seq: number) => RoomEvent): RoomEvent {
    const event = draft(this.next());
    this.#others.set(event.seq, event);
    return event;
  }

  next(): number {
    this.state = { ...this.state, seq: this.state.seq + 1 };
    return this.state.seq;
  }

  at(seq: number, day: string): RoomEvent {
    const stored = this.messages.get(seq);
    if (!stored || stored.day < day) return this.#others.get(seq) ?? { type: "quiet", seq };
    return messageEvent({ ...stored, felt: 0 });
  }

  of(day: string): StoredMessage[] {
    return [...this.messages.values()].filter((message) => message.day >= day);
  }
}

/** What it returns puts back what the map holds now. */
function copyOf<Key, Value>(map: Map<Key, Value>): () => void {
  const kept = [...map];
  return () => {
    map.clear();
    for (const [key, value] of kept) map.set(key, value);
  };
}
