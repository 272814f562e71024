/** Somebody who only reads, and remembers what they were shown and when. */
import { isLogEvent } from "../src/events/kinds.ts";
import type { ServerEvent } from "../src/wire/frames.ts";
import { Connection } from "./connection.ts";
import { honestAddress } from "./plan.ts";

/** Messages that reports or the shield put out of sight, or that came back. */
export interface Hidden {
  ids: readonly number[];
  isBack: boolean;
  atMs: number;
}

export interface Shown {
  seq: number;
  /** By `performance.now()`. */
  atMs: number;
}

const BACK_AFTER_MS = 200;
const ADDRESS = honestAddress(999);

export class Reader {
  readonly shown: Shown[] = [];
  readonly hidden: Hidden[] = [];
  /** How often the room raised its shield by itself. */
  shields = 0;
  #isShielded = false;
  readonly #url: string;
  #connection: Connection | null = null;
  #place = 0;
  /** Up to here a snapshot repeats what it may hold already. */
  #snapshotHead = 0;
  #day: string | undefined;
  #left = false;
  readonly #welcomed = Promise.withResolvers<void>();
  readonly #nextDay = Promise.withResolvers<void>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Resolves once it is in. */
  async enter(): Promise<void> {
    await this.#connect();
    await this.#welcomed.promise;
  }

  /** The last place it holds. */
  get place(): number {
    return this.#place;
  }

  /** Resolves once it is told that the day it came on is over. */
  get nextDay(): Promise<void> {
    return this.#nextDay.promise;
  }

  leave(): void {
    this.#left = true;
    this.#connection?.close();
  }

  async #connect(): Promise<void> {
    const connection = new Connection(this.#url, ADDRESS, {
      needs: () => true,
      take: (event) => this.#take(event),
      closed: () => setTimeout(() => this.#left || this.#connect(), BACK_AFTER_MS),
    });
    this.#connection = connection;
    await connection.opened;
    connection.hello(undefined, this.#day === undefined ? undefined : this.#place);
  }

  #take(event: ServerEvent): void {
    if (event.type === "welcome") {
      this.#turn(event.day);
      this.#snapshotHead = event.recovered ? 0 : event.seq;
      this.#welcomed.resolve();
    }
    if (event.type === "cleared") this.#turn(event.day);
    if (!isLogEvent(event)) return;
    if (event.seq <= this.#place && event.seq <= this.#snapshotHead) return;
    this.#place = Math.max(this.#place, event.seq);
    const atMs = performance.now();
    if (event.type === "removed" && event.by === "hidden") {
      this.hidden.push({ ids: event.ids, isBack: false, atMs });
    }
    if (event.type === "restored") this.hidden.push({ ids: event.ids, isBack: true, atMs });
    if (event.type === "mode") {
      const { shield } = event;
      if (shield.on && !this.#isShielded && shield.raised_by === "room") this.shields++;
      this.#isShielded = shield.on;
    }
    if (event.type === "message") this.shown.push({ seq: event.seq, atMs });
  }

  #turn(day: string): void {
    if (this.#day !== undefined && this.#day !== day) this.#nextDay.resolve();
    this.#day = day;
  }
}
