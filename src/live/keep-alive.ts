import type { Clock } from "../room/ports.ts";
import type { Socket } from "./session.ts";

const EVERY_MS = 1_000;
/** One part of the sockets is pinged each second, so that each is once in so many seconds. */
const TURNS = 20;
/** Who left so many pings unanswered is gone. */
const UNANSWERED = 2;

/**
 * Sends something on every socket at least every 25 seconds: proxies cut a quiet connection, nginx
 * after 60. Every socket is pinged, spread evenly over the time; a page cannot see pings, so
 * `breakSilence` is called each second for those who heard nothing else. A peer that is gone
 * without a close is cut within a minute.
 */
export class KeepAlive {
  readonly #sockets: ReadonlySet<Socket>;
  readonly #clock: Clock;
  readonly #breakSilence: () => void;
  #added = 0;
  #turn = 0;
  #cancel: () => void;

  constructor(sockets: ReadonlySet<Socket>, clock: Clock, breakSilence: () => void) {
    this.#sockets = sockets;
    this.#clock = clock;
    this.#breakSilence = breakSilence;
    this.#cancel = this.#next();
  }

  /** To be called once for each socket of the set. */
  add({ data: session }: Socket): void {
    session.pingTurn = this.#added++ % TURNS;
  }

  /** The peer sent something, a pong too. */
  heard({ data: session }: Socket): void {
    session.unanswered = 0;
  }

  stop(): void {
    this.#cancel();
  }

  #next(): () => void {
    return this.#clock.after(EVERY_MS, () => {
      this.#turn = (this.#turn + 1) % TURNS;
      for (const socket of this.#sockets) {
        if (socket.data.pingTurn === this.#turn) ping(socket);
      }
      this.#breakSilence();
      this.#cancel = this.#next();
    });
  }
}

function ping(socket: Socket): void {
  if (socket.data.unanswered >= UNANSWERED) {
    socket.terminate();
    return;
  }
  socket.data.unanswered++;
  socket.ping();
}
