/** A socket of `rageroom.v1` from an address of one's choice, as a trusted proxy passes it on. */
import {
  type ClientFrame,
  type ServerEvent,
  ServerFrame,
  SUBPROTOCOL,
} from "../src/wire/frames.ts";

interface Listener {
  /** Whether a frame is to be read at all. */
  needs(frame: string): boolean;
  take(event: ServerEvent): void;
  /** Not called after `close`. */
  closed(code: number): void;
}

const OPEN_WITHIN_MS = 10_000;

export class Connection {
  /** Resolves once it is open, or is known not to open. */
  readonly opened: Promise<void>;
  readonly #socket: WebSocket;
  #isOurs = true;

  constructor(url: string, address: string, listener: Listener) {
    const options = { protocols: [SUBPROTOCOL], headers: { "X-Forwarded-For": address } };
    // The DOM's types, which the pages need, hide that Bun's constructor takes options.
    const socket: WebSocket = Reflect.construct(WebSocket, [url, options]);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.opened = promise;
    this.#socket = socket;
    const timer = setTimeout(() => socket.close(), OPEN_WITHIN_MS);
    socket.addEventListener("open", () => {
      clearTimeout(timer);
      resolve();
    });
    socket.addEventListener("message", ({ data }) => {
      const frame = String(data);
      if (!this.#isOurs || !listener.needs(frame)) return;
      for (const event of ServerFrame.parse(JSON.parse(frame))) listener.take(event);
    });
    socket.addEventListener("close", ({ code }) => {
      clearTimeout(timer);
      resolve();
      if (this.#isOurs) listener.closed(code);
    });
  }

  hello(guest: string | undefined, after?: number): void {
    this.send({
      type: "hello",
      ...(guest === undefined ? {} : { guest }),
      ...(after === undefined ? {} : { after }),
    });
  }

  send(frame: ClientFrame): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  close(): void {
    this.#isOurs = false;
    this.#socket.close();
  }
}
