import type { ClientFrame, ServerEvent } from "../src/wire/frames.ts";
import { CLOSE, HELLO_WITHIN_MS } from "../src/wire/limits.ts";
import { backoff } from "./backoff.ts";
import type { Ban, Close, LinkState, Visitor, Welcome } from "./link-state.ts";
import { LogCursor } from "./log-cursor.ts";
import { RoomSocket } from "./room-socket.ts";

/** After a connection that lived this long, the first retry is quick. */
const STEADY_MS = 5_000;
/** The room sends something at least every 25 seconds. After 50 seconds without a frame the connection is dead. */
const SILENCE_MS = 50_000;
/** How long to wait for a frame when the reader comes back. */
const ANSWER_MS = 4_000;
/** If the last frame is no older than this, the connection is not replaced at once. */
const LATELY_MS = 2_000;

const CLOSES: readonly Close[] = Object.values(CLOSE);

/**
 * Keeps a socket to the room open until `leave`: it resumes, waits longer after each failure, and
 * stops where the room says so. A connection can die without a close, so there is a limit on the
 * time without a frame, and a shorter one when the reader comes back.
 */
export class Link {
  /** Whether any socket ever opened: not all networks let one. */
  hasOpened = false;
  readonly #url: string;
  readonly #visitor: Visitor;
  #state: LinkState = { is: "connecting" };
  #cursor = new LogCursor();
  /** A welcome that waits for its snapshot: taken alone, it would empty the room for a moment. */
  #early: ServerEvent[] = [];
  #socket: RoomSocket | undefined;
  /** Still opening. Once open, it replaces `#socket`. */
  #next: RoomSocket | undefined;
  #hasLeft = false;
  /** Whether the socket in use has been answered its hello. */
  #isWelcome = false;
  #ban: Ban | undefined;
  #tries = 0;
  #openedAt = 0;
  /** When the last frame came; before the first one, when the socket was opened. */
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

  /** Returns whether the frame was sent. If not, the caller keeps it. */
  send(frame: ClientFrame): boolean {
    if (this.#state.is !== "open" || !this.#socket) return false;
    this.#socket.send(frame);
    return true;
  }

  /** Drops the socket and opens another one at once, which resumes after the last event. */
  reconnect(): void {
    if (this.#state.is === "ended" || this.#hasLeft) return;
    this.#drop();
    this.#setState({ is: "connecting" });
    this.#heardAt = Date.now();
    this.#dial();
    this.#expect(HELLO_WITHIN_MS, () => this.#lost(undefined));
  }

  /** To be called when the reader comes back or the network has changed: a silent connection is replaced within seconds. */
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

  /** To be called when the network is known to be gone. */
  lose(): void {
    this.#lost(undefined);
  }

  /** Forgets the position in the log: the next welcome brings a snapshot. */
  startOver(): void {
    this.#cursor = new LogCursor();
    if (this.#state.is === "open") this.reconnect();
  }

  /** Closes for good. The visitor is told nothing more. */
  leave(): void {
    this.#hasLeft = true;
    this.#drop();
  }

  /** Opens a second socket and changes to it once it is open, so that a page with a good connection notices nothing. */
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
        this.#early = [];
        socket.send({ type: "hello", ...this.#visitor.identify(), ...this.#cursor.held });
      },
      received: (frame) => this.#receive(frame),
      closed: (code) => {
        // It failed before it replaced the other socket, which may be fine.
        if (socket === this.#next && this.#socket) this.#next = undefined;
        else this.#closed(CLOSES.find((close) => close.code === code));
      },
    });
    this.#next = socket;
  }

  /** Calls `otherwise` unless it is called again within `ms`. */
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
    let gap = false;
    for (const event of frame) {
      const found = this.#cursor.accept(event);
      gap = found === "gap";
      if (gap) break;
      if (found === "new") events.push(event);
      if (event.type === "welcome") this.#welcomed(event);
      if (event.type === "banned") this.#ban = event;
    }
    // Before the welcome, only the hello can be refused.
    const refused = this.#isWelcome ? undefined : refusalIn(events);
    if (refused) {
      this.#lost(undefined, (refused.retry_after ?? 0) * 1_000);
      return;
    }
    this.#cursor.endFrame(frame);
    this.#early.push(...events);
    if (!this.#cursor.isSnapshotDue) this.#visitor.take(this.#early.splice(0));
    if (gap) this.#lost(undefined);
  }

  #welcomed(welcome: Welcome): void {
    this.#visitor.welcomed?.(welcome);
    this.#isWelcome = true;
    this.#openedAt = Date.now();
    this.#setState({ is: "open" });
    this.#expect(SILENCE_MS, () => this.#lost(undefined));
  }

  #closed(why: Close | undefined): void {
    switch (why?.back) {
      case "no":
        this.#drop();
        this.#setState({ is: "ended", why, ban: this.#ban });
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

  /** Reconnects after at least `after` milliseconds, and a random time more. */
  #lost(why: Close | undefined, after = 0): void {
    const state = this.#state;
    if (state.is === "ended" || state.is === "waiting" || this.#hasLeft) return;
    if (state.is === "open" && Date.now() - this.#openedAt > STEADY_MS) this.#tries = 0;
    this.#drop();
    const delay = after + backoff(this.#tries++, Math.random());
    this.#setState({ is: "waiting", until: Date.now() + delay, why });
    this.#expect(delay, () => this.reconnect());
  }

  #setState(state: LinkState): void {
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
