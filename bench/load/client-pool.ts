import { Client, type Listener } from "./client.ts";
import type { JoinOrder, LookOrder } from "./commands.ts";
import { type Facts, FrameMemory } from "./measurements.ts";
import { PROTOCOLS } from "./protocols.ts";

const CONNECTING_AT_ONCE = 100;
const JOIN_WITHIN_MS = 60_000;
/** A few dozen of the clients speak; the others listen. */
const SENDERS = 32;
/** A prime: steps of it round the crowd meet everyone once, far from who joined beside them. */
const STRIDE = 7_919;

/** What the crowd is doing hears every frame. */
export interface Activity {
  heard(client: Client, messages: number, facts: Facts | undefined): void;
}

/** Every client of one server. */
export class Crowd implements Listener {
  readonly clients: Client[] = [];
  readonly endings: string[] = [];
  readonly memory = new FrameMemory();
  activity: Activity | undefined;

  /** Resolves to the milliseconds it took until every client had joined or been turned away. */
  async join(how: JoinOrder): Promise<number> {
    const start = performance.now();
    const every = how.clients / Math.max(1, Math.min(how.sampled, how.clients));
    let next = 0;
    let sampled = 0;
    const connectSome = async () => {
      while (next < how.clients && performance.now() - start < JOIN_WITHIN_MS) {
        const isSampled = how.sampled > 0 && next >= sampled * every;
        if (isSampled) sampled += 1;
        next += 1;
        const client = new Client({
          protocol: PROTOCOLS[how.protocol],
          port: how.port,
          from: addressOf(this.clients.length),
          sampled: isSampled,
          backlog: how.backlog,
          listener: this,
          memory: this.memory,
        });
        this.clients.push(client);
        await client.connect();
      }
    };
    await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, connectSome));
    return performance.now() - start;
  }

  get joined(): number {
    return this.clients.filter((client) => client.state === "joined").length;
  }

  /** The clients that speak: spread over the order of joining, never one that is stalled or away. */
  get senders(): Client[] {
    const able = this.clients.filter(
      (client) => client.state === "joined" && !client.stalled && client.at === "end",
    );
    const every = Math.max(1, Math.floor(able.length / SENDERS));
    return able.filter((_, at) => at % every === 0).slice(0, SENDERS);
  }

  /** Those that read: a stalled client is owed nothing in a round. */
  get readers(): Client[] {
    return this.clients.filter((client) => !client.stalled);
  }

  /** Spread over the order of joining. Resolves to how many look where. */
  look({ back, away }: Omit<LookOrder, "do">): { back: number; away: number } {
    const free = this.clients.filter((client) => !client.sampled);
    const counts = {
      back: Math.round(this.clients.length * back),
      away: Math.round(this.clients.length * away),
    };
    for (const [at, client] of free.entries()) {
      const place = (at * STRIDE) % free.length;
      if (place < counts.back) client.look("back");
      else if (place < counts.back + counts.away) client.look("away");
    }
    return counts;
  }

  stall(share: number): number {
    const every = Math.round(1 / share);
    const chosen = this.clients.filter((client, at) => at % every === every - 1 && !client.sampled);
    for (const client of chosen) client.stall();
    return chosen.length;
  }

  leave(): void {
    for (const client of this.clients) client.close();
    this.clients.length = 0;
    this.endings.length = 0;
  }

  heard(client: Client, messages: number, facts: Facts | undefined): void {
    this.activity?.heard(client, messages, facts);
  }

  left(_client: Client, reason: string): void {
    this.endings.push(reason);
  }
}

/** Everyone in a range of their own, a /24. */
function addressOf(place: number): string {
  return `10.${(place >> 8) & 255}.${place & 255}.1`;
}
