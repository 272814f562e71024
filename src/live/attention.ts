import type { Look } from "../wire/frames.ts";
import { BACKPRESSURE_BYTES, BEHIND_MS, LOOK_BACK_MS } from "../wire/limits.ts";
import { catchUp } from "./catch-up.ts";
import { drained } from "./drained.ts";
import { Frame } from "./encoding.ts";
import type { Fanout } from "./fanout.ts";
import type { Reading } from "./reading.ts";
import { end, type Socket } from "./session.ts";
import { sendWelcome, type WelcomeParts } from "./welcome.ts";

/** More unsent bytes than this, and a reader who is brought up waits until they are gone. */
const MOST_UNSENT = BACKPRESSURE_BYTES / 2;
/** A reader who is away and behind no further is told so after this, in milliseconds. */
const SILENCE_MS = 20_000;

interface AttentionParts extends WelcomeParts {
  fanout: Fanout;
}

/** Of a reader who is away. */
interface Away {
  reading: Reading;
  /** Messages of this node's replay before they left. */
  saidBefore: number;
  told: number;
  toldAt: number;
}

/**
 * Serves readers as they look. Those at the end of the log are in the fan-out's groups; those who
 * read further back are sent a frame every 800 ms; those who are away are told how far behind they
 * are. Who comes nearer is first sent what they missed. A reader is always in one group, or at one
 * `seq`: so nothing is missed and nothing comes twice.
 */
export class Attention {
  readonly #parts: AttentionParts;
  /** Those who hold everything, and wait for the next frame of those who read back. */
  readonly #joiningBack = new Map<Socket, Reading>();
  readonly #away = new Map<Socket, Away>();
  #cancel: () => void;

  constructor(parts: AttentionParts) {
    this.#parts = parts;
    this.#cancel = this.#next();
  }

  /** A reader who was just sent the whole replay. They look at the end. */
  join(socket: Socket): void {
    socket.data.reading = { at: "end", group: this.#parts.fanout.join(socket), seq: 0 };
  }

  /** Call it for sockets that were welcomed. */
  async look(socket: Socket, { at, after }: Look): Promise<void> {
    const { reading } = socket.data;
    if (!reading || (reading.at === at && after === undefined)) return;
    const held = reading.group ? this.#parts.fanout.leave(socket, reading.group) : reading.seq;
    // What a client says it holds may be older than what is on its way to it.
    const next = { at, group: null, seq: Math.max(held, after ?? 0) };
    socket.data.reading = next;
    this.#joiningBack.delete(socket);
    this.#away.delete(socket);
    if (at === "away") this.#leave(socket, next);
    else await this.#bringUp(socket, next);
  }

  stop(): void {
    this.#cancel();
  }

  #next(): () => void {
    return this.#parts.clock.after(LOOK_BACK_MS, () => {
      this.#serve();
      this.#cancel = this.#next();
    });
  }

  #leave(socket: Socket, reading: Reading): void {
    const { replay, clock } = this.#parts;
    const saidBefore = replay.saidUntil(reading.seq);
    this.#away.set(socket, { reading, saidBefore, told: 0, toldAt: clock.now() });
  }

  async #bringUp(socket: Socket, reading: Reading): Promise<void> {
    if (!(await catchUp(this.#parts, reading.seq))) return end(socket, "going_away");
    while (isCurrent(socket, reading) && !this.#sendMissed(socket, reading)) await drained(socket);
    if (!isCurrent(socket, reading)) return;
    if (reading.at === "back") this.#joiningBack.set(socket, reading);
    else this.join(socket);
  }

  /** Whether the reader has everything now. No await may follow before they join a group. */
  #sendMissed(socket: Socket, reading: Reading): boolean {
    const { replay } = this.#parts;
    const { mode } = socket.data;
    if (!replay.gives(reading.seq)) {
      sendWelcome(socket, null, this.#parts);
      reading.seq = replay.state.seq;
    }
    while (mode !== "plain" && reading.seq < replay.state.seq) {
      if (socket.getBufferedAmount() > MOST_UNSENT) return false;
      const { frame, last } = replay.piece(reading.seq);
      socket.send(frame.in(mode));
      reading.seq = last;
    }
    return true;
  }

  #serve(): void {
    this.#parts.fanout.serveBack();
    for (const [socket, reading] of this.#joiningBack) {
      if (isCurrent(socket, reading) && !this.#sendMissed(socket, reading)) continue;
      this.#joiningBack.delete(socket);
      if (isCurrent(socket, reading)) reading.group = this.#parts.fanout.joinBack(socket);
    }
    const now = this.#parts.clock.now();
    for (const [socket, away] of this.#away) {
      if (isCurrent(socket, away.reading)) this.#tellBehind(socket, away, now);
      else this.#away.delete(socket);
    }
  }

  #tellBehind(socket: Socket, away: Away, now: number): void {
    const count = this.#parts.replay.saidAfter(away.saidBefore);
    if (now - away.toldAt < (count === away.told ? SILENCE_MS : BEHIND_MS)) return;
    away.told = count;
    away.toldAt = now;
    const { mode } = socket.data;
    if (mode !== "plain") socket.send(Frame.of([{ type: "behind", count }]).in(mode));
  }
}

function isCurrent({ data }: Socket, reading: Reading): boolean {
  return data.open && data.reading === reading;
}
