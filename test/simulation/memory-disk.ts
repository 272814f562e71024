/** The port's promises kept in memory: a store so simple that it is right, and cheap. */

import type { RoomState } from "../../src/events/kind.ts";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { messageEvent } from "../../src/events/message.ts";
import type { User } from "../../src/room/account-ports.ts";
import type { AuditEntry } from "../../src/room/audit-entry.ts";
import type {
  Actor,
  Ask,
  CommandInput,
  CommandName,
  CommandResult,
  Topic,
} from "../../src/room/commands.ts";
import type {
  Appended,
  Change,
  HiddenMessages,
  Log,
  LogHead,
  ReportedMessage,
  SharedOutcome,
  StoredMessage,
  Submission,
} from "../../src/room/ports.ts";
import type { Refused } from "../../src/room/refusal.ts";
import type { TopicPlan } from "../../src/room/topics.ts";
import { type Disk, MEMBERS, member, PER_MINUTE } from "./disk.ts";
import { runAll } from "./memory-asks.ts";
import { type Commands, commandsOn, type Run } from "./memory-commands.ts";
import { MemoryRows } from "./memory-rows.ts";

export function memoryDisk(): Disk {
  const users = new Map<number, User>(MEMBERS.map((id) => [id, member(id)]));
  const rows = new MemoryRows(users);
  const log = new MemoryLog(rows);
  let puts = 0;
  return {
    open: () => log,
    get epoch() {
      return rows.state.epoch;
    },
    sealed: false,
    rot: null,
    newcomers: null,
    async copy() {
      const putBack = rows.copy();
      return async () => {
        putBack(`after ${++puts}`);
        return rows.state.epoch;
      };
    },
    users: { takenNames: async () => [], byToken: async (id) => users.get(id) ?? null },
    close: async () => undefined,
  };
}

/** Each method runs to its end at once, which is all the locking it needs. */
class MemoryLog implements Log {
  readonly #rows: MemoryRows;
  readonly #commands: Commands;

  constructor(rows: MemoryRows) {
    this.#rows = rows;
    this.#commands = commandsOn(rows);
  }

  async state(): Promise<RoomState> {
    return this.#rows.state;
  }

  async append(submissions: readonly Submission[], at: number): Promise<Appended> {
    const events: RoomEvent[] = [];
    const outcomes = submissions.map((say) => this.#append(say, at, events));
    return { events, outcomes, standings: submissions.map(() => "heard") };
  }

  async checkWritable(): Promise<void> {
    return undefined;
  }

  async apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
  ): Promise<Change<CommandResult<Name>>> {
    const run: Run<Name> = this.#commands[name];
    return run(input, actor);
  }

  async applyAll(asks: readonly Ask[]): Promise<Change<SharedOutcome[]>> {
    return runAll(asks, this.#commands);
  }

  async turnDay(day: string, topic: Topic): Promise<Change<boolean>> {
    if (this.#rows.state.day >= day) return { events: [], result: false };
    this.#rows.clear();
    this.#rows.state = { ...this.#rows.state, day };
    const cleared = this.#rows.record((seq) => ({ type: "cleared", seq, day }));
    return { events: [cleared, this.#rows.changeTopic(topic)], result: true };
  }

  async after(seq: number, limit: number, day: string): Promise<RoomEvent[]> {
    const count = Math.max(0, Math.min(this.#rows.state.seq - seq, limit));
    return Array.from({ length: count }, (_, index) => this.#rows.at(seq + index + 1, day));
  }

  async history(day: string, limit: number, before = Infinity): Promise<StoredMessage[]> {
    return this.#rows
      .of(day)
      .filter(({ id }) => id < before)
      .slice(-limit);
  }

  async messagesAfter(day: string, seq: number, limit: number): Promise<StoredMessage[]> {
    return this.#rows
      .of(day)
      .filter(({ id }) => id > seq)
      .slice(0, limit);
  }

  async newest(day: string, skip: number, limit: number): Promise<StoredMessage[]> {
    return this.#rows
      .of(day)
      .reverse()
      .slice(skip, skip + limit);
  }

  async topics(): Promise<TopicPlan> {
    return { planned: [], rotation: [], next: 0 };
  }

  async reports(): Promise<ReportedMessage[]> {
    return [];
  }

  async hidden(): Promise<HiddenMessages[]> {
    return [];
  }

  async head(): Promise<LogHead> {
    const { epoch, day, seq } = this.#rows.state;
    return { epoch, day, seq, hash: "" };
  }

  async audit(): Promise<AuditEntry[]> {
    return [];
  }

  async counts(day: string, since: number) {
    const stand = this.#rows.of(day);
    const recent = stand.filter(({ timestamp }) => Date.parse(timestamp) > since).length;
    return { today: stand.length, recent };
  }

  /** Who rings is the link's to decide. */
  async follow(): Promise<boolean> {
    return true;
  }

  #append(say: Submission, at: number, events: RoomEvent[]): number | Refused {
    const { key, userId, name, kind } = say.sender;
    const ref = JSON.stringify([key, say.ref]);
    const before = say.ref === null ? undefined : this.#rows.seqOfRef.get(ref);
    if (before !== undefined) return before;
    if (userId !== null && !this.#rows.users.get(userId)?.isActive) {
      return { code: "banned", detail: "This account is banned." };
    }
    const recent = this.#rows.sends.filter((sent) => sent.sender === key && sent.at > at - 60_000);
    if (recent.length >= PER_MINUTE) return { code: "rate_limited", detail: "Too many." };

    const seq = this.#rows.next();
    this.#rows.senderOf.set(seq, key);
    this.#rows.sends.push({ sender: key, at });
    if (say.ref !== null) this.#rows.seqOfRef.set(ref, seq);
    const timestamp = new Date(at).toISOString();
    const re = say.re !== undefined && this.#rows.messages.has(say.re) ? say.re : null;
    const said = { id: seq, user: name, text: say.text, timestamp, kind, re, felt: 0 };
    this.#rows.messages.set(seq, { ...said, day: this.#rows.state.day, userId, isFirst: false });
    events.push(messageEvent(said));
    return seq;
  }
}
