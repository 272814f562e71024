import type { Client } from "./client.ts";
import type { Activity, Crowd } from "./client-pool.ts";
import type { Round, SayOrder } from "./commands.ts";
import type { Facts } from "./measurements.ts";
import { textOf } from "./message-texts.ts";

let lastId = 0;

/** Ids grow for as long as the generator lives, so a message is never taken for an earlier one. */
export function nextId(): number {
  lastId += 1;
  return lastId;
}

/**
 * Says `rate` messages a second for `ms`, then waits until all have arrived or `drainMs` is over.
 * It never sleeps meanwhile: on one machine the server would pay for waking it, which for readers
 * elsewhere it does not, and a server that keeps it busy would be spared what others pay.
 */
export async function say(crowd: Crowd, order: SayOrder): Promise<Round> {
  const tally = new Tally(crowd);
  const start = performance.now();
  crowd.activity = tally;
  const total = Math.round((order.rate * order.ms) / 1000);
  const end = start + order.ms + order.drainMs;
  const senders = crowd.senders;
  const returning = new Returning(crowd, order);
  while (tally.sent < total && performance.now() < end) {
    const passed = performance.now() - start;
    returning.until(passed);
    const due = Math.floor((passed * order.rate) / 1000) + 1;
    while (tally.sent < Math.min(due, total)) {
      const sender = senders[tally.sent % senders.length];
      if (sender) tally.say(sender, start + (tally.sent * 1000) / order.rate);
    }
    await turn();
  }
  while (performance.now() < start + order.ms) await turn();
  while (!tally.isComplete && performance.now() < end) await turn();
  crowd.activity = undefined;
  return { ...tally.result(), ms: performance.now() - start };
}

/** Resolves when the event loop has come round, without sleeping. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Those who were away and come back, evenly from a fifth of the round to four fifths. */
class Returning {
  readonly #clients: Client[];
  readonly #ms: number;
  #returned = 0;

  constructor(crowd: Crowd, { returning, ms }: SayOrder) {
    const away = crowd.readers.filter(({ at }) => at === "away");
    this.#clients = away.slice(0, Math.round(away.length * returning));
    this.#ms = ms;
  }

  until(passed: number): void {
    const share = (passed / this.#ms - 0.2) / 0.6;
    const due = Math.min(1, share) * this.#clients.length;
    for (; this.#returned < due; this.#returned += 1) this.#clients[this.#returned]?.look("end");
  }
}

interface Read {
  readonly frames: number;
  readonly bytes: number;
}

class Tally implements Activity {
  sent = 0;
  readonly #crowd: Crowd;
  #delivered = 0;
  #idSum = 0;
  readonly #sentAt = new Map<number, number>();
  readonly #lastAt = new Map<number, number>();
  readonly #latencies: number[] = [];
  readonly #readers: Client[];
  readonly #late: number[] = [];
  readonly #before = new Map<Client, Read>();

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#readers = crowd.readers;
    for (const reader of this.#readers) {
      reader.messages = 0;
      reader.idSum = 0;
      this.#before.set(reader, { frames: reader.frames, bytes: reader.bytes });
    }
  }

  /** Who is away is owed nothing until they come back, and then all of it. */
  get offered(): number {
    return this.sent * this.#readers.filter(({ at }) => at !== "away").length;
  }

  get isComplete(): boolean {
    return this.#delivered >= this.offered;
  }

  /** `due`: when it should be said. */
  say(sender: Client, due: number): void {
    const id = nextId();
    const now = performance.now();
    this.#late.push(now - due);
    this.#sentAt.set(id, now);
    this.#idSum += id;
    this.sent += 1;
    sender.say(id, textOf(id));
  }

  heard(client: Client, messages: number, facts: Facts | undefined): void {
    this.#delivered += messages;
    if (client.sampled && facts) {
      const now = performance.now();
      for (const id of facts.ids) {
        const sentAt = this.#sentAt.get(id);
        if (sentAt === undefined) continue;
        this.#latencies.push(now - sentAt);
        this.#lastAt.set(id, now - sentAt);
      }
    }
  }

  result(): Omit<Round, "ms"> {
    const latencies = this.#latencies.sort((a, b) => a - b);
    const read = this.#readers.map((reader) => this.#readBy(reader));
    const away = read.filter((_, at) => this.#readers[at]?.at === "away");
    return {
      sent: this.sent,
      offered: this.offered,
      delivered: this.#delivered,
      wrong: this.#readers.filter((reader) => !this.#holdsAll(reader)).length,
      closed: this.#crowd.endings.length,
      bytes: sum(read.map(({ bytes }) => bytes)),
      frames: sum(read.map(({ frames }) => frames)),
      awayFrames: Math.max(0, ...away.map(({ frames }) => frames)),
      awayBytes: Math.max(0, ...away.map(({ bytes }) => bytes)),
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      max: percentile(latencies, 1),
      late: percentile(
        this.#late.sort((a, b) => a - b),
        0.99,
      ),
      toLast: percentile(
        [...this.#lastAt.values()].sort((a, b) => a - b),
        0.5,
      ),
    };
  }

  /** The sum of the ids tells a message lost and another doubled from both received once. */
  #holdsAll(reader: Client): boolean {
    const looked = reader.batched || reader.sampled;
    const owed =
      reader.at === "away" ? { sent: 0, idSum: 0 } : { sent: this.sent, idSum: this.#idSum };
    return reader.messages === owed.sent && (!looked || reader.idSum === owed.idSum);
  }

  #readBy(reader: Client): Read {
    const before = this.#before.get(reader) ?? { frames: 0, bytes: 0 };
    return { frames: reader.frames - before.frames, bytes: reader.bytes - before.bytes };
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
