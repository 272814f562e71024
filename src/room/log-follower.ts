import type { RoomEvent } from "../events/kinds.ts";
import type { Log } from "./ports.ts";

const PAGE = 1_000;

/**
 * Follows the log from `head` and delivers each event once, in order, without gaps,
 * wherever it was appended. What this node committed is handed over and delivered at
 * once when it is next in line; anything else is read from the store.
 */
export class LogFollower {
  readonly #log: Pick<Log, "after">;
  readonly #today: () => string;
  readonly #deliver: (events: RoomEvent[]) => void;
  readonly #report: (error: unknown) => void;
  #head: number;
  #hint: number;
  #reading = false;
  #isEnded = false;
  /** Told whether everything was read that the store held when they asked. */
  readonly #asking: ((isRead: boolean) => void)[] = [];

  constructor(
    log: Pick<Log, "after">,
    head: number,
    today: () => string,
    deliver: (events: RoomEvent[]) => void,
    report: (error: unknown) => void,
  ) {
    this.#log = log;
    this.#head = head;
    this.#hint = head;
    this.#today = today;
    this.#deliver = deliver;
    this.#report = report;
  }

  get head(): number {
    return this.#head;
  }

  /** Takes over events this node just committed. */
  offer(events: RoomEvent[]): void {
    const first = events[0];
    const last = events.at(-1);
    if (!first || !last) return;
    if (first.seq === this.#head + 1) {
      this.#advance(events);
    } else {
      this.follow(last.seq);
    }
  }

  /**
   * Reads until the store has no more, unless `hint` was delivered already. If a read is running,
   * another follows it, because the first may have begun too early. A failure is reported, not
   * thrown; the next call continues from there.
   */
  follow(hint = Number.POSITIVE_INFINITY): void {
    if (hint <= this.#head || this.#isEnded) return;
    this.#hint = Math.max(this.#hint, hint);
    if (this.#reading) return;
    this.#reading = true;
    this.#read().then(
      () => {
        this.#reading = false;
        // Another call may have come after the last page was read.
        if (this.#hint > this.#head) this.follow(this.#hint);
      },
      (error: unknown) => {
        this.#reading = false;
        this.#tell(false);
        this.#report(error);
      },
    );
  }

  /** Resolves once everything is delivered that the store holds now; to false if it cannot be read. */
  async caughtUp(): Promise<boolean> {
    if (this.#isEnded) return false;
    return new Promise((resolve) => {
      this.#asking.push(resolve);
      this.follow();
    });
  }

  /** Delivers nothing more. */
  end(): void {
    this.#isEnded = true;
    this.#tell(false);
  }

  async #read(): Promise<void> {
    let page: RoomEvent[];
    do {
      this.#hint = this.#head;
      page = await this.#log.after(this.#head, PAGE, this.#today());
      // Some of it may have been handed over meanwhile.
      this.#advance(page.filter(({ seq }) => seq > this.#head));
    } while (!this.#isEnded && (page.length === PAGE || this.#hint > this.#head));
    this.#tell(true);
  }

  #tell(isRead: boolean): void {
    for (const tell of this.#asking.splice(0)) tell(isRead);
  }

  #advance(events: RoomEvent[]): void {
    const last = events.at(-1);
    if (!last || this.#isEnded) return;
    this.#head = last.seq;
    this.#deliver(events);
  }
}
