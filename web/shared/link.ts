import { signal } from "@preact/signals";
import type { ClientFrame, ServerEvent } from "../../src/wire/frames.ts";
import { CLOSE, HELLO_WITHIN_MS } from "../../src/wire/limits.ts";
import { address } from "./address.ts";
import { backoff } from "./backoff.ts";
import { decode, encode, SUBPROTOCOLS } from "./frames.ts";
import { LogCursor } from "./log-cursor.ts";

/** One of the ways the server ends a socket. */
export type Close = (typeof CLOSE)[keyof typeof CLOSE];

export type LinkState =
  | { is: "connecting" }
  | { is: "open" }
  | { is: "waiting"; until: number; why: Close | undefined }
  | { is: "ended"; why: Close };

export interface Visitor {
  /** Who to come in as, asked anew at each try. */
  identify(): { token?: string; guest?: string };
  /** Events of the log in order, each once, and those that are for this client alone. */
  take(events: ServerEvent[]): void;
  /** The sign-in is over; the link comes back as a guest. */
  signedOut(): void;
}

/** A connection that lived this long earns a quick first try when it breaks. */
const STEADY_MS = 5_000;

const CLOSES: readonly Close[] = Object.values(CLOSE);

/** One room's socket, kept open for as long as the page is: resumes, backs off, and knows when to stop. */
export class Link {
  readonly state = signal<LinkState>({ is: "connecting" });
  readonly #visitor: Visitor;
  #cursor = new LogCursor();
  #socket: WebSocket | undefined;
  #tries = 0;
  #openedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    addEventListener("online", () => this.reconnect());
    addEventListener("offline", () => this.#lost(undefined));
    // Back from the browser's own store of pages: the socket has not survived in there.
    addEventListener("pageshow", (event) => {
      if (event instanceof PageTransitionEvent && event.persisted) this.reconnect();
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.state.peek().is === "waiting") this.reconnect();
    });
    this.reconnect();
  }

  /** Whether the frame left; while it did not, the caller keeps it. */
  send(frame: ClientFrame): boolean {
    if (this.state.peek().is !== "open" || !this.#socket) return false;
    this.#socket.send(encode(frame));
    return true;
  }

  /** Drops the socket there is and tries at once, resuming after the last event held. */
  reconnect(): void {
    if (this.state.peek().is === "ended") return;
    this.#drop();
    this.state.value = { is: "connecting" };
    const socket = new WebSocket(address("/ws").replace(/^http/, "ws"), SUBPROTOCOLS);
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#lost(undefined), HELLO_WITHIN_MS);
    socket.onopen = () => {
      const after = this.#cursor.after;
      const hello = { type: "hello" as const, ...this.#visitor.identify() };
      socket.send(encode(after === undefined ? hello : { ...hello, after }));
    };
    socket.binaryType = "arraybuffer";
    // Inflating takes turns of the event loop, more of them for a larger frame.
    let earlier = Promise.resolve();
    const inOrder = (work: () => void | Promise<void>) => {
      earlier = earlier.then(() => (this.#socket === socket ? work() : undefined));
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      inOrder(async () => {
        const frame = await decode(data);
        if (this.#socket === socket) this.#receive(frame);
      });
    };
    socket.onclose = ({ code }) => {
      inOrder(() => this.#closed(CLOSES.find((close) => close.code === code)));
    };
  }

  /** Nothing held counts any more: the next welcome brings all there is. */
  startOver(): void {
    this.#cursor = new LogCursor();
    if (this.state.peek().is === "open") this.reconnect();
  }

  #receive(frame: readonly ServerEvent[] | undefined): void {
    if (!frame) {
      this.#lost(undefined);
      return;
    }
    const events: ServerEvent[] = [];
    let hole = false;
    for (const event of frame) {
      const place = this.#cursor.place(event);
      hole = place === "hole";
      if (hole) break;
      if (place === "take") events.push(event);
      if (event.type === "welcome") this.#welcomed();
    }
    // Before the welcome only a hello can be refused; the visitor said nothing yet.
    const refused = this.state.peek().is === "connecting" ? refusalIn(events) : undefined;
    if (refused) {
      this.#lost(undefined, (refused.retry_after ?? 0) * 1_000);
      return;
    }
    this.#cursor.endFrame(frame);
    this.#visitor.take(events);
    if (hole) this.#lost(undefined);
  }

  #welcomed(): void {
    clearTimeout(this.#timer);
    this.#openedAt = Date.now();
    this.state.value = { is: "open" };
  }

  #closed(why: Close | undefined): void {
    switch (why?.back) {
      case "no":
        this.#drop();
        this.state.value = { is: "ended", why };
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
    const state = this.state.peek();
    if (state.is === "ended" || state.is === "waiting") return;
    if (state.is === "open" && Date.now() - this.#openedAt > STEADY_MS) this.#tries = 0;
    this.#drop();
    const delay = after + backoff(this.#tries++, Math.random());
    this.state.value = { is: "waiting", until: Date.now() + delay, why };
    this.#timer = setTimeout(() => this.reconnect(), delay);
  }

  #drop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}

function refusalIn(events: readonly ServerEvent[]) {
  return events.find((event) => event.type === "refused");
}
