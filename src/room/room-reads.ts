import type { RoomEvent } from "../events/kinds.ts";
import type { AuditEntry } from "./audit-entry.ts";
import type {
  Clock,
  HiddenMessages,
  Log,
  LogHead,
  ReportedMessage,
  StoredMessage,
} from "./ports.ts";

/** What is read from the store for one who asks. Nothing of a day that is over. Throws Refusal `unavailable`. */
export abstract class RoomReads {
  readonly #log: Log;
  readonly #clock: Clock;

  constructor({ log, clock }: { log: Log; clock: Clock }) {
    this.#log = log;
    this.#clock = clock;
  }

  protected abstract currentDay(): string;

  abstract guard<Result>(ask: () => Promise<Result>): Promise<Result>;

  async history(limit: number, before?: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#log.history(this.currentDay(), limit, before));
  }

  async newest(skip: number, limit: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#log.newest(this.currentDay(), skip, limit));
  }

  async eventsAfter(seq: number, limit: number): Promise<RoomEvent[]> {
    return this.guard(() => this.#log.after(seq, limit, this.currentDay()));
  }

  /** The day's messages after `seq`, oldest first. */
  async messagesAfter(seq: number, limit: number): Promise<StoredMessage[]> {
    return this.guard(() => this.#log.messagesAfter(this.currentDay(), seq, limit));
  }

  async reports(): Promise<ReportedMessage[]> {
    return this.guard(() => this.#log.reports(this.currentDay()));
  }

  async hidden(): Promise<HiddenMessages[]> {
    return this.guard(() => this.#log.hidden(this.currentDay()));
  }

  /** `seq`: null for the last place. Throws Refusal `not_found` too. */
  async head(seq: number | null): Promise<LogHead> {
    return this.guard(() => this.#log.head(seq));
  }

  async audit(limit: number, before: number): Promise<AuditEntry[]> {
    return this.guard(() => this.#log.audit(limit, before));
  }

  async counts(): Promise<{ today: number; recent: number }> {
    const since = this.#clock.now() - 60_000;
    return this.guard(() => this.#log.counts(this.currentDay(), since));
  }
}
