/**
 * What clients did and saw, held against what one log allows. Pure; takes time in proportion to the
 * acts.
 */

interface One {
  client: string;
  /** When it was begun, and answered, by one clock. */
  start: number;
  end: number;
  /** Of the last welcome. */
  epoch: string;
  seq: number;
}

/** What is at a position, the same for everyone who sees it; null where a text is gone. */
type What = string | null;

export type Act =
  /** Came back, or came: `after` is what it held. `seq` is the head in the welcome. */
  | ({ act: "join"; after: number | null; recovered: boolean } & One)
  /** Was given an event. `clears`: nothing before it is given to anyone any more. */
  | ({ act: "see"; what: What; clears: boolean } & One)
  /** Said something, and was told where it is. */
  | ({ act: "say"; what: string } & One)
  /** Found in the store in the end. */
  | ({ act: "find"; what: What } & Omit<One, "client" | "start" | "end">);

export interface Fault {
  /**
   * `order`: a gap, or an event twice. `chain`: two things at one position. `real_time`: something
   * precedes what was known before it was said. `resume`: told that nothing was lost, on another log.
   * `needless`: told of a loss that was none.
   */
  kind: "order" | "chain" | "real_time" | "resume" | "needless";
  what: string;
}

/** `acts`: each client's in the order in which they ended. `resumes`: how many events a node can give again. */
export function checkHistory(acts: readonly Act[], { resumes = 0 } = {}): Fault[] {
  return [...sessions(acts, resumes), ...chains(acts)];
}

/** What each client was promised when it joined, and was given then. */
function sessions(acts: readonly Act[], resumes: number): Fault[] {
  const faults: Fault[] = [];
  const lastClear = acts.reduce(
    (last, act) => (act.act === "see" && act.clears ? Math.max(last, act.seq) : last),
    0,
  );
  const clients = new Map<string, Session>();
  for (const act of acts) {
    if (act.act === "find") continue;
    const session = clients.get(act.client) ?? new Session(act.client, faults);
    clients.set(act.client, session);
    if (act.act === "join") session.join(act, resumes, lastClear);
    if (act.act === "see") session.see(act.seq);
  }
  return faults;
}

class Session {
  readonly #client: string;
  readonly #faults: Fault[];
  #epoch: string | null = null;
  #place = 0;
  /** The head of the snapshot that it is being given. */
  #snapshot: number | null = null;

  constructor(client: string, faults: Fault[]) {
    this.#client = client;
    this.#faults = faults;
  }

  join(act: Extract<Act, { act: "join" }>, resumes: number, lastClear: number): void {
    const { after, epoch, recovered, seq } = act;
    const isOther = this.#epoch !== null && epoch !== this.#epoch;
    if (recovered && isOther)
      this.#wrong("resume", `holds ${this.#epoch}, and went on in ${epoch}`);
    if (recovered && after === null) this.#wrong("resume", "held nothing, and went on");
    if (recovered && seq < (after ?? 0))
      this.#wrong("resume", `held ${after}, and went on at ${seq}`);
    // After midnight nobody is given what came before, and a late node does not know that it came.
    const isKept = after !== null && !isOther && lastClear <= after && seq - after <= resumes;
    if (!recovered && resumes > 0 && isKept) {
      this.#wrong("needless", `held ${after}, and was given a snapshot of ${seq}`);
    }
    this.#epoch = epoch;
    this.#snapshot = recovered ? null : seq;
    this.#place = recovered ? (after ?? 0) : 0;
  }

  see(seq: number): void {
    if (this.#snapshot !== null && seq > this.#snapshot) {
      this.#place = this.#snapshot;
      this.#snapshot = null;
    }
    const isNext = this.#snapshot === null ? seq === this.#place + 1 : seq > this.#place;
    if (!isNext) this.#wrong("order", `was given ${seq} after ${this.#place}`);
    this.#place = seq;
  }

  #wrong(kind: Fault["kind"], what: string): void {
    this.#faults.push({ kind, what: `${this.#client} ${what}` });
  }
}

/** One position of one log. */
interface Position {
  what: What;
  /** When it was certainly in the log: somebody had seen it, or was told so. */
  knownAt: number;
  saidAt: number;
}

function chains(acts: readonly Act[]): Fault[] {
  const faults: Fault[] = [];
  const logs = new Map<string, Map<number, Position>>();
  for (const act of acts) {
    if (act.act === "join") continue;
    const log = logs.get(act.epoch) ?? new Map<number, Position>();
    logs.set(act.epoch, log);
    const position = log.get(act.seq) ?? { what: null, knownAt: Infinity, saidAt: -Infinity };
    log.set(act.seq, position);
    if (position.what !== null && act.what !== null && position.what !== act.what) {
      const what = `${act.seq} is ${position.what} to some, and ${act.what} to others`;
      faults.push({ kind: "chain", what });
    }
    position.what ??= act.what;
    if (act.act !== "find") position.knownAt = Math.min(position.knownAt, act.end);
    if (act.act === "say") position.saidAt = Math.max(position.saidAt, act.start);
  }
  for (const log of logs.values()) faults.push(...outOfTime(log));
  return faults;
}

/** Nothing stands before, or at, what was known before it was said. From the end, because what is known later does not matter. */
function outOfTime(log: ReadonlyMap<number, Position>): Fault[] {
  const faults: Fault[] = [];
  let known = { seq: 0, at: Infinity };
  for (const [seq, { knownAt, saidAt }] of fromTheEnd(log)) {
    if (knownAt < known.at) known = { seq, at: knownAt };
    if (known.at >= saidAt) continue;
    const what = `${seq} was said at ${saidAt}, when ${known.seq} was known since ${known.at}`;
    faults.push({ kind: "real_time", what });
  }
  return faults;
}

/** Positions have hardly any gaps, so they need no sorting. */
function* fromTheEnd(log: ReadonlyMap<number, Position>): Generator<[number, Position]> {
  let first = Infinity;
  let last = 0;
  for (const seq of log.keys()) {
    first = Math.min(first, seq);
    last = Math.max(last, seq);
  }
  for (let seq = last; seq >= first; seq--) {
    const position = log.get(seq);
    if (position) yield [seq, position];
  }
}
