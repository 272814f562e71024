import type { Client } from "./client.ts";
import type { Activity, Crowd } from "./client-pool.ts";
import type { Pressed, PressOrder } from "./commands.ts";
import type { Facts } from "./measurements.ts";
import { textOf } from "./message-texts.ts";
import { nextId } from "./round.ts";

const ANSWERED_WITHIN_MS = 5_000;

/**
 * Every client says without pause, `inFlight` messages ahead of its acks, until either bound.
 * What is still on its way then is awaited, but not counted.
 */
export async function press(crowd: Crowd, order: PressOrder): Promise<Pressed> {
  const pressing = new Pressing(order.messages);
  crowd.activity = pressing;
  const start = performance.now();
  for (const client of crowd.clients) pressing.say(client, order.inFlight);
  await Promise.race([pressing.answered.promise, Bun.sleep(order.ms)]);
  const ms = performance.now() - start;
  const { acked, refused } = pressing;
  pressing.stop();
  await Promise.race([pressing.answered.promise, Bun.sleep(ANSWERED_WITHIN_MS)]);
  crowd.activity = undefined;
  return { acked, refused, ms };
}

class Pressing implements Activity {
  acked = 0;
  refused = 0;
  readonly answered = Promise.withResolvers<void>();
  #said = 0;
  #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  say(client: Client, messages: number): void {
    for (let at = 0; at < messages && this.#said < this.#limit; at += 1) {
      const id = nextId();
      this.#said += 1;
      client.say(id, textOf(id));
    }
  }

  stop(): void {
    this.#limit = this.#said;
    this.#check();
  }

  heard(client: Client, _messages: number, facts: Facts | undefined): void {
    if (!facts) return;
    this.acked += facts.acks;
    this.refused += facts.refusals;
    this.say(client, facts.acks + facts.refusals);
    this.#check();
  }

  #check(): void {
    if (this.acked + this.refused >= this.#limit) this.answered.resolve();
  }
}
