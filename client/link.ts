import type { ClientFrame, ServerEvent } from "../src/wire/frames.ts";
import { CLOSE, HELLO_WITHIN_MS } from "../src/wire/limits.ts";
import { backoff } from "./backoff.ts";
import type { Ban, Close, LinkState, Visitor, Welcome } from "./link-state.ts";
import { LogCursor } from "./log-cursor.ts";
import { RoomSocket } from "./room-socket.ts";

/** A connection that lived this long earns a quick first try when it breaks. */
const STEADY_MS = 5_000;
/** The room sends something every 25 seconds at least: by then it has failed to do so twice. */
const SILENCE_MS = 50_000;
/** So long a line may take to be heard when the reader is back. */
const ANSWER_MS = 4_000;
/** A line that was heard this lately is not asked at once. */
const LATELY_MS = 2_000;

const CLOSES: readonly Close[] = Object.values(CLOSE);

/**
 * One room's socket, kept open until it is left: resumes, backs off, and knows when to stop.
 * A line may die without a close, so silence is bounded, and more so when the reader is back.
 */
export class Link {
  /** Whether any socket ever opened: not all networks let one. */
  hasOpened = false;
  readonly #url: string;
  readonly #visitor: Visitor;
  #state: LinkState = { is: "connecting" };
  #cursor = new LogCursor();
  #socket: RoomSocket | undefined;
  /** Not open yet; takes the place of the other as soon as it is. */
  #next: RoomSocket | undefined;
  #hasLeft = false;
  /** Whether the socket in use has been answered its hello. */
  #isWelcome = false;
  #ban: Ban | undefined;
  #tries = 0;
  #openedAt = 0;
  /** When something last came, or was first asked for. */
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `url` is that of the room's `/ws`. */
  constructor(url: string, visitor: Visitor) {
    this.#url = url;
    this.#visitor = visitor;
    this.reconnect();
  }

  get state(): LinkState {
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#state.is === "open";
  }

  /** Whether the frame left; while it did not, the caller keeps it. */
  send(frame: ClientFrame): boolean {
    if (this.#state.is !== "open" || !this.#socket) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Drops the socket there is and tries at once, resuming after the last event held. */
  reconnect(): void {
    if (this.#state.is === "ended" || this.#hasLeft) return;
    this.#drop();
    this.#become({ is: "connecting" });
    this.#heardAt = Date.now();
    this.#dial();
    this.#expect(HELLO_WITHIN_MS, () => this.#lost(undefined));
  }

  /** The reader is back, or the network is another: the line is heard within moments, or replaced. */
  look(): void {
    const isHeardLately = Date.now() - this.#heardAt < LATELY_MS;
    switch (this.#state.is) {
      case "waiting":
        this.reconnect();
        break;
      case "connecting":
        if (Date.now() - this.#heardAt > ANSWER_MS) this.reconnect();
        break;
      case "open":
        if (isHeardLately) this.#expect(ANSWER_MS, () => this.#replace());
        else this.#replace();
        break;
      case "ended":
        break;
    }
  }

  /** The network is known to be gone: nothing sent now would leave. */
  lose(): void {
    this.#lost(undefined);
  }

  /** Nothing held counts any more: the next welcome brings all there is. */
  startOver(): void {
    this.#cursor = new LogCursor();
    if (this.#state.is === "open") this.reconnect();
  }

  /** For good, and without another word. */
  leave(): void {
    this.#hasLeft = true;
    this.#drop();
  }

  /** Over a new socket, which a page that is well connected does not notice. */
  #replace(): void {
    if (this.#next) return;
    this.#dial();
    this.#expect(ANSWER_MS, () => this.reconnect());
  }

  #dial(): void {
    const socket = new RoomSocket(this.#url, {
      opened: () => {
        this.hasOpened = true;
        this.#socket?.drop();
        this.#socket = socket;
        this.#next = undefined;
        this.#isWelcome = false;
        socket.send({ type: "hello", ...this.#visitor.identify(), ...this.#cursor.held });
      },
      received: (frame) => this.#receive(frame),
      closed: (code) => {
        // It has replaced nothing yet: the other may be well.
        if (socket === this.#next && this.#socket) this.#next = undefined;
        else this.#closed(CLOSES.find((close) => close.code === code));
      },
    });
    this.#next = socket;
  }

  /** Something is to come within so long, or that is done. */
  #expect(ms: number, otherwise: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(otherwise, ms);
  }

  #receive(frame: readonly ServerEvent[] | undefined): void {
    if (!frame) {
      this.#lost(undefined);
      return;
    }
    this.#heardAt = Date.now();
    if (this.#state.is === "open") this.#expect(SILENCE_MS, () => this.#lost(undefined));
    const events: ServerEvent[] = [];
    let hole = false;
    for (const event of frame) {
      const place = this.#cursor.place(event);
      hole = place === "hole";
      if (hole) break;
      if (place === "take") events.push(event);
      if (event.type === "welcome") this.#welcomed(event);
      if (event.type === "banned") this.#ban = event;
    }
    // Before the welcome only a hello can be refused; the visitor said nothing yet.
    const refused = this.#isWelcome ? undefined : refusalIn(events);
    if (refused) {
      this.#lost(undefined, (refused.retry_after ?? 0) * 1_000);
      return;
    }
    this.#cursor.endFrame(frame);
    this.#visitor.take(events);
    if (hole) this.#lost(undefined);
  }

  #welcomed(welcome: Welcome): void {
    this.#visitor.welcomed?.(welcome);
    this.#isWelcome = true;
    this.#openedAt = Date.now();
    this.#become({ is: "open" });
    this.#expect(SILENCE_MS, () => this.#lost(undefined));
  }

  #closed(why: Close | undefined): void {
    switch (why?.back) {
      case "no":
        this.#drop();
        this.#become({ is: "ended", why, ban: this.#ban });
        break;
      case "as_guest":
        this.#visitor.signedOut();
        this.#lost(why);
        break;
      case "yes":
      case undefined:
        this.#lost(why);
        break;
    }
  }

  /** Comes back later than `after`, in milliseconds, and spread out. */
  #lost(why: Close | undefined, after = 0): void {
    const state = this.#state;
    if (state.is === "ended" || state.is === "waiting" || this.#hasLeft) return;
    if (state.is === "open" && Date.now() - this.#openedAt > STEADY_MS) this.#tries = 0;
    this.#drop();
    const delay = after + backoff(this.#tries++, Math.random());
    this.#become({ is: "waiting", until: Date.now() + delay, why });
    this.#expect(delay, () => this.reconnect());
  }

  #become(state: LinkState): void {
    this.#state = state;
    this.#visitor.changed(state);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#socket?.drop();
    this.#next?.drop();
    this.#socket = this.#next = undefined;
  }
}

function refusalIn(events: readonly ServerEvent[]) {
  return events.find((event) => event.type === "refused");
}
