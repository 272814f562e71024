import type { Meter } from "../room/meter.ts";
import type { Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { Attention } from "./attention.ts";
import type { Mode } from "./encoding.ts";
import { Fanout, type Publisher } from "./fanout.ts";
import type { FirstWords } from "./first-words.ts";
import type { Pacer } from "./frame-pacer.ts";
import type { Identities } from "./identify.ts";
import { Plain } from "./plain.ts";
import type { Replay } from "./replay.ts";
import type { Socket } from "./session.ts";
import { V1 } from "./v1.ts";

export interface DeliveryParts extends Identities {
  room: Room;
  logger: Logger;
  meter: Meter;
  pacer: Pacer;
  firstWords: FirstWords;
}

/** How sockets are given one log. When the log is replaced, another one takes its place. */
export class Delivery {
  readonly fanout: Fanout;
  readonly v1: V1;
  readonly modes: Record<Mode, Plain | V1>;
  readonly #attention: Attention;

  constructor(parts: DeliveryParts, replay: Replay, publisher: Publisher, online: () => number) {
    const committing = () => parts.room.committing;
    const { clock, pacer, meter } = parts;
    this.fanout = new Fanout(replay, publisher, clock, pacer, meter, committing);
    this.#attention = new Attention({ ...parts, replay, online, fanout: this.fanout });
    this.v1 = new V1({ ...parts, replay, attention: this.#attention, online });
    const join = (socket: Socket) => void this.fanout.join(socket);
    const plain = new Plain({ ...parts, replay, join });
    this.modes = { plain, v1: this.v1, deflate: this.v1 };
  }

  /** Serves those who read further back, or are away, no more. */
  stop(): void {
    this.#attention.stop();
  }

  /** Sends nothing more. */
  end(): void {
    this.stop();
    this.fanout.end();
  }
}
