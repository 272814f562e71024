/** The port's promises kept in memory: a store so simple that it is right, and cheap. */

import type { RoomState } from "../../src/events/kind.ts";
import type { RoomEvent } from "../../src/events/kinds.ts";
import type { User } from "../../src/room/account-ports.ts";
import type { AuditEntry } from "../../src/room/audit-entry.ts";
import type {
  Actor,
  CommandInput,
  CommandName,
  CommandResult,
  Topic,
  Withdrawn,
} from "../../src/room/commands.ts";
import type {
  Appended,
  Change,
  HiddenMessages,
  Log,
  Refused,
  ReportedMessage,
  StoredMessage,
  Submission,
} from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { TopicPlan } from "../../src/room/topics.ts";
import type { MessageEvent } from "../../src/wire/frames.ts";
import { type Disk, MEMBERS, member, PER_MINUTE } from "./disk.ts";

export function memoryDisk(): Disk {
  const users = new Map<number, User>(MEMBERS.map((id) => [id, member(id)]));
  const log = new MemoryLog(users);
  return {
    open: () => log,
    users: { isNameTaken: async () => false, byToken: async (id) => users.get(id) ?? null },
    close: async () => undefined,
  };
}

type Run<Name extends CommandName> = (
  input: CommandInput<Name>,
  actor: Actor,
) => Change<CommandResult<Name>>;

