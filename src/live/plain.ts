import { messageEvent } from "../events/message.ts";
import { tooOften } from "../room/act-limits.ts";
import type { Meter } from "../room/meter.ts";
import { nameKey, normalizeName } from "../room/names.ts";
import { owesProof } from "../room/newcomer-proof.ts";
import type { AddressHash, Clock, Logger, Sender } from "../room/ports.ts";
import { Refusal, unavailable } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import type { LogEvent } from "../wire/frames.ts";
import { PlainFrame } from "../wire/frames.ts";
import { parseJson } from "../wire/json.ts";
import { SUBMISSIONS_IN_FLIGHT } from "../wire/limits.ts";
import { drained } from "./drained.ts";
import { plainFrame, systemFrame } from "./encoding.ts";
import { counted, isTime } from "./excess.ts";
import { FRAME_LIMITS, PLAIN_FRAME_LIMIT } from "./frame-limits.ts";
import { endingFor, type Identities, rangeOf, refuseBanned, signIn } from "./identify.ts";
import type { Replay } from "./replay.ts";
import { end, isTurnedAway, type Named, type Socket, sourceOf } from "./session.ts";
import { asOfToday } from "./speaker.ts";

const PAGE = 500;
const ANONYMOUS = "Anonymous";

export interface PlainParts extends Omit<Identities, "guests"> {
  room: Room;
  addressHash: AddressHash;
  clock: Clock;
  logger: Logger;
  meter: Meter;
  replay: Replay;
  join: (socket: Socket) => void;
}

/** Plain mode: the day's messages, then every new one, one JSON object a frame. */
export class Plain {
  readonly #parts: PlainParts;

  constructor(parts: PlainParts) {
    this.#parts = parts;
  }

  open(socket: Socket): void {
    socket.data.hello = this.#join(socket);
  }

  async message(socket: Socket, data: string | Buffer): Promise<void> {
    const session = socket.data;
    const { limits } = this.#parts;
    const wait = limits.wait("plain", PLAIN_FRAME_LIMIT, sourceOf(socket));
    if (wait > 0) return this.#refuseExcess(socket, wait);
    limits.count("plain", PLAIN_FRAME_LIMIT, sourceOf(socket));
    try {
      if (session.inFlight >= SUBMISSIONS_IN_FLIGHT)
        throw new Refusal("busy", "Not so many at once.", 1);
      session.inFlight++;
      try {
        await this.#say(socket, data);
      } finally {
        session.inFlight--;
      }
    } catch (error) {
      this.#refuse(socket, error);
    }
  }

  async #say(socket: Socket, data: string | Buffer): Promise<void> {
    const parsed = PlainFrame.safeParse(typeof data === "string" ? parseJson(data) : undefined);
    if (!parsed.success) {
      throw new Refusal("invalid", 'A frame is one JSON object: {"user": "…", "text": "…"}.');
    }
    if (socket.data.bearer !== null) await socket.data.hello;
    if (!socket.data.open) return;
    const { room } = this.#parts;
    const { user, text, re } = parsed.data;
    const who = async () => socket.data.sender ?? this.#guest(socket, user);
    await asOfToday(room, who, (as) => room.say(as, null, text, { re }));
  }

  /** A guest here has a name and no pass, so limits count for the address and the name together. */
  async #guest(socket: Socket, user = ANONYMOUS): Promise<Sender> {
    const { name, key, day } = await this.#named(socket, user);
    await this.#parts.room.checkGuestName(name);
    const range = await rangeOf(socket, day, this.#parts.addressHash);
    const since = socket.data.plainGuest?.since ?? null;
    if (socket.data.plainGuest) socket.data.plainGuest.key = key;
    // There is no pass here that could say it was proved; whoever was heard needs none.
    const pass = { since: since ?? 0, isProved: false };
    const unproved = owesProof(this.#parts.room.state, pass, this.#parts.clock.now());
    return { key, name, kind: "guest", userId: null, day, range, since, unproved };
  }

  /** What a name comes to, and its hash with the address, are the same for each frame of the day. */
  async #named({ data: session }: Socket, user: string): Promise<Named> {
    const { day } = this.#parts.room.state;
    if (session.named?.user === user && session.named.day === day) return session.named;
    const name = normalizeName(user);
    const address = await this.#parts.addressHash(session.address, day);
    session.named = { user, day, name, key: `p:${address}:${nameKey(name)}` };
    return session.named;
  }

  async #join(socket: Socket): Promise<void> {
    try {
      await this.#identify(socket);
      if (isTurnedAway(socket)) return end(socket, "server_full");
      if (socket.data.open) await this.#backfill(socket);
    } catch (error) {
      if (error instanceof Refusal && error.code === "rate_limited") {
        this.#refuse(socket, error);
        return end(socket, "server_full");
      }
      end(socket, endingFor(error, this.#parts.logger));
    }
  }

  /** Counted as a hello is: the day's messages follow it. */
  async #identify(socket: Socket): Promise<void> {
    const { bearer, range } = socket.data;
    if (bearer !== null) return signIn(socket, bearer, this.#parts);
    const { limits, clock, room, addressHash } = this.#parts;
    limits.spend("hello", FRAME_LIMITS.hello, { sender: null, range });
    const since = clock.now();
    socket.data.plainGuest = { since, key: null };
    const hash = await rangeOf(socket, room.state.day, addressHash);
    refuseBanned({ key: null, range: hash, since }, this.#parts);
  }

  /**
   * Sends pages from the store until the replay has the rest; then sends that and subscribes
   * without an await between.
   */
  async #backfill(socket: Socket): Promise<void> {
    const { replay, room, join } = this.#parts;
    let sent = 0;
    while (!replay.covers(sent)) {
      const page = await room.messagesAfter(sent, PAGE);
      const known = page.filter(({ id }) => id <= replay.state.seq);
      for (const message of known) {
        this.#send(socket, messageEvent(message));
      }
      const isLast = known.length < PAGE;
      sent = Math.max(sent, known.at(-1)?.id ?? 0, isLast ? replay.first - 1 : 0);
      await drained(socket);
      if (!socket.data.open) return;
    }
    for (const event of replay.since(sent)) {
      if (event.type === "message") this.#send(socket, event);
    }
    join(socket);
  }

  #send(socket: Socket, event: LogEvent): void {
    const data = plainFrame(event, this.#parts.replay.state, this.#parts.clock.now());
    if (data !== null) socket.send(data);
  }

  #refuseExcess(socket: Socket, wait: number): void {
    if (!counted(socket, this.#parts) || !isTime(socket, "plain", this.#parts)) return;
    socket.send(systemFrame(tooOften(wait), this.#parts.clock.now()));
  }

  #refuse(socket: Socket, error: unknown): void {
    if (!(error instanceof Refusal)) {
      this.#parts.logger.error({ err: error }, "A frame could not be answered.");
    }
    const { code, message } = error instanceof Refusal ? error : unavailable();
    this.#parts.meter.refused(code);
    socket.send(systemFrame(message, this.#parts.clock.now()));
  }
}
