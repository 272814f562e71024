import type { Client } from "./client.ts";
import type { Activity, Crowd } from "./crowd.ts";
import type { Facts } from "./facts.ts";
import type { Pressed, PressOrder } from "./orders.ts";
import { nextId } from "./round.ts";
import { textOf } from "./texts.ts";

/** Every client says without pause, `inFlight` messages ahead of its acks, until either bound. */
export async function press(crowd: Crowd, order: PressOrder): Promise<Pressed> {
  const pressing = new Pressing(order);
  crowd.activity = pressing;
  const start = performance.now();
  for (const client of crowd.clients) pressing.say(client, order.inFlight);
  await Promise.race([pressing.done.promise, Bun.sleep(order.ms)]);
  const ms = performance.now() - start;
  crowd.activity = undefined;
  return { acked: pressing.acked, refused: pressing.refused, ms };
}

class Pressing implements Activity {
  acked = 0;
  refused = 0;
  readonly done = Promise.withResolvers<void>();
  readonly #order: PressOrder;
  #said = 0;

  constructor(order: PressOrder) {
    this.#order = order;
  }

  say(client: Client, messages: number): void {
    for (let at = 0; at < messages && this.#said < this.#order.messages; at += 1) {
      const id = nextId();
      this.#said += 1;
      client.say(id, textOf(id));
    }
  }

  heard(client: Client, _messages: number, facts: Facts | undefined): void {
    if (!facts) return;
    const answered = facts.acks + facts.refusals;
    this.acked += facts.acks;
    this.refused += facts.refusals;
    if (answered > 0) this.say(client, answered);
    if (this.acked + this.refused >= this.#order.messages) this.done.resolve();
  }
}