/** Each method runs to its end at once, which is all the locking it needs. */
class MemoryLog implements Log {
  readonly #users: Map<number, User>;
  readonly #messages = new Map<number, StoredMessage>();
  readonly #others = new Map<number, RoomEvent>();
  readonly #seqOfRef = new Map<string, number>();
  readonly #senderOf = new Map<number, string>();
  #sends: { sender: string; at: number }[] = [];
  #state: RoomState = {
    seq: 0,
    epoch: "first",
    day: "1970-01-01",
    topic: "",
    rules: "",
    slowSeconds: 0,
    shield: null,
    sanctions: [],
  };
  #configured = "";
  readonly #commands: { [Name in CommandName]: Run<Name> } = {
    erase: ({ id }) => {
      if (!this.#messages.delete(id)) throw new Refusal("not_found", "There is no such message.");
      return {
        events: [this.#record((seq) => ({ type: "deleted", seq, id }))],
        result: withdrawn([id]),
      };
    },
    eraseOwn: ({ id }, { key }) => {
      const own = [...this.#messages.keys()].filter((own) => this.#senderOf.get(own) === key);
      const gone = own.filter((own) => id === undefined || own === id);
      if (id !== undefined && gone.length === 0) {
        throw new Refusal("not_found", "There is no such message.");
      }
      const [one] = gone;
      if (id === undefined || one === undefined) {
        return { events: this.#removed(gone, "author"), result: withdrawn(gone) };
      }
      this.#messages.delete(one);
      const deleted = this.#record((seq) => ({ type: "deleted", seq, id: one, by: "author" }));
      return { events: [deleted], result: withdrawn([one]) };
    },
    clear: () => {
      const result = withdrawn([...this.#messages.keys()]);
      this.#messages.clear();
      const { day } = this.#state;
      return { events: [this.#record((seq) => ({ type: "cleared", seq, day }))], result };
    },
    setTopic: ({ topic, rules = this.#state.rules }) => {
      return { events: [this.#changeTopic({ topic, rules })], result: { topic, rules } };
    },
    // Nobody in the simulation plans topics.
    planTopic: (planned) => ({ events: [], result: planned }),
    unplanTopic: () => ({ events: [], result: null }),
    setRotation: () => ({ events: [], result: { next: 0 } }),
    configure: (topic) => {
      const configured = JSON.stringify(topic);
      if (this.#configured === configured) return { events: [], result: false };
      this.#configured = configured;
      return { events: [this.#changeTopic(topic)], result: true };
    },
    ban: ({ userId, banned }) => {
      const user = this.#users.get(userId);
      if (!user) throw new Refusal("not_found", "There is no such user.");
      this.#users.set(userId, { ...user, isActive: !banned });
      if (!banned) return { events: [], result: { name: user.username, ...withdrawn([]) } };
      const name = user.username;
      const subject = `u:${userId}`;
      const about = { kind: "ban", subject, range: null, userId, name, until: null } as const;
      const ban = this.#record((seq) => ({
        type: "sanctioned",
        seq,
        sanction: { ...about, id: seq, reason: null, at: 0 },
      }));
      const theirs = [...this.#messages.values()].filter((said) => said.userId === userId);
      const ids = theirs.map(({ id }) => id);
      const result = { name: user.username, ...withdrawn(ids) };
      return { events: [ban, ...this.#removed(ids, "ban")], result };
    },
    signOut: ({ userId, tokenId }) => {
      const event = this.#record((seq) => ({ type: "signed_out", seq, userId, tokenId }));
      return { events: [event], result: null };
    },
    // Nobody in the simulation brings anything back, is staff, or reacts.
    undo: () => {
      throw new Refusal("not_found", "Nothing comes back.");
    },
    keepHidden: () => ({ events: [], result: 0 }),
    removeHidden: () => ({ events: [], result: withdrawn([]) }),
    sweep: () => ({ events: [], result: withdrawn([]) }),
    report: () => ({ events: [], result: null }),
    hideReported: () => ({ events: [], result: { waiting: 0 } }),
    settleReport: () => ({ events: [], result: withdrawn([]) }),
    destroyWithdrawn: () => ({ events: [], result: null }),
    sanction: () => {
      throw new Refusal("not_found", "There is no such message.");
    },
    liftSanction: () => {
      throw new Refusal("not_found", "There is no such sanction.");
    },
    setSlowMode: () => ({ events: [], result: null }),
    setShield: () => ({ events: [], result: null }),
    endShield: () => ({ events: [], result: null }),
    endSanctions: () => ({ events: [], result: null }),
    setAdmin: () => ({ events: [], result: "" }),
    setModerator: () => ({ events: [], result: "" }),
    eraseSender: () => {
      throw new Refusal("not_found", "There is no such message.");
    },
    makeAdmin: () => ({ events: [], result: null }),
    resetPassword: () => ({ events: [], result: null }),
    changePassword: () => ({ events: [], result: { version: 0 } }),
    endSignIns: () => ({ events: [], result: null }),
    openReset: () => ({ events: [], result: "" }),
    useReset: () => ({ events: [], result: 0 }),
    deleteAccount: () => {
      throw new Refusal("not_found", "There is no such user.");
    },
    react: () => ({ events: [], result: null }),
  };

  constructor(users: Map<number, User>) {
    this.#users = users;
  }

  async state(): Promise<RoomState> {
    return this.#state;
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

  async turnDay(day: string, topic: Topic): Promise<Change<boolean>> {
    if (this.#state.day >= day) return { events: [], result: false };
    this.#messages.clear();
    this.#others.clear();
    this.#seqOfRef.clear();
    this.#sends = [];
    this.#state = { ...this.#state, day };
    const cleared = this.#record((seq) => ({ type: "cleared", seq, day }));
    return { events: [cleared, this.#changeTopic(topic)], result: true };
  }

  async after(seq: number, limit: number, day: string): Promise<RoomEvent[]> {
    const count = Math.max(0, Math.min(this.#state.seq - seq, limit));
    return Array.from({ length: count }, (_, index) => this.#at(seq + index + 1, day));
  }

  async history(day: string, limit: number, before = Infinity): Promise<StoredMessage[]> {
    return this.#of(day)
      .filter(({ id }) => id < before)
      .slice(-limit);
  }

  async messagesAfter(day: string, seq: number, limit: number): Promise<StoredMessage[]> {
    return this.#of(day)
      .filter(({ id }) => id > seq)
      .slice(0, limit);
  }

  async newest(day: string, skip: number, limit: number): Promise<StoredMessage[]> {
    return this.#of(day)
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

  async audit(): Promise<AuditEntry[]> {
    return [];
  }

  async counts(day: string, since: number) {
    const stand = this.#of(day);
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
    const before = say.ref === null ? undefined : this.#seqOfRef.get(ref);
    if (before !== undefined) return before;
    if (userId !== null && !this.#users.get(userId)?.isActive) {
      return { code: "banned", detail: "This account is banned." };
    }
    const recent = this.#sends.filter((sent) => sent.sender === key && sent.at > at - 60_000);
    if (recent.length >= PER_MINUTE) return { code: "rate_limited", detail: "Too many." };

    const seq = this.#next();
    this.#senderOf.set(seq, key);
    this.#sends.push({ sender: key, at });
    if (say.ref !== null) this.#seqOfRef.set(ref, seq);
    const timestamp = new Date(at).toISOString();
    const said = { id: seq, user: name, text: say.text, timestamp, kind };
    this.#messages.set(seq, { ...said, day: this.#state.day, userId, felt: 0 });
    events.push({ type: "message", seq, ...said });
    return seq;
  }

  #removed(ids: readonly number[], by: "author" | "ban"): RoomEvent[] {
    if (ids.length === 0) return [];
    for (const id of ids) this.#messages.delete(id);
    return [this.#record((seq) => ({ type: "removed", seq, ids: [...ids], by }))];
  }

  #changeTopic(topic: Topic): RoomEvent {
    this.#state = { ...this.#state, ...topic };
    return this.#record((seq) => ({ type: "topic", seq, ...topic }));
  }

  #record(draft: (seq: number) => RoomEvent): RoomEvent {
    const event = draft(this.#next());
    this.#others.set(event.seq, event);
    return event;
  }

  #next(): number {
    this.#state = { ...this.#state, seq: this.#state.seq + 1 };
    return this.#state.seq;
  }

  #at(seq: number, day: string): RoomEvent {
    const stored = this.#messages.get(seq);
    if (!stored || stored.day < day) return this.#others.get(seq) ?? { type: "quiet", seq };
    const { id, user, text, timestamp, kind } = stored;
    return { type: "message", seq, id, user, text, timestamp, kind } satisfies MessageEvent;
  }

  #of(day: string): StoredMessage[] {
    return [...this.#messages.values()].filter((message) => message.day >= day);
  }
}

function withdrawn(ids: readonly number[]): Withdrawn {
  return { act: null, count: ids.length };
}
