import type { ServerWebSocketSendStatus } from "bun";
import type { Mode } from "../../src/live/encoding.ts";
import { newSession, type Session, type Socket } from "../../src/live/session.ts";
import type { Caller } from "../../src/room/ports.ts";
import type { World } from "./world.ts";

/** Whom nobody asks where they come from. */
export const SOMEWHERE: Caller = callerFrom("somewhere");

export function callerFrom(range: string): Caller {
  return { address: range, range, originAllowed: true };
}

/** Who is at the client's end. */
export interface Receiver {
  /** `sentAt` by the clock of the node that sent it. */
  frame(data: string, sentAt: number): void;
  /** `code` is null for a bare cut. */
  closed(code: number | null): void;
}

/** Who is at the server's end. */
export interface Acceptor {
  readonly now: number;
  message(socket: Socket, data: string): void;
  close(socket: Socket): void;
}

/** A connection: frames arrive late but in order, and either end may learn late that it is cut. */
export class Link implements Socket {
  readonly data: Session;
  readonly #world: World;
  readonly #acceptor: Acceptor;
  readonly #receiver: Receiver;
  readonly #topics = new Set<string>();
  #open = true;
  #heard = true;
  #dueThere = 0;
  #dueHere = 0;

  constructor(world: World, mode: Mode, acceptor: Acceptor, receiver: Receiver, caller: Caller) {
    this.#world = world;
    this.data = newSession(mode, caller, null);
    this.#acceptor = acceptor;
    this.#receiver = receiver;
  }

  /** From the client. */
  say(frame: string): void {
    this.#dueThere = this.#due(this.#dueThere);
    this.#world.after(this.#dueThere - this.#world.now, () => {
      if (this.#open) this.#acceptor.message(this, frame);
    });
  }

  /** From the server. */
  send(data: unknown): ServerWebSocketSendStatus {
    const { now } = this.#acceptor;
    if (this.#open) this.#arrive(() => this.#receiver.frame(String(data), now));
    return 1;
  }

  close(code?: number): void {
    if (!this.#open) return;
    this.#end();
    this.#arrive(() => this.#hangUp(code ?? null));
  }

  subscribe(topic: string): boolean {
    this.#topics.add(topic);
    return true;
  }

  unsubscribe(topic: string): boolean {
    return this.#topics.delete(topic);
  }

  hears(topic: string): boolean {
    return this.#open && this.#topics.has(topic);
  }

  /** An evening is shorter than what may pass without an answer. */
  ping(): ServerWebSocketSendStatus {
    return 1;
  }

  terminate(): void {
    this.close();
  }

  getBufferedAmount(): number {
    return 0;
  }

  /** The wire breaks: what was on its way is lost, and the server notices now or later. */
  cut(): void {
    this.#hangUp(null);
    this.#world.after(this.#world.chance.between(0, 300), () => {
      if (this.#open) this.#end();
    });
  }

  /** The server's machine is gone. */
  lost(): void {
    this.#open = false;
    this.#world.after(this.#world.chance.between(0, 50), () => this.#hangUp(null));
  }

  #end(): void {
    this.#open = false;
    this.#acceptor.close(this);
  }

  #hangUp(code: number | null): void {
    if (!this.#heard) return;
    this.#heard = false;
    this.#receiver.closed(code);
  }

  #arrive(run: () => void): void {
    this.#dueHere = this.#due(this.#dueHere);
    this.#world.after(this.#dueHere - this.#world.now, () => {
      if (this.#heard) run();
    });
  }

  #due(last: number): number {
    const { chance, faults, now } = this.#world;
    const takes = chance.is(faults.lag) ? chance.between(20, 300) : chance.between(0, 5);
    return Math.max(last, now + takes);
  }
}
