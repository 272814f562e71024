import { signal } from "@preact/signals";
import { Link } from "../../client/link.ts";
import type { LinkState, Visitor } from "../../client/link-state.ts";
import type { ClientFrame } from "../../src/wire/frames.ts";
import { address } from "./address.ts";
import { learnRoomTime } from "./clock.ts";

/** The room's connection as a page has it: its state is a signal, and the browser says when to look. */
export class PageLink {
  readonly state = signal<LinkState>({ is: "connecting" });
  readonly #link: Link;

  constructor(visitor: Pick<Visitor, "identify" | "take" | "signedOut">) {
    this.#link = new Link(address("/ws").replace(/^http/, "ws"), {
      identify: () => visitor.identify(),
      take: (events) => visitor.take(events),
      signedOut: () => visitor.signedOut(),
      changed: (state) => {
        this.state.value = state;
      },
      welcomed: ({ time }) => learnRoomTime(time),
    });
    this.#listen();
  }

  /** Whether any socket ever opened: not all networks let one. */
  get hasOpened(): boolean {
    return this.#link.hasOpened;
  }

  get isOpen(): boolean {
    return this.state.peek().is === "open";
  }

  send(frame: ClientFrame): boolean {
    return this.#link.send(frame);
  }

  reconnect(): void {
    this.#link.reconnect();
  }

  look(): void {
    this.#link.look();
  }

  startOver(): void {
    this.#link.startOver();
  }

  #listen(): void {
    const link = this.#link;
    addEventListener("offline", () => link.lose());
    addEventListener("online", () => {
      if (this.isOpen) link.look();
      else link.reconnect();
    });
    addEventListener("focus", () => link.look());
    addEventListener("pageshow", (event) => {
      // Back from the browser's own store of pages: the socket has not survived in there.
      if (event instanceof PageTransitionEvent && event.persisted) link.reconnect();
      else link.look();
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) link.look();
    });
    if ("connection" in navigator && navigator.connection instanceof EventTarget) {
      navigator.connection.addEventListener("change", () => link.look());
    }
  }
}
