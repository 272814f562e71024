/** What an operator's Prometheus reads, on a port of its own. */
import { Registry } from "prom-client";
import type { Meter } from "../room/meter.ts";
import type { Clock, Log } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { countedIn } from "./counted.ts";
import { watchLoop } from "./loop-delay.ts";
import { measuredLog } from "./measured-log.ts";
import { MetricsNotServed } from "./not-served.ts";
import { readIn, type Sources } from "./read.ts";

export interface Served {
  url: URL;
  stop(): Promise<void>;
}

export class Metrics {
  readonly meter: Meter;
  readonly #registry = new Registry();
  readonly #counted = countedIn(this.#registry);

  readonly #address: { host: string; port: number };

  constructor(address: { host: string; port: number }) {
    this.#address = address;
    const { refusals, responses, delivery, frameEvents, framesSent } = this.#counted;
    this.meter = {
      refused: (code) => refusals.inc({ code }),
      answered: (status) => responses.inc({ class: `${Math.floor(status / 100)}xx` }),
      framed(events, waitedMs) {
        frameEvents.observe(events);
        delivery.observe(waitedMs / 1_000);
      },
      sent: (sockets) => framesSent.inc(sockets),
    };
  }

  /** The same log, its commits counted. */
  measured(log: Log): Log {
    const { commit, messages } = this.#counted;
    return measuredLog(log, (milliseconds, count) => {
      commit.observe(milliseconds / 1_000);
      messages.inc(count);
    });
  }

  /** Throws MetricsNotServed. */
  serve(sources: Sources & { room: Room }): Served {
    this.#watchTail(sources.room, sources.clock);
    readIn(this.#registry, sources);
    const server = this.#listen();
    const stopWatching = watchLoop((late) => this.#counted.loopDelay.observe(late / 1_000));
    return {
      url: new URL("/metrics", server.url),
      async stop() {
        stopWatching();
        await server.stop(true);
      },
    };
  }

  #listen() {
    const { host: hostname, port } = this.#address;
    const scrape = async () =>
      new Response(await this.#registry.metrics(), {
        headers: { "Content-Type": this.#registry.contentType },
      });
    try {
      return Bun.serve({
        hostname,
        port,
        routes: { "/metrics": { GET: scrape } },
        fetch: () => new Response("The metrics are at /metrics.\n", { status: 404 }),
      });
    } catch (error) {
      throw new MetricsNotServed(hostname, port, error);
    }
  }

  #watchTail(room: Room, clock: Clock): void {
    room.listen((events) => {
      const last = events.findLast((event) => event.type === "message");
      if (last?.type !== "message") return;
      const age = clock.now() - Date.parse(last.timestamp);
      this.#counted.tailLag.observe(Math.max(0, age) / 1_000);
    });
  }
}
