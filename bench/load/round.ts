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
  while (tally.sent < total && performance.now() < end) {
    const passed = performance.now() - start;
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

class Tally implements Activity {
  sent = 0;
  readonly #crowd: Crowd;
  #delivered = 0;
  #idSum = 0;
  readonly #bytes: number;
  readonly #sentAt = new Map<number, number>();
  readonly #lastAt = new Map<number, number>();
  readonly #latencies: number[] = [];
  readonly #readers: Client[];
  readonly #late: number[] = [];

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#readers = crowd.readers;
    for (const reader of this.#readers) {
      reader.messages = 0;
      reader.idSum = 0;
    }
    this.#bytes = this.#bytesRead();
  }

  get offered(): number {
    return this.sent * this.#readers.length;
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
    return {
      sent: this.sent,
      offered: this.offered,
      delivered: this.#delivered,
      wrong: this.#readers.filter((reader) => !this.#holdsAll(reader)).length,
      closed: this.#crowd.endings.length,
      bytes: this.#bytesRead() - this.#bytes,
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
    return reader.messages === this.sent && (!looked || reader.idSum === this.#idSum);
  }

  #bytesRead(): number {
    return this.#readers.reduce((sum, reader) => sum + reader.bytes, 0);
  }
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
