import type { ClientFrame, ServerEvent } from "../src/wire/frames.ts";
import { decode, encode, SUBPROTOCOLS } from "./frames.ts";

interface Listener {
  opened(): void;
  /** The events of a frame; undefined for what no server of ours sends. */
  received(frame: readonly ServerEvent[] | undefined): void;
  closed(code: number): void;
}

/** One socket to the room: what comes is decoded, in order, and not heard once it is dropped. */
export class RoomSocket {
  readonly #socket: WebSocket;
  #isDropped = false;

  /** `url` is that of the room's `/ws`. */
  constructor(url: string, listener: Listener) {
    this.#socket = new WebSocket(url, SUBPROTOCOLS);
    // Inflating takes turns of the event loop, more of them for a larger frame.
    let earlier = Promise.resolve();
    const inOrder = (work: () => void | Promise<void>) => {
      earlier = earlier.then(() => (this.#isDropped ? undefined : work()));
    };
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onopen = () => inOrder(() => listener.opened());
    this.#socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      inOrder(async () => {
        const frame = await decode(data);
        if (!this.#isDropped) listener.received(frame);
      });
    };
    this.#socket.onclose = ({ code }) => inOrder(() => listener.closed(code));
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encode(frame));
  }

  drop(): void {
    this.#isDropped = true;
    this.#socket.close();
  }
}
