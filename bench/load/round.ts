import type { Client } from "./client.ts";
import type { Activity, Crowd } from "./crowd.ts";
import type { Facts } from "./facts.ts";
import type { Round, SayOrder } from "./orders.ts";
import { textOf } from "./texts.ts";

let lastId = 0;

/** Ids grow for as long as the generator lives, so a message is never taken for an earlier one. */
export function nextId(): number {
  lastId += 1;
  return lastId;
}

/** Says `rate` messages a second for `ms`, then waits until all have arrived or `drainMs` is over. */
export async function say(crowd: Crowd, order: SayOrder): Promise<Round> {
  const tally = new Tally(crowd);
  const cpu = process.cpuUsage();
  const start = performance.now();
  crowd.activity = tally;
  const total = Math.round((order.rate * order.ms) / 1000);
  const end = start + order.ms + order.drainMs;
  const senders = crowd.senders;
  while (tally.sent < total && performance.now() < end) {
    const due = Math.floor(((performance.now() - start) * order.rate) / 1000) + 1;
    while (tally.sent < Math.min(due, total)) {
      const sender = senders[tally.sent % senders.length];
      if (sender) tally.say(sender);
    }
    await Bun.sleep(1);
  }
  const silence = start + order.ms - performance.now();
  if (silence > 0) await Bun.sleep(silence);
  await tally.complete(end - performance.now());
  crowd.activity = undefined;
  const ms = performance.now() - start;
  const spent = process.cpuUsage(cpu);
  return { ...tally.result(), ms, generatorCpu: (spent.user + spent.system) / 1e6 };
}

class Tally implements Activity {
  sent = 0;
  readonly #crowd: Crowd;
  #delivered = 0;
  #idSum = 0;
  #silent = false;
  readonly #bytes: number;
  readonly #sentAt = new Map<number, number>();
  readonly #lastAt = new Map<number, number>();
  readonly #latencies: number[] = [];
  readonly #readers: Client[];
  readonly #done = Promise.withResolvers<void>();

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

  say(sender: Client): void {
    const id = nextId();
    this.#sentAt.set(id, performance.now());
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
    if (this.#silent && this.#delivered >= this.offered) this.#done.resolve();
  }

  /** Resolves when all is delivered, or after `ms`. */
  async complete(ms: number): Promise<void> {
    this.#silent = true;
    if (this.#delivered < this.offered && ms > 0) {
      await Promise.race([this.#done.promise, Bun.sleep(ms)]);
    }
  }

  result(): Omit<Round, "ms" | "generatorCpu"> {
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
