import type { Clock } from "../room/ports.ts";
import type { Socket } from "./session.ts";

const EVERY_MS = 1_000;
/** Every second a twentieth of the sockets is pinged, so each socket is pinged every 20 seconds. */
const TURNS = 20;
/** A socket that left so many pings unanswered is closed. */
const UNANSWERED = 2;

/**
 * Sends something on every socket at least every 25 seconds, because proxies close quiet
 * connections (nginx after 60 seconds). Every socket is pinged. A page cannot see pings, so
 * `breakSilence` is called every second to send something to readers who got nothing else. A
 * client that disappeared without a close is disconnected within a minute.
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

  /** Call it once for each socket of the set. */
  add({ data: session }: Socket): void {
    session.pingTurn = this.#added++ % TURNS;
  }

  /** The client sent something, which may be a pong. */
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
